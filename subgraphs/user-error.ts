import { numberInDutch } from './in-dutch.js';
import type { UserError } from './payload.js';

/** A refusal of one input field: `path` from the input's name inwards, the message in plain Dutch. */
export const userError = (
  code: string,
  path: string[],
  message: string,
  requirement: string | null = null,
): UserError => ({ code, message, path, requirement });

/** The record has changed since the client read it. */
export const conflict = (currentVersion: number): UserError => ({
  code: 'CONFLICT',
  message: `Dit is intussen gewijzigd: de nieuwste versie (expectedVersion) is ${currentVersion}. Lees het opnieuw en probeer het nog eens.`,
  path: ['input', 'expectedVersion'],
  currentVersion,
});

/**
 * Refusal of a change that would write over what was not read: the version read is another than the current one, or is
 * not named. Of what is not there yet the current version is 0, and none needs to be named.
 */
export const unreadErrors = (expectedVersion: number | null | undefined, currentVersion: number): UserError[] => {
  if ((expectedVersion ?? 0) === currentVersion) return [];
  return expectedVersion == null
    ? [
        {
          ...conflict(currentVersion),
          message: `Dit staat er al (versie ${currentVersion}). Lees het eerst, en noem de versie die u las (expectedVersion).`,
        },
      ]
    : [conflict(currentVersion)];
};

/** Refusals of a text that is too short or too long; none when it is right. Lengths in characters, without outer spaces. */
export function lengthErrors(
  path: string[],
  name: string,
  value: string | null | undefined,
  min: number,
  max: number,
): UserError[] {
  const length = value?.trim().length ?? 0;
  if (value === null || value === undefined) return [];
  if (length < min)
    return [
      userError('TOO_SHORT', path, min === 1 ? `${name} mag niet leeg zijn.` : `${name} heeft minstens ${min} tekens.`),
    ];
  return length > max ? [userError('TOO_LONG', path, `${name} heeft hoogstens ${numberInDutch(max)} tekens.`)] : [];
}

/** Refusal of a list with too many in it; `name` finishes "Geef hoogstens 20 ...". */
export const countErrors = (
  path: string[],
  name: string,
  list: readonly unknown[] | null | undefined,
  most: number,
  requirement: string | null = null,
): UserError[] =>
  (list?.length ?? 0) > most
    ? [userError('TOO_MANY', path, `Geef hoogstens ${numberInDutch(most)} ${name}.`, requirement)]
    : [];

const EMAIL = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]{2,}$/;
const PHONE = /^\+?[0-9][0-9 ()-]{5,19}$/;

/** Refusals of a mail address that cannot be one. */
export const emailErrors = (path: string[], value: string | null | undefined): UserError[] =>
  !value || EMAIL.test(value)
    ? []
    : [userError('INVALID_EMAIL', path, 'Het e-mailadres heeft de vorm naam@domein.nl.')];

/** Refusals of a telephone number that cannot be one. */
export const phoneErrors = (path: string[], value: string | null | undefined): UserError[] =>
  !value || PHONE.test(value)
    ? []
    : [
        userError(
          'INVALID_PHONE',
          path,
          'Het telefoonnummer heeft 6 tot 20 cijfers, spaties of streepjes, eventueel met + ervoor.',
        ),
      ];
