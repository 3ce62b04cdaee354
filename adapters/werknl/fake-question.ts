import { z } from 'zod';

/**
 * What VUM takes as a question (MPVacature, 3.0.0). What is not described is let through: at a source it has no effect.
 */
const hours = z.number().int().min(1).max(99);
const command = z.looseObject({ $gte: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional() });
const CATEGORIES = [
  'A',
  'A1',
  'A2',
  'AM',
  'B',
  'B+',
  'C1',
  'C',
  'D1',
  'D',
  'BE',
  'C1E',
  'CE',
  'D1E',
  'DE',
  'T',
] as const;

export const Vraag = z.looseObject({
  selectiegebied: z.looseObject({
    afstand: z.number().int().min(0).max(999),
    postcode: z.string().regex(/^[0-9]{4}[a-zA-Z]{2}$/),
  }),
  'beroep.codeBeroepsnaam': z.looseObject({ $eq: z.string().max(200).optional() }).optional(),
  codeWerkEnDenkniveauMinimaal: z
    .union([
      z.strictObject({ $gte: z.enum(['1', '2', '3', '4', '5', '6']).optional(), $lt: z.literal('7') }),
      z.looseObject({ $eq: z.literal('7').optional(), $lt: z.never().optional() }),
    ])
    .optional(),
  datumAanvangWerkzaamheden: z.looseObject({ $gte: z.iso.date().optional() }).optional(),
  'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': z
    .looseObject({ $eq: z.union([z.literal(1), z.literal(2)]).optional() })
    .optional(),
  rijbewijs: z
    .looseObject({
      $all: z
        .array(
          z.looseObject({
            $elemMatch: z
              .looseObject({ codeSoortRijbewijs: z.looseObject({ $eq: z.enum(CATEGORIES).optional() }).optional() })
              .optional(),
          }),
        )
        .min(1)
        .optional(),
    })
    .optional(),
  taalbeheersing: z
    .looseObject({
      $all: z
        .array(
          z.looseObject({
            $elemMatch: z
              .looseObject({
                codeTaal: z.looseObject({
                  $eq: z
                    .string()
                    .regex(/^[a-z]{3}$/)
                    .optional(),
                }),
                codeNiveauTaalbeheersingMondeling: command.optional(),
                codeNiveauTaalbeheersingSchriftelijk: command.optional(),
              })
              .optional(),
          }),
        )
        .min(1)
        .optional(),
    })
    .optional(),
  'werktijden.aantalWerkurenPerWeekMaximaal': z.looseObject({ $gte: hours.optional() }).optional(),
  'werktijden.aantalWerkurenPerWeekMinimaal': z.looseObject({ $lte: hours.optional() }).optional(),
});
export type Vraag = z.infer<typeof Vraag>;
