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

/** A subscription of ours at the Mutatieservice, beside the one that is always there. */
const SubscriptionFact = z.strictObject({
  kind: z.literal('subscription'),
  id: z.string(),
  contract: z.string().default('API Services Contract'),
  startedAt: z.iso.datetime().default('2020-01-01T00:00:00Z'),
  endedAt: z.iso.datetime().optional(),
  active: z.boolean().default(true),
});

/** What is new in the register; only what is given changes. `establishmentNumber` of the signal tells of which establishment. */
const ChangeFact = z.strictObject({
  name: z.string().optional(),
  legalForm: z.string().optional(),
  extendedLegalForm: z.string().optional(),
  endedOn: PartialDate.optional(),
  /** Of the company. */
  headcount: z.int().optional(),
  fullTime: z.int().optional(),
  partTime: z.int().optional(),
  activities: z.array(ActivityFact).optional(),
  websites: z.array(z.string()).optional(),
  /** Takes the place of the visiting address. */
  address: AddressFact.optional(),
  nonMailing: z.boolean().optional(),
});

/** Something changed: the company itself, from now on, and a signal that tells so. */
const SignalFact = z.strictObject({
  kind: z.literal('signal'),
  /** Default a new one. */
  id: z.string().optional(),
  /** Default now. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Default that of the subscription that is always there. */
  subscriptionId: z.string().optional(),
  kvkNumber: z.string().regex(/^\d{8}$/),
  establishmentNumber: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** Of the port (`MOVED`, `CEASED` and so on), or KvK's own word for a type that the port does not know. */
  type: z.string(),
  change: ChangeFact.default({}),
  /** KvK's code for why it was registered or ceased, or for the part that a continuing company has. */
  reason: z.strictObject({ code: z.string(), description: z.string() }).optional(),
  /** Companies that it merged with, was split into, or is continued by. */
  otherKvkNumbers: z.array(z.string().regex(/^\d{8}$/)).default([]),
  correction: z.boolean().default(false),
});

/** What the register holds. */
export const KvkFact = z.union([CompanyFact, ErrorFact]);
/** As told, with what may be left out. */
export type KvkFact = z.input<typeof KvkFact>;
/** Everything that the fake can be told: what the register holds, and what changes in it. */
export const KvkTold = z.union([CompanyFact, ErrorFact, SubscriptionFact, SignalFact]);
export type KvkTold = z.input<typeof KvkTold>;
export type CompanyFact = z.output<typeof CompanyFact>;
export type EstablishmentFact = z.output<typeof EstablishmentFact>;
export type AddressFact = z.output<typeof AddressFact>;
export type ErrorFact = z.output<typeof ErrorFact>;
export type SubscriptionFact = z.output<typeof SubscriptionFact>;
export type SignalFact = z.output<typeof SignalFact>;
export type ChangeFact = z.output<typeof ChangeFact>;
