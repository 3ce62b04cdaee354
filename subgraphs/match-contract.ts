import { z } from 'zod';

/**
 * What the subgraphs vacancies and jobseekers tell each other for matching, as `matchCriteria` and `matchProfile`
 * (JSON that no client sees). They may be of different ages, so each checks what it is told.
 */
const code = z.string().min(1);
const language = z.object({
  /** ISO 639-2, e.g. `nld`. */
  code: z.string().regex(/^[a-z]{3}$/),
  /** 1 (none) to 4 (excellent); null when nothing is known. */
  speaking: z.int().nullable(),
  writing: z.int().nullable(),
});
/** ISCO-08 unit group (4 digits), or a finer code of our own that begins with it (`8332.2`). */
const occupation = z.object({ code: code.nullable(), name: z.string() });

/** What a vacancy asks. */
export const MatchCriteria = z.object({
  regionId: z.string().nullable(),
  occupation,
  competences: z.array(
    z.object({
      code: z.int().nullable(),
      name: z.string(),
      /** 1 to 5. */
      level: z.int(),
      weight: z.int().min(1),
      essential: z.boolean(),
      trainable: z.boolean(),
    }),
  ),
  drivingLicences: z.array(z.string()),
  hardRequirements: z.array(z.object({ key: z.string(), description: z.string(), trainable: z.boolean() })),
  languages: z.array(language),
  affinities: z.array(z.string()),
  hoursMin: z.number().nullable(),
  hoursMax: z.number().nullable(),
  irregularHours: z.boolean().nullable(),
  /** 1 (no schooling) to 6 (university). */
  minimumLevel: z.int().nullable(),
  /** `YYYY-MM-DD` */
  startsOn: z.string().nullable(),
});
export type MatchCriteria = z.infer<typeof MatchCriteria>;

/** What a jobseeker offers, and wants. */
export const MatchProfile = z.object({
  regionId: z.string().nullable(),
  /** Sought and done before. */
  occupations: z.array(occupation),
  competences: z.array(
    z.object({
      code: z.int().nullable(),
      name: z.string(),
      /** 1 to 5; null when not assessed. */
      mastery: z.int().nullable(),
    }),
  ),
  drivingLicences: z.array(z.string()),
  skills: z.array(z.string()),
  languages: z.array(language),
  interests: z.array(z.string()),
  education: z.array(z.object({ level: z.int(), diploma: z.boolean().nullable() })),
  hoursMin: z.number().nullable(),
  hoursMax: z.number().nullable(),
  irregular: z.boolean().nullable(),
  availableFrom: z.string().nullable(),
});
export type MatchProfile = z.infer<typeof MatchProfile>;
