import { z } from 'zod';

/**
 * VUM's answers as they come over the wire, with VUM's own names. Fields we do not know are let through and not looked at;
 * codes we do not know are text like any other. An empty text, list or object counts as absent (VUM's README, weergave).
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value || null);
/** A code, be it written as a number or as text. */
const code = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === '' ? null : (value?.toString() ?? null)));
const count = z
  .int()
  .nonnegative()
  .nullish()
  .transform((value) => value ?? null);
const date = z
  .union([z.literal(''), z.iso.date()])
  .nullish()
  .transform((value) => value || null);
/** 1 is yes, 2 is no; 0 (not known), 8 (does not apply) and all else is null, never false. */
const indication = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (Number(value) === 1 ? true : Number(value) === 2 ? false : null));
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((found): z.output<T>[] => found ?? []);
/** An object that may be absent: as if it stood there without anything in it. */
const part = <T extends z.ZodType>(shape: T) => z.preprocess((value) => value ?? {}, shape);

const Beroep = z.object({ codeBeroepsnaam: code });

const Arbeidsmarktkwalificatie = z.object({
  codeWerkEnDenkniveauWerkzoekende: code,
  cursus: list(
    z.object({
      naamCursus: text,
      naamOpleidingsinstituut: text,
      toelichtingCursus: text,
      indicatieCertificaat: indication,
      datumCertificaat: date,
      datumAanvangVolgenCursus: date,
      datumEindeVolgenCursus: date,
    }),
  ),
  competentiebeheersing: list(z.object({ codeCompetentie: code })),
  interesse: list(z.object({ naamInteresse: text })),
  opleiding: list(
    z.object({
      codeOpleidingsnaam: code,
      codeNiveauOpleiding: code,
      codeStatusOpleiding: code,
      indicatieDiploma: indication,
      datumDiploma: date,
      datumAanvangVolgenOpleiding: date,
      datumEindeVolgenOpleiding: date,
      naamOpleidingsinstituut: text,
      toelichtingOpleiding: text,
    }),
  ),
  rijbewijs: list(z.object({ codeSoortRijbewijs: code })),
  taalbeheersing: list(
    z.object({
      codeTaal: code,
      codeNiveauTaalbeheersingLezen: code,
      codeNiveauTaalbeheersingLuisteren: code,
      codeNiveauTaalbeheersingMondeling: code,
      codeNiveauTaalbeheersingSchriftelijk: code,
    }),
  ),
  werkervaring: list(
    z.object({
      beroep: part(Beroep),
      naamOrganisatie: text,
      toelichtingWerkervaring: text,
      datumAanvangWerkzaamheden: date,
      datumEindeWerkzaamheden: date,
    }),
  ),
});

const Mobiliteit = z.object({ bemiddelingspostcode: text, maximaleReisafstand: count, maximaleReistijd: count });

/** What a match and a profile have in common. */
const Profiel = z.object({
  mobiliteit: part(Mobiliteit),
  bemiddelingsberoep: list(Beroep),
  contractvorm: list(z.object({ codeTypeArbeidscontract: code, codeTypeOvereenkomst: code })),
  arbeidsmarktkwalificatie: part(Arbeidsmarktkwalificatie),
  flexibiliteit: part(
    z.object({
      indicatieOnregelmatigWerkOfPloegendienst: indication,
      datumAanvangBeschikbaarVoorWerk: date,
      datumEindeBeschikbaarVoorWerk: date,
    }),
  ),
  werktijden: part(
    z.object({
      aantalWerkurenPerWeekMinimaal: count,
      aantalWerkurenPerWeekMaximaal: count,
      indicatieKantoortijden: indication,
    }),
  ),
  sector: list(z.object({ codeSbi: code })),
  vervoermiddel: list(
    z.object({
      codeVervoermiddel: code,
      indicatieBeschikbaarVoorWoonWerkverkeer: indication,
      indicatieBeschikbaarVoorUitvoeringWerk: indication,
    }),
  ),
  indicatieBeschikbaarheidContactgegevens: indication,
});

const MPWerkzoekendeMatch = Profiel.extend({
  vumID: z.string().min(1),
  mobiliteit: Mobiliteit.extend({ bemiddelingspostcode: z.string().min(1) }),
});

const Werkzoekende = Profiel.extend({
  idWerkzoekende: text,
  persoonlijkePresentatie: text,
  contactpersoon: list(z.object({ naamContactpersoonAfdeling: text, emailadres: text, telefoonnummer: text })),
  emailadres: list(text),
  telefoonnummer: list(text),
  webadres: list(z.object({ codeWebadres: code, url: text })),
  eisAanWerk: part(
    z.object({
      indicatieAanpassingWerkomgeving: indication,
      indicatieBegeleiding: indication,
      indicatieWerkvariatie: indication,
    }),
  ),
  indicatieLdrRegistratie: indication,
});

export const WerkzoekendeProfielMatchesResponse = z.object({
  maximumAantalResultatenBereikt: z.boolean(),
  vraagID: z.string(),
  matches: z.array(MPWerkzoekendeMatch),
});

export const WerkzoekendeProfielResponse = z.object({ bronID: text, werkzoekende: Werkzoekende });

/** VUM's error. Its codes are text: 400.01, 429.01, 500.1. */
export const VumFout = z.object({ code: z.string(), message: z.string().nullish() });

export type Profiel = z.output<typeof Profiel>;
