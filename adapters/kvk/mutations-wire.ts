import { z } from 'zod';

/**
 * The Mutatieservice's answers as they come over the wire, with KvK's own names (version 1.0.9). Fields we do not know are
 * let through and not looked at. Of a signal's detail only the frame is fixed: each type has its own fields, of which those of
 * 2025 are described in words only, so that they are looked for rather than demanded (look-for.ts).
 */
const text = z.string().nullish();
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const kvkNumber = z.string().regex(/^\d{8}$/);

export const Abonnementen = z.object({
  klantId: text,
  abonnementen: z.array(
    z.object({
      id: z.string().min(1),
      contract: z.object({ id: text }).nullish(),
      startDatum: moment.nullish(),
      eindDatum: moment.nullish(),
      actief: z.boolean().nullish(),
    }),
  ),
});

export const Signalen = z.object({
  pagina: z.int().positive(),
  aantal: z.int().nonnegative(),
  totaal: z.int().nonnegative(),
  totaalPaginas: z.int().nonnegative(),
  signalen: z.array(
    z.object({
      id: z.string().min(1).max(100),
      timestamp: moment,
      kvknummer: kvkNumber,
      signaalType: z.string().min(1).max(100),
      vestigingsnummer: text,
    }),
  ),
});

export const SignaalBericht = z.object({
  signaal: z.looseObject({
    signaalType: z.string().min(1).max(100),
    registratieTijdstip: moment,
    heeftBetrekkingOp: z.looseObject({ kvkNummer: kvkNumber }),
    indicatieCorrectie: z.boolean().nullish(),
  }),
});

export type Abonnementen = z.output<typeof Abonnementen>;
export type Signalen = z.output<typeof Signalen>;
export type SignaalBericht = z.output<typeof SignaalBericht>;
