import { z } from 'zod';

/** A vacancy that others put on werk.nl, as VUM's Vacature (3.0.0). Told anew under one id, it takes the place of the old one. */
export const VacancyFact = z.strictObject({
  kind: z.literal('vacancy').default('vacancy'),
  vacature: z.looseObject({
    idVacature: z.string().regex(/^[a-zA-Z0-9_.-]{1,200}$/),
    adres: z.looseObject({ postcode: z.string().regex(/^[0-9]{4}[a-zA-Z]{2}$/) }),
  }),
  /** Who keeps it. */
  bronID: z.string().default('werk.nl'),
});

/** Where a postcode area is. An area that was not told is nowhere, and nothing is found near it. */
const PlaceFact = z.strictObject({
  kind: z.literal('place'),
  /** The four digits. */
  pc4: z.string().regex(/^[0-9]{4}$/),
  /** WGS 84, in degrees. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export const WerkNlFact = z.union([VacancyFact, PlaceFact]);
/** As told, with what may be left out. */
export type WerkNlFact = z.input<typeof WerkNlFact>;
export type VacancyFact = z.output<typeof VacancyFact>;
export type PlaceFact = z.output<typeof PlaceFact>;
/** VUM's Vacature, as loose as a fact may be. */
export type FactVacature = VacancyFact['vacature'];
