import { z } from 'zod';

/**
 * VUM's answers as they come over the wire, with VUM's own names (VUM 3.0.0, vacatures). Codes are text or numbers here and
 * no enums: a new code is not an error. Fields we do not know are let through and not looked at. What is absent may be left
 * out or null; an empty value counts as absent (README of VUM).
 */
const text = z.string().nullish();
const number = z.number().nullish();
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullish();
const listOf = <T extends z.ZodType>(item: T) => z.array(item).nullish();

const Sector = z.object({ codeSbi: z.number().int().nullish() });
const Webadres = z.object({ codeWebadres: number, url: text });

const shared = {
  adres: z.object({ postcode: text, straatnaam: text, huisnummer: number, huisnummertoevoeging: text }).nullish(),
  arbeidsVoorwaarden: z
    .object({
      datumAanvangWerkzaamheden: date,
      datumEindeWerkzaamheden: date,
      omschrijvingArbeidsvoorwaarden: text,
      salarisIndicatie: text,
    })
    .nullish(),
  beroep: z.object({ codeBeroepsnaam: text }).nullish(),
  codeWerkEnDenkniveauMinimaal: text,
  competentiebeheersing: listOf(z.object({ codeCompetentie: text })),
  contractvorm: listOf(z.object({ codeTypeArbeidscontract: text, codeTypeOvereenkomst: text })),
  cursus: listOf(z.object({ indicatieCertificaat: number, naamCursus: text, toelichtingCursus: text })),
  flexibiliteit: z.object({ indicatieOnregelmatigWerkOfPloegendienst: number }).nullish(),
  naamVacature: text,
  omschrijvingVacature: text,
  opleiding: listOf(
    z.object({
      codeOpleidingsnaam: text,
      codeNiveauOpleiding: number,
      indicatieDiploma: number,
      toelichtingOpleiding: text,
    }),
  ),
  rijbewijs: listOf(z.object({ codeSoortRijbewijs: text })),
  sector: Sector.nullish(),
  sluitingsdatumVacature: date,
  sollicitatiewijze: listOf(z.object({ codeSollicitatiewijze: text, webadres: Webadres.nullish() })),
  taalbeheersing: listOf(
    z.object({
      codeTaal: text,
      codeNiveauTaalbeheersingLezen: number,
      codeNiveauTaalbeheersingLuisteren: number,
      codeNiveauTaalbeheersingMondeling: number,
      codeNiveauTaalbeheersingSchriftelijk: number,
    }),
  ),
  werkervaring: listOf(z.object({ aantalJarenWerkzaamInBeroep: number })),
  werktijden: z
    .object({
      aantalWerkurenPerWeekMaximaal: number,
      aantalWerkurenPerWeekMinimaal: number,
      indicatieKantoortijden: number,
    })
    .nullish(),
};

const werkgever = { handelsnaamOrganisatie: text, sector: listOf(Sector), webadres: listOf(Webadres) };
const id = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[a-zA-Z0-9_.-]+$/);

export const MPVacatureMatch = z.object({ ...shared, vumID: id(500), werkgever: z.object(werkgever).nullish() });

export const Vacature = z.object({
  ...shared,
  idVacature: id(200),
  nummerVacature: text,
  werkgever: z
    .object({
      ...werkgever,
      contactpersoon: listOf(
        z.object({
          naamContactpersoonAfdeling: text,
          emailadres: listOf(z.string()),
          telefoonnummer: listOf(z.string()),
        }),
      ),
    })
    .nullish(),
});

/** `POST /vacatures/matches`. */
export const VacaturesMatchesResponse = z.object({
  maximumAantalResultatenBereikt: z.boolean(),
  vraagID: z.string().max(100),
  matches: z.array(MPVacatureMatch),
});

/** `GET /vacatures/{vumID}`. */
export const VacatureResponse = z.object({ bronID: text, vacature: Vacature });

/** What stands in the body when VUM says no, e.g. 400.01. */
export const VumError = z.object({ code: z.string(), message: z.string(), details: text });

export type MPVacatureMatch = z.infer<typeof MPVacatureMatch>;
export type Vacature = z.infer<typeof Vacature>;
export type VacaturesMatchesResponse = z.infer<typeof VacaturesMatchesResponse>;
export type VacatureResponse = z.infer<typeof VacatureResponse>;
