import type { AddressFact, ChangeFact, CompanyFact, EstablishmentFact, SignalFact } from './facts.js';

const withAddress = (addresses: AddressFact[], address: AddressFact | undefined): AddressFact[] =>
  address ? [address, ...addresses.filter((one) => one.kind !== address.kind)] : addresses;

/** Fields that both a company and an establishment have, where they are given. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function changedEstablishment(one: EstablishmentFact, change: ChangeFact): EstablishmentFact {
  const { name, endedOn, fullTime, partTime, activities, websites, nonMailing, address } = change;
  return {
    ...one,
    ...given({ name, endedOn, fullTime, partTime, activities, websites, nonMailing }),
    ...(name !== undefined && one.tradeNames ? { tradeNames: [name, ...one.tradeNames.slice(1)] } : {}),
    addresses: withAddress(one.addresses, address),
  };
}

function changedRegistration(company: CompanyFact, change: ChangeFact): CompanyFact {
  const { name, legalForm, headcount, activities, websites, nonMailing, endedOn, address } = change;
  const extendedLegalForm = change.extendedLegalForm ?? legalForm;
  return {
    ...company,
    ...given({ name, legalForm, extendedLegalForm, headcount, activities, websites, nonMailing, endedOn }),
    ...(name !== undefined && {
      expiredNames: [...company.expiredNames, company.name],
      ...(company.statutoryName !== undefined && { statutoryName: name }),
      ...(company.tradeNames && { tradeNames: [name, ...company.tradeNames.slice(1)] }),
    }),
    addresses: company.addresses.length ? withAddress(company.addresses, address) : [],
  };
}

/** The company after what a signal tells: the same fact, changed where it says so. What ceases, ceases everywhere. */
export function changedCompany(company: CompanyFact, signal: SignalFact): CompanyFact {
  const { establishmentNumber, type } = signal;
  const today = (signal.at ?? new Date().toISOString()).slice(0, 10);
  const endedOn = signal.change.endedOn ?? (type === 'CEASED' ? today : undefined);
  const change: ChangeFact = { ...signal.change, ...given({ endedOn }) };
  if (establishmentNumber !== undefined) {
    const establishments = company.establishments.map((one) =>
      one.establishmentNumber === establishmentNumber ? changedEstablishment(one, change) : one,
    );
    return { ...company, establishments };
  }
  return {
    ...changedRegistration(company, change),
    establishments: company.establishments.map((one) =>
      changedEstablishment(one, one.main ? change : given({ endedOn })),
    ),
  };
}
