import type { z } from 'zod';
import { PartnerError } from '../partner-error.js';
import type { FoundVacancy, Level, VacancyMatch, VacancyMatches } from './port.js';
import type { MPVacatureMatch, Vacature, VacatureResponse, VacaturesMatchesResponse } from './wire.js';

/** `body` if it has the agreed shape. @throws PartnerError MALFORMED, which tells where it differs and not what stood there */
export function check<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const checked = shape.safeParse(body);
  if (checked.success) return checked.data;
  const where = checked.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new PartnerError('WERK_NL', 'MALFORMED', { cause: new Error(where.join('; ')) });
}

/** StdIndJN with 0 not known and 8 not applicable. */
export const yes = (code: number | null | undefined): boolean | null => (code === 1 ? true : code === 2 ? false : null);

const LEVELS = ['1', '2', '3', '4', '5', '6'];
/** 0 (not applicable), 7 (not known) and anything new are not known. */
export const level = (code: string | null | undefined): Level | null =>
  code != null && LEVELS.includes(code) ? (Number(code) as Level) : null;

/** Command of a language: 1 to 4; 0 (not known) and 8 (not applicable) are not known. */
const command = (code: number | null | undefined): number | null =>
  code != null && [1, 2, 3, 4].includes(code) ? code : null;

const DURATIONS = new Map([
  ['B', 'FIXED_TERM'],
  ['O', 'PERMANENT'],
] as const);
const KINDS = new Map([
  ['01', 'REGULAR'],
  ['02', 'LEARN_WORK'],
  ['03', 'VOLUNTARY'],
  ['04', 'WORK_EXPERIENCE'],
] as const);
const WAYS = new Map([
  ['1', 'POST'],
  ['2', 'TELEPHONE'],
  ['3', 'EMAIL'],
  ['4', 'FORM'],
] as const);
const by = <T>(codes: ReadonlyMap<string, T>, code: string | null | undefined): T | null =>
  codes.get(code ?? '') ?? null;

/** Lists have no order in VUM, and an empty text counts as absent. */
const present = (values: (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value?.trim()))),
];
const text = (value: string | null | undefined): string | null => (value?.trim() ? value : null);

function shared(wire: MPVacatureMatch | Vacature): Omit<VacancyMatch, 'vumId'> {
  const { adres, arbeidsVoorwaarden: conditions, werkgever, werktijden } = wire;
  return {
    title: text(wire.naamVacature),
    description: text(wire.omschrijvingVacature),
    employerName: text(werkgever?.handelsnaamOrganisatie),
    websites: present((werkgever?.webadres ?? []).map(({ url }) => url)),
    occupation: text(wire.beroep?.codeBeroepsnaam),
    sbi: wire.sector?.codeSbi ?? null,
    postcode: text(adres?.postcode)?.toUpperCase() ?? null,
    street: text(adres?.straatnaam),
    houseNumber: adres?.huisnummer ?? null,
    houseNumberAddition: text(adres?.huisnummertoevoeging),
    closesOn: wire.sluitingsdatumVacature ?? null,
    startsOn: conditions?.datumAanvangWerkzaamheden ?? null,
    endsOn: conditions?.datumEindeWerkzaamheden ?? null,
    salary: text(conditions?.salarisIndicatie),
    conditions: text(conditions?.omschrijvingArbeidsvoorwaarden),
    minimumLevel: level(wire.codeWerkEnDenkniveauMinimaal),
    hoursMin: werktijden?.aantalWerkurenPerWeekMinimaal ?? null,
    hoursMax: werktijden?.aantalWerkurenPerWeekMaximaal ?? null,
    officeHours: yes(werktijden?.indicatieKantoortijden),
    irregularHours: yes(wire.flexibiliteit?.indicatieOnregelmatigWerkOfPloegendienst),
    contracts: (wire.contractvorm ?? []).map((one) => ({
      duration: by(DURATIONS, one.codeTypeArbeidscontract),
      kind: by(KINDS, one.codeTypeOvereenkomst),
    })),
    drivingLicences: present((wire.rijbewijs ?? []).map((one) => one.codeSoortRijbewijs)),
    languages: (wire.taalbeheersing ?? []).flatMap((one) =>
      one.codeTaal
        ? {
            code: one.codeTaal,
            speaking: command(one.codeNiveauTaalbeheersingMondeling),
            writing: command(one.codeNiveauTaalbeheersingSchriftelijk),
            reading: command(one.codeNiveauTaalbeheersingLezen),
            listening: command(one.codeNiveauTaalbeheersingLuisteren),
          }
        : [],
    ),
    educations: (wire.opleiding ?? []).map((one) => ({
      code: text(one.codeOpleidingsnaam),
      level: one.codeNiveauOpleiding ?? null,
      diploma: yes(one.indicatieDiploma),
      note: text(one.toelichtingOpleiding),
    })),
    courses: (wire.cursus ?? []).map((one) => ({
      name: text(one.naamCursus),
      certificate: yes(one.indicatieCertificaat),
      note: text(one.toelichtingCursus),
    })),
    competences: present((wire.competentiebeheersing ?? []).map((one) => one.codeCompetentie)),
    experienceYears: (wire.werkervaring ?? []).flatMap((one) => one.aantalJarenWerkzaamInBeroep ?? []),
    applyBy: (wire.sollicitatiewijze ?? []).map((one) => ({
      way: by(WAYS, one.codeSollicitatiewijze),
      url: text(one.webadres?.url),
    })),
  };
}

export const vacancyMatches = (wire: VacaturesMatchesResponse): VacancyMatches => ({
  questionId: wire.vraagID,
  more: wire.maximumAantalResultatenBereikt,
  matches: wire.matches.map((match) => ({ vumId: match.vumID, ...shared(match) })),
});

export const foundVacancy = ({ bronID, vacature }: VacatureResponse, vumId: string): FoundVacancy => ({
  vumId,
  ...shared(vacature),
  id: vacature.idVacature,
  number: text(vacature.nummerVacature),
  sourceId: text(bronID),
  contacts: (vacature.werkgever?.contactpersoon ?? []).map((one) => ({
    name: text(one.naamContactpersoonAfdeling),
    emails: present(one.emailadres ?? []),
    telephones: present(one.telefoonnummer ?? []),
  })),
});
