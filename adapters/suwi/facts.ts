import { z } from 'zod';
import { isPayrollTaxNumber, passesEleven } from '../soap-formats.js';

/** What the SUWI fake can be told, in our words; dates as the register may know them (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). */
const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const payrollTaxNumber = z.string().refine(isPayrollTaxNumber, 'no loonheffingennummer');
const fiscalNumber = z.string().refine(passesEleven, 'no fiscal number');
/** CdRechtsvorm: at most 3 characters, none of them a digit. */
const legalForm = z.string().regex(/^\D{1,3}$/);
/** CdSectorOsv. */
const sector = z.string().regex(/^\d{3}$/);

const AddressFact = z.strictObject({
  kind: z.enum(['VISITING', 'POSTAL']),
  street: z.string().optional(),
  houseNumber: z.int().optional(),
  addition: z.string().optional(),
  poBox: z.int().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  municipality: z.string().optional(),
  /** Abroad: place and country instead of postcode and city. */
  foreign: z.strictObject({ street: z.string(), place: z.string(), country: z.string() }).optional(),
  startedOn: PartialDate.optional(),
  endedOn: PartialDate.optional(),
});

const EmployerFact = z.strictObject({
  kind: z.literal('employer').default('employer'),
  kvkNumber: z.string().regex(/^\d{8}$/),
  fiscalNumber: fiscalNumber.optional(),
  name: z.string(),
  legalForm: legalForm.optional(),
  legalFormDescription: z.string().optional(),
  sector: sector.optional(),
  startedOn: PartialDate.optional(),
  endedOn: PartialDate.optional(),
  headcount: z.int().nonnegative().optional(),
  headcountOn: PartialDate.optional(),
  establishmentNumbers: z.array(z.string().regex(/^\d{12}$/)).default([]),
  payrollTaxNumbers: z.array(payrollTaxNumber).default([]),
  addresses: z.array(AddressFact).default([]),
  /** An FWI Waarschuwing that comes beside the data. */
  warning: z.strictObject({ code: z.string(), text: z.string() }).optional(),
});

/** Where a person earns. `bsn` is invented, always. */
const IncomeFact = z.strictObject({
  kind: z.literal('income'),
  bsn: z.string().refine(passesEleven, 'no BSN'),
  employers: z.array(
    z.strictObject({
      payrollTaxNumber,
      name: z.string().optional(),
      /** Absent: a person employs. */
      fiscalNumber: fiscalNumber.optional(),
      legalForm: legalForm.optional(),
      sector: sector.optional(),
      startedOn: PartialDate.optional(),
      endedOn: PartialDate.optional(),
      addresses: z.array(AddressFact).default([]),
    }),
  ),
});

/** A number for which SUWI answers with FWI alone, or with a SOAP Fault. `number` is any that can be asked for. */
const ErrorFact = z.strictObject({
  kind: z.literal('error'),
  number: z.string(),
  as: z.enum(['Fout', 'Waarschuwing', 'Informatie', 'Fault']),
  code: z.string(),
  text: z.string(),
});

export const SuwiFact = z.union([EmployerFact, IncomeFact, ErrorFact]);
/** As told, with what may be left out. */
export type SuwiFact = z.input<typeof SuwiFact>;
export type EmployerFact = z.output<typeof EmployerFact>;
export type IncomeFact = z.output<typeof IncomeFact>;
export type ErrorFact = z.output<typeof ErrorFact>;
export type AddressFact = z.output<typeof AddressFact>;
