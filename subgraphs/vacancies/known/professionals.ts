import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { userError } from '../../user-error.js';

/** Refusals of a professional who does not work here, as far as employers told: nobody is put in charge who is not there. */
export async function professionalErrors(
  em: EntityManager,
  professionalId: string,
  path: string[],
  requirement: string,
): Promise<UserError[]> {
  const [known] = await prepared<{ active: boolean }>(em, 'select active from professional_left where id = ?', [
    professionalId,
  ]);
  const refuse = (code: string, message: string) => [userError(code, path, message, requirement)];
  const field = path.at(-1)!;
  if (!known) return refuse('UNKNOWN_PROFESSIONAL', `Deze medewerker (${field}) bestaat niet.`);
  return known.active
    ? []
    : refuse('PROFESSIONAL_LEFT', `Deze medewerker (${field}) is niet meer werkzaam: noem een ander.`);
}
