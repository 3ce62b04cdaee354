import { z } from 'zod';
import { passesEleven } from '../soap-formats.js';

/** What the Sonar fake can be told. Of a person in our words; a profile as VUM writes it, so that its own files can be told. */
const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
/** Invented, always. */
const bsn = z.string().refine(passesEleven, 'no BSN');
/** A code of a list of SuwiML with its name, or a name alone. */
const Coded = z.strictObject({ code: z.string().optional(), name: z.string().optional() });

/** A profile of VUM's `Werkzoekende`. It takes the place of one with the same number. */
const ProfileFact = z.strictObject({
  kind: z.literal('profile'),
  /** Default the OIN of the fake. */
  bronID: z.string().max(200).optional(),
  werkzoekende: z.looseObject({
    idWerkzoekende: z.string().regex(/^[a-zA-Z0-9_.-]{1,200}$/),
    mobiliteit: z.looseObject({ bemiddelingspostcode: z.string().regex(/^[0-9]{4}[a-zA-Z]{2}$/) }).optional(),
  }),
});

/** Where the middle of a postcode area lies. An area that was not told lies nowhere: nothing is near it. */
const PlaceFact = z.strictObject({
  kind: z.literal('place'),
  pc4: z.string().regex(/^[1-9]\d{3}$/),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const EducationFact = z.strictObject({
  name: Coded,
  levelCode: z.string().length(1).optional(),
  diploma: z.boolean().optional(),
  diplomaOn: PartialDate.optional(),
  startedOn: PartialDate.optional(),
  endedOn: PartialDate.optional(),
});

const PersonFact = z.strictObject({
  kind: z.literal('person'),
  bsn,
  firstNames: z.string().optional(),
  surnamePrefix: z.string().max(10).optional(),
  surname: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  municipality: z.string().optional(),
  registeredOn: PartialDate.optional(),
  registeredUntil: PartialDate.optional(),
  wantedOccupations: z.array(Coded).default([]),
  availableFrom: PartialDate.optional(),
  availableUntil: PartialDate.optional(),
  hoursPerWeek: z.number().min(0).max(99).optional(),
  placeable: z.boolean().optional(),
  maxTravelMinutes: z.int().min(0).max(999).optional(),
  willingToMove: z.boolean().optional(),
  irregularHours: z.boolean().optional(),
  education: z.array(EducationFact).default([]),
  experience: z.array(z.strictObject({ occupation: Coded, years: z.int().min(0).max(99).optional() })).default([]),
  employments: z
    .array(
      z.strictObject({
        employer: z.string().max(70),
        occupation: Coded,
        startedOn: PartialDate.optional(),
        endedOn: PartialDate.optional(),
      }),
    )
    .default([]),
  drivingLicences: z.array(z.string().max(3)).default([]),
  competences: z.array(Coded).default([]),
  referrals: z.array(z.strictObject({ on: PartialDate, placed: z.boolean().optional() })).default([]),
});

const TargetGroupFact = z.strictObject({
  kind: z.literal('target-group'),
  bsn,
  /** LdrRegistratieWbQa stands in the answer. Absent or false: it does not. */
  countsForJobAgreement: z.boolean().default(false),
  countsUntil: PartialDate.optional(),
  grounds: z
    .array(
      z.strictObject({
        code: z.string().length(2).optional(),
        startedOn: PartialDate,
        endedOn: PartialDate.optional(),
      }),
    )
    .default([]),
});

const BenefitsFact = z.strictObject({
  kind: z.literal('benefits'),
  bsn,
  benefits: z.array(
    z.strictObject({
      /** CdSzWet. */
      lawCode: z.string().regex(/^\D{1,5}$/),
      startedOn: PartialDate.optional(),
      endedOn: PartialDate.optional(),
      maximumUntil: PartialDate.optional(),
      hoursPerWeek: z.number().min(0).max(99).optional(),
    }),
  ),
});

/** A number about which Suwinet answers with FWI alone, or with a SOAP Fault, whichever service is asked. */
const ErrorFact = z.strictObject({
  kind: z.literal('error'),
  bsn,
  as: z.enum(['Fout', 'Waarschuwing', 'Informatie', 'Fault']),
  code: z.string(),
  text: z.string(),
});

/** A vumID about which VUM answers with an error: 400.01, 400.02, 429.01, 500.1 or 500.3. */
const VumErrorFact = z.strictObject({
  kind: z.literal('vum-error'),
  vumID: z.string(),
  code: z.string().max(10),
  message: z.string().max(500).optional(),
});

export const SonarFact = z.discriminatedUnion('kind', [
  ProfileFact,
  PlaceFact,
  PersonFact,
  TargetGroupFact,
  BenefitsFact,
  ErrorFact,
  VumErrorFact,
]);
/** As told, with what may be left out. */
export type SonarFact = z.input<typeof SonarFact>;
export type ToldFact = z.output<typeof SonarFact>;
export type Werkzoekende = z.output<typeof ProfileFact>['werkzoekende'];
export type ProfileFact = z.output<typeof ProfileFact>;
export type PlaceFact = z.output<typeof PlaceFact>;
export type PersonFact = z.output<typeof PersonFact>;
export type TargetGroupFact = z.output<typeof TargetGroupFact>;
export type BenefitsFact = z.output<typeof BenefitsFact>;
export type ErrorFact = z.output<typeof ErrorFact>;
export type VumErrorFact = z.output<typeof VumErrorFact>;
