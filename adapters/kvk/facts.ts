import { z } from 'zod';

/** What the KvK fake can be told, in our words; dates as the register may know them (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). */
const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

const AddressFact = z.strictObject({
  kind: z.enum(['VISITING', 'POSTAL']),
  shielded: z.boolean().default(false),
  street: z.string().optional(),
  houseNumber: z.int().optional(),
  houseLetter: z.string().optional(),
  addition: z.string().optional(),
  poBox: z.int().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  /** Abroad: the two lines of the address, instead of all the above. */
  foreign: z.strictObject({ street: z.string(), place: z.string(), region: z.string().optional() }).optional(),
  country: z.string().default('Nederland'),
  /** BAG and coordinates, told with `geoData=true` only. */
  geo: z
    .strictObject({ addressId: z.string(), objectId: z.string(), latitude: z.number(), longitude: z.number() })
    .optional(),
});

const ActivityFact = z.strictObject({ code: z.string(), description: z.string() });

const EstablishmentFact = z.strictObject({
  establishmentNumber: z.string().regex(/^\d{12}$/),
  main: z.boolean().default(false),
  commercial: z.boolean().default(true),
  name: z.string(),
  /** Default the name alone. */
  tradeNames: z.array(z.string()).optional(),
  nonMailing: z.boolean().default(true),
  registeredOn: PartialDate,
  startedOn: PartialDate.optional(),
  endedOn: PartialDate.optional(),
  fullTime: z.int().default(0),
  partTime: z.int().default(0),
  /** The first is the main one. Default those of the company. */
  activities: z.array(ActivityFact).optional(),
  websites: z.array(z.string()).default([]),
  addresses: z.array(AddressFact).default([]),
  /** Zoeken puts it before the main establishment, against its own document: so recorded for 69599084. */
  foundFirst: z.boolean().default(false),
});

const CompanyFact = z.strictObject({
  kind: z.literal('company').default('company'),
  kvkNumber: z.string().regex(/^\d{8}$/),
  rsin: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  name: z.string(),
  statutoryName: z.string().optional(),
  legalForm: z.string(),
  /** Default the legal form. */
  extendedLegalForm: z.string().optional(),
  nonMailing: z.boolean().default(true),
  registeredOn: PartialDate,
  startedOn: PartialDate.optional(),
  endedOn: PartialDate.optional(),
  /** Absent: KvK does not tell it. */
  headcount: z.int().optional(),
  /** Default the names of the establishments, each once. */
  tradeNames: z.array(z.string()).optional(),
  /** Names once borne; found with inactive ones included. */
  expiredNames: z.array(z.string()).default([]),
  /** The first is the main one. */
  activities: z.array(ActivityFact).default([]),
  websites: z.array(z.string()).default([]),
  /** Of the owner. */
  addresses: z.array(AddressFact).default([]),
  establishments: z.array(EstablishmentFact).default([]),
  /** Zoeken also finds the legal person. Default when there are no establishments. */
  legalPersonHit: z.boolean().optional(),
});

/** A number for which KvK gives an error: `code` by number, IPD5200 in a search. */
const ErrorFact = z.strictObject({
  kind: z.literal('error'),
  kvkNumber: z.string().regex(/^\d{8}$/),
  code: z.string(),
  /** Default KvK's own sentence for the code. */
  message: z.string().optional(),
});

export const KvkFact = z.union([CompanyFact, ErrorFact]);
/** As told, with what may be left out. */
export type KvkFact = z.input<typeof KvkFact>;
export type CompanyFact = z.output<typeof CompanyFact>;
export type EstablishmentFact = z.output<typeof EstablishmentFact>;
export type AddressFact = z.output<typeof AddressFact>;
export type ErrorFact = z.output<typeof ErrorFact>;
