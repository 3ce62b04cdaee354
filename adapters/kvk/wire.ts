import { z } from 'zod';

/**
 * KvK's answers as they come over the wire, with KvK's own names (API Zoeken 2.1.0, Basisprofiel 1.5.0,
 * Vestigingsprofiel 1.5.0, Naamgeving 1.1.1). Fields we do not know are let through and not looked at.
 * What is absent may be left out or null.
 */
const text = z.string().nullish();
const whole = z.number().int().nonnegative().nullish();
const yesNo = z.enum(['Ja', 'Nee']).nullish();
const date = z
  .string()
  .regex(/^\d{8}$/)
  .nullish();
const listOf = <T extends z.ZodType>(item: T) => z.array(item).nullish();

/** The shape until 2026 (`links`), and the one since (`_links`). */
const links = {
  links: listOf(z.object({ rel: z.string(), href: z.string() })),
  _links: z.record(z.string(), z.object({ href: z.string() }).nullish()).nullish(),
};

const Adres = z.object({
  type: text,
  indAfgeschermd: yesNo,
  volledigAdres: text,
  straatnaam: text,
  huisnummer: whole,
  huisnummerToevoeging: text,
  huisletter: text,
  aanduidingBijHuisnummer: text,
  toevoegingAdres: text,
  postcode: text,
  postbusnummer: whole,
  plaats: text,
  straatHuisnummer: text,
  postcodeWoonplaats: text,
  regio: text,
  land: text,
});
const Handelsnaam = z.object({ naam: z.string(), volgorde: whole });
const SbiActiviteit = z.object({
  sbiCode: z.string().regex(/^\d{2,6}$/),
  sbiOmschrijving: text,
  indHoofdactiviteit: yesNo,
});
const MaterieleRegistratie = z.object({ datumAanvang: date, datumEinde: date }).nullish();

export const Vestiging = z.object({
  vestigingsnummer: z.string().regex(/^\d{12}$/),
  kvkNummer: text,
  rsin: text,
  indNonMailing: yesNo,
  formeleRegistratiedatum: date,
  materieleRegistratie: MaterieleRegistratie,
  statutaireNaam: text,
  eersteHandelsnaam: text,
  indHoofdvestiging: yesNo,
  indCommercieleVestiging: yesNo,
  voltijdWerkzamePersonen: whole,
  totaalWerkzamePersonen: whole,
  deeltijdWerkzamePersonen: whole,
  handelsnamen: listOf(Handelsnaam),
  adressen: listOf(Adres),
  websites: listOf(z.string()),
  sbiActiviteiten: listOf(SbiActiviteit),
  ...links,
});

export const Eigenaar = z.object({
  rsin: text,
  rechtsvorm: text,
  uitgebreideRechtsvorm: text,
  adressen: listOf(Adres),
  websites: listOf(z.string()),
  ...links,
});

export const Basisprofiel = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  indNonMailing: yesNo,
  naam: z.string(),
  formeleRegistratiedatum: date,
  materieleRegistratie: MaterieleRegistratie,
  totaalWerkzamePersonen: whole,
  statutaireNaam: text,
  handelsnamen: listOf(Handelsnaam),
  sbiActiviteiten: listOf(SbiActiviteit),
  _embedded: z.object({ eigenaar: Eigenaar.nullish(), hoofdvestiging: Vestiging.nullish() }).nullish(),
  ...links,
});

export const VestigingList = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  vestigingen: listOf(
    z.object({
      vestigingsnummer: z.string().regex(/^\d{12}$/),
      eersteHandelsnaam: text,
      indHoofdvestiging: yesNo,
      indAdresAfgeschermd: yesNo,
      indCommercieleVestiging: yesNo,
      volledigAdres: text,
    }),
  ),
});

export const Naamgeving = z.object({
  kvkNummer: z.string().regex(/^\d{8}$/),
  rsin: text,
  statutaireNaam: text,
  naam: text,
  ookGenoemd: text,
  startdatum: date,
  einddatum: date,
  vestigingen: listOf(
    z.object({
      vestigingsnummer: z.string().regex(/^\d{12}$/),
      eersteHandelsnaam: text,
      naam: text,
      ookGenoemd: text,
      handelsnamen: listOf(Handelsnaam),
    }),
  ),
});

export const Resultaat = z.object({
  pagina: z.number().int(),
  resultatenPerPagina: z.number().int(),
  totaal: z.number().int().nonnegative(),
  resultaten: z.array(
    z.object({
      kvkNummer: z.string().regex(/^\d{8}$/),
      rsin: text,
      vestigingsnummer: text,
      naam: z.string(),
      adres: z
        .object({
          binnenlandsAdres: z.object({ type: text, straatnaam: text, plaats: text }).nullish(),
          buitenlandsAdres: z.object({ straatHuisnummer: text, postcodeWoonplaats: text, land: text }).nullish(),
        })
        .nullish(),
      type: z.enum(['hoofdvestiging', 'nevenvestiging', 'rechtspersoon']),
      actief: yesNo,
      vervallenNaam: text,
    }),
  ),
});

/** What stands in the body when KvK says no. */
export const Fouten = z.object({
  fout: z.array(z.object({ code: z.string(), omschrijving: z.string() })).min(1),
});

export type Adres = z.infer<typeof Adres>;
export type Vestiging = z.infer<typeof Vestiging>;
export type Eigenaar = z.infer<typeof Eigenaar>;
export type Basisprofiel = z.infer<typeof Basisprofiel>;
export type VestigingList = z.infer<typeof VestigingList>;
export type Naamgeving = z.infer<typeof Naamgeving>;
export type Resultaat = z.infer<typeof Resultaat>;
export type SbiActiviteit = z.infer<typeof SbiActiviteit>;
export type Handelsnaam = z.infer<typeof Handelsnaam>;

/** Whether an answer links to `rel`, in either shape. Where the link points is never followed: paths are ours. */
export function linksTo(answer: Pick<Basisprofiel, 'links' | '_links'>, rel: string): boolean {
  return Boolean(answer._links?.[rel]) || Boolean(answer.links?.some((link) => link.rel === rel));
}
