import type { KvkCode } from './mutations-port.js';
import type { PartialDate } from './port.js';

/**
 * What stands somewhere in a signal, by its name: the details of the types of 2025 are public in words only, so that no
 * place can be demanded of them.
 */

/** Deeper than any signal; what lies deeper is not looked for. */
export const DEEPEST = 12;

/** Every value under one of these names, however deep, in the order it stands there; lists are taken apart. */
export function allOf(value: unknown, names: readonly string[], left = DEEPEST): unknown[] {
  if (left === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => allOf(one, names, left - 1));
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) => [
    ...(names.includes(name) ? (Array.isArray(inside) ? (inside as unknown[]) : [inside]) : []),
    ...allOf(inside, names, left - 1),
  ]);
}

export const ESTABLISHMENT = /^\d{12}$/;

const numbers = (value: unknown, names: readonly string[], shape: RegExp): string[] => [
  ...new Set(allOf(value, names).filter((one): one is string => typeof one === 'string' && shape.test(one))),
];
export const establishmentNumbers = (value: unknown) =>
  numbers(value, ['vestigingsnummer', 'vestigingsnummers'], ESTABLISHMENT);
export const kvkNumbers = (value: unknown) => numbers(value, ['kvkNummer', 'kvkNummers', 'kvknummer'], /^\d{8}$/);

export const firstText = (value: unknown, names: readonly string[]): string | null =>
  allOf(value, names).find((one): one is string => typeof one === 'string' && one !== '') ?? null;

/** A code with its words, or a code alone. */
export function code(value: unknown, names: readonly string[]): KvkCode | null {
  const found = allOf(value, names)[0];
  if (typeof found === 'string' && found) return { code: found, description: null };
  const told = firstText(found, ['code']);
  return told === null ? null : { code: told, description: firstText(found, ['omschrijving']) };
}

/** `2026-01-31` with or without a time, or `20260131`; anything else is not known. */
export function date(value: unknown, names: readonly string[]): PartialDate | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/.exec(firstText(value, names) ?? '');
  const [, year, month, day] = found ?? [];
  if (!year || year === '0000' || month! > '12' || day! > '31') return null;
  return month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}
