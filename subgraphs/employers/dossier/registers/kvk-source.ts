import type { Company, Establishment, Kvk, KvkAddress } from '../../../../adapters/kvk/port.js';
import { SourceSystem } from '../../../provenance.js';
import type { Address } from '../address.js';
import type { RegisterSource } from './register-source.js';
import { registerFields, type RegisterValues, type Sbi } from './register-values.js';

function address(all: KvkAddress[], kind: KvkAddress['kind']): Address | null {
  const found = all.find((a) => a.kind === kind && !a.shielded);
  if (!found) return null;
  return {
    street: found.poBox === null ? found.street : 'Postbus',
    houseNumber: (found.poBox ?? found.houseNumber)?.toString() ?? null,
    houseNumberAddition: [found.houseLetter, found.addition].filter(Boolean).join(' ') || null,
    postcode: found.postcode,
    city: found.city,
    country: found.country ?? 'Nederland',
  };
}

const sbi = (all: Company['activities']): Sbi[] =>
  all.map(({ code, description, main }) => ({ code, description: description ?? '', main }));

/** The dossier's fields as KvK tells them of a company, or of one establishment of it when that is given. */
function values(company: Company, establishment: Establishment | null): RegisterValues {
  const place = establishment ?? company.mainEstablishment;
  const addresses = establishment ? establishment.addresses : [...(place?.addresses ?? []), ...company.addresses];
  return {
    recordId: establishment?.establishmentNumber ?? company.kvkNumber,
    tradeName: establishment?.name ?? company.tradeNames[0] ?? company.name,
    legalName: company.statutoryName ?? company.name,
    legalForm: company.legalForm,
    activities: sbi(establishment?.activities.length ? establishment.activities : company.activities),
    headcount: establishment ? establishment.headcount : company.headcount,
    website: (establishment?.websites[0] ?? company.websites[0]) || null,
    visitingAddress: address(addresses, 'VISITING'),
    postalAddress: address(addresses, 'POSTAL'),
    nonMailing: establishment?.nonMailing ?? company.nonMailing,
    endedOn: establishment?.endedOn ?? company.endedOn,
  };
}

/** KvK: the company, and the establishment side by side when the dossier is about one. */
export const kvkSource = (kvk: Kvk): RegisterSource => ({
  source: SourceSystem.KVK,
  feeds: registerFields,
  async ask({ kvkNumber, establishmentNumber }, options) {
    const [company, establishment] = await Promise.all([
      kvk.company(kvkNumber, options),
      establishmentNumber ? kvk.establishment(establishmentNumber, options) : null,
    ]);
    const older = establishment && establishment.retrievedAt < company.retrievedAt ? establishment : company;
    const stale = [company.freshness, establishment?.freshness].includes('STALE');
    return {
      value: values(company.value, establishment?.value ?? null),
      retrievedAt: older.retrievedAt,
      freshness: stale ? 'STALE' : 'FRESH',
    };
  },
});
