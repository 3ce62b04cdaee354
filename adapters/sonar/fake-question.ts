import { z } from 'zod';

/** The vraagObject of VUM 3.0.0: what is not described here is let through, and has no effect on what is found. */
const hours = z.int().min(1).max(99);
const indication = z.looseObject({ $eq: z.literal([1, 2]).optional() });
const level = z.looseObject({ $gte: z.literal([2, 3, 4]).optional() });
const text = (shape: z.ZodType<string>) => z.looseObject({ $eq: shape.optional() });

const beroep = z.looseObject({
  'beroep.codeBeroepsnaam': text(z.string().max(200)).optional(),
  /** So the field is called in a profile; the specification of the question still calls it as above. */
  codeBeroepsnaam: text(z.string().max(200)).optional(),
});
const contract = z.looseObject({ codeTypeArbeidscontract: text(z.enum(['O', 'B'])).optional() });
const rijbewijs = z.looseObject({
  $elemMatch: z.looseObject({ codeSoortRijbewijs: text(z.string().max(3)).optional() }).optional(),
});
const taal = z.looseObject({
  $elemMatch: z
    .looseObject({
      codeTaal: text(z.string().regex(/^[a-z]{3}$/)),
      codeNiveauTaalbeheersingMondeling: level.optional(),
      codeNiveauTaalbeheersingSchriftelijk: level.optional(),
    })
    .optional(),
});
const any = <T extends z.ZodType>(item: T, least: number) =>
  z.looseObject({ $elemMatch: z.looseObject({ $or: z.array(item).min(least).optional() }).optional() });
const all = <T extends z.ZodType>(item: T) => z.looseObject({ $all: z.array(item).min(1).optional() });

export const VraagObject = z.looseObject({
  selectiegebied: z.looseObject({
    postcode: z.string().regex(/^[0-9]{4}[a-zA-Z]{2}$/),
    afstand: z.int().min(0).max(999),
  }),
  bemiddelingsberoep: any(beroep, 0).optional(),
  contractvorm: any(contract, 1).optional(),
  'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': indication.optional(),
  'werktijden.indicatieKantoortijden': indication.optional(),
  'werktijden.aantalWerkurenPerWeekMaximaal': z.looseObject({ $gte: hours.optional() }).optional(),
  'werktijden.aantalWerkurenPerWeekMinimaal': z.looseObject({ $lte: hours.optional() }).optional(),
  datumAanvangBeschikbaarVoorWerk: z.looseObject({ $lte: z.iso.date().optional() }).optional(),
  'arbeidsmarktkwalificatie.rijbewijs': all(rijbewijs).optional(),
  'arbeidsmarktkwalificatie.taalbeheersing': all(taal).optional(),
});

export const WerkzoekendeProfielMatchesRequest = z.strictObject({ vraagObject: VraagObject });
export type VraagObject = z.output<typeof VraagObject>;
