import { oneLine, type Address } from '../address.js';
import type { Sbi } from './register-values.js';

/** Whether a register says anything here. */
export const isTold = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** A register's value as people write it; SBI by code, the main activity first. */
export function inWords(value: unknown): string {
  if (Array.isArray(value)) {
    const codes = (value as Sbi[]).toSorted((a, b) => Number(b.main) - Number(a.main)).map(({ code }) => code);
    return codes.join(', ');
  }
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return typeof value === 'object' ? oneLine(value as Address) : String(value);
}

/** Without what registers write differently and mean alike: capitals, and the space inside a postcode. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(\d{4}) ([a-z]{2})\b/g, '$1$2')
    .trim();
