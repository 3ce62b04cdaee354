import type { Enumeratie } from './hr-wire.js';

/** J or Ja, N or Nee; anything else is not told. */
export function yes(value: Enumeratie | null): boolean | null {
  for (const told of [value?.code, value?.omschrijving]) {
    if (told === 'J' || told === 'Ja') return true;
    if (told === 'N' || told === 'Nee') return false;
  }
  return null;
}
