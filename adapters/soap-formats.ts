import { z } from 'zod';
import { PartnerError, type Partner } from './partner-error.js';

/** The first of an element that may be absent or, against the schema, stand there more often; null when absent. */
export const first = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((found): z.output<T> | null => found?.[0] ?? null);

/** The first of an element that must stand there. */
export const required = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1)
    .transform((found): z.output<T> => found[0]!);

/** All of an element; absent is []. */
export const every = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((found): z.output<T>[] => found ?? []);

/** Text; an element without any is null. Codes that we do not know are text like any other. */
export const text = z.string().transform((value) => value || null);

/** `data` if it has the agreed shape. @throws PartnerError MALFORMED, which tells where it differs and not what stood there */
export function check<T extends z.ZodType>(partner: Partner, shape: T, data: unknown): z.output<T> {
  const checked = shape.safeParse(data);
  if (checked.success) return checked.data;
  const where = checked.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new PartnerError(partner, 'MALFORMED', { cause: new Error(where.join('; ')) });
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/**
 * SuwiML `Datum` (YYYYMMDD, 00 and year 0000 are not known); null when nothing of it is known.
 * A day that cannot be makes the field unusable: `z.NEVER` with an issue, and so MALFORMED.
 */
export const datum = z.string().transform((value, context): PartialDate | null => {
  if (value === '') return null;
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)];
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!/^\d{8}$/.test(value) || Number(month) > 12 || Number(day) > (month === '00' ? 31 : days)) {
    context.addIssue({ code: 'custom', message: 'a date that cannot be' });
    return z.NEVER;
  }
  if (year === '0000') return null;
  if (month === '00') return year;
  return day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
});

/** A partial date as SuwiML writes it: the other way round. */
export const toDatum = (date: PartialDate): string => date.replaceAll('-', '').padEnd(8, '0');

/** SuwiML `StdIndJN` and `StdInd`: 1 is yes, 2 is no; 0 (not known), 8 (does not apply) and all else is null, never false. */
export const indication = z.string().transform((value) => (value === '1' ? true : value === '2' ? false : null));

/** The check on a BSN, and on the fiscal number it looks like: 9 digits, not all 0, weighed sum divisible by 11. */
export const passesEleven = (number: string): boolean =>
  /^\d{9}$/.test(number) &&
  number !== '000000000' &&
  [...number].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;

/** Loonheffingennummer: a fiscal number, L, and two digits. */
export const isPayrollTaxNumber = (number: string): boolean =>
  /^\d{9}L\d{2}$/.test(number) && passesEleven(number.slice(0, 9));
