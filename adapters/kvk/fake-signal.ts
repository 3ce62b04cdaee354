import type { CompanyFact, SignalFact } from './facts.js';
import { kindOf } from './signal-kind.js';

/** Something that changed, as the fake keeps it. */
export interface Signaal {
  id: string;
  at: Date;
  type: string;
  fact: SignalFact;
  /** As the company was told of when it happened; null for one nobody told of. */
  company: CompanyFact | null;
  before: CompanyFact | null;
}

/** One signal in full. The frame, CHANGED and CONTINUED are as KvK was seen to write them; the rest is in its style. */
export function signaal({ id, at, type, fact, company, before }: Signaal): object {
  const { change, reason, establishmentNumber, otherKvkNumbers } = fact;
  const aanleiding = reason && { aanleiding: { code: reason.code, omschrijving: reason.description } };
  const day = at.toISOString().slice(0, 10);
  const vestigingen = establishmentNumber && { betrokkenVestigingen: { vestigingsnummers: [establishmentNumber] } };
  const happened = (): object => {
    switch (kindOf(type)) {
      case 'REGISTERED':
        return { startdatum: day, ...aanleiding };
      case 'CEASED':
        return { einddatum: company?.endedOn ?? day, ...aanleiding };
      case 'CHANGED':
        return {
          heeftGewijzigdeGegevens: {
            maOnderneming: {
              algemeen: change.name !== undefined || change.headcount !== undefined || change.nonMailing !== undefined,
              activiteiten: change.activities !== undefined,
            },
            eigenaar: { algemeen: change.legalForm !== undefined },
            functionarissen: { algemeen: false },
            vestigingen: {
              gewijzigdevestigingen: establishmentNumber ? [{ vestigingsnummer: establishmentNumber }] : [],
            },
            deponeringen: {},
          },
        };
      case 'ESTABLISHMENT_CHANGED':
        return {
          vestigingDetails: {
            vestigingsnummer: establishmentNumber,
            isHoofdvestiging: Boolean(
              company?.establishments.find((one) => one.establishmentNumber === establishmentNumber)?.main,
            ),
            isCommercieel: true,
          },
          gewijzigdeGegevens: {
            naamgeving: change.name !== undefined,
            activiteiten: change.activities !== undefined,
            adresgegevens: change.address !== undefined,
            gevolmachtigden: false,
          },
        };
      case 'LEGAL_FORM_CHANGED':
        return { rechtsvormwijziging: { persoonRechtsvorm: before?.legalForm ?? null } };
      case 'CONTINUED':
        return {
          startdatum: day,
          voortzettingEnOverdracht: {
            ...vestigingen,
            rolBijVoortzettingOverdracht: {
              code: reason?.code ?? 'VG',
              omschrijving: reason?.description ?? 'Voortgezet door',
            },
            kvkNummer: otherKvkNumbers[0],
          },
        };
      case 'MOVED':
        return { adreswijziging: { ...vestigingen } };
      case 'NAME_CHANGED':
        return { naamgeving: { ...vestigingen, naamOud: before?.name, naamNieuw: company?.name } };
      case 'ACTIVITIES_CHANGED':
        return { activiteitenWijziging: { ...vestigingen } };
      case 'MERGED_OR_SPLIT':
        return { fusieSplitsing: { betrokkenInschrijvingen: otherKvkNumbers.map((kvkNummer) => ({ kvkNummer })) } };
      case 'OTHER':
        return { nieuwGegeven: { onbekend: true } };
    }
  };
  return {
    berichtId: id,
    signaalType: type,
    registratieId: `-${id.slice(0, 8)}`,
    registratieTijdstip: at.toISOString(),
    heeftBetrekkingOp: {
      kvkNummer: fact.kvkNumber,
      ...(company && {
        nonMailing: company.nonMailing,
        totaalWerkzamePersonen: company.headcount ?? null,
        heeftAlsEigenaar: { persoonRechtsvorm: company.legalForm },
        wordtUitgeoefendIn: company.establishments.map((one) => ({
          vestigingsnummer: one.establishmentNumber,
          isHoofdvestiging: one.main,
          totaalWerkzamePersonen: one.fullTime + one.partTime,
        })),
      }),
    },
    ...(fact.correction && { indicatieCorrectie: true }),
    ...happened(),
  };
}
