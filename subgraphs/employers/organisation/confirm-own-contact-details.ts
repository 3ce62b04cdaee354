import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { emailErrors, lengthErrors, phoneErrors } from '../../user-error.js';
import { changeProfessional } from './change-professional.js';
import { openProfessional } from './open-professional.js';
import type { ConfirmOwnContactDetailsInput } from './professional-inputs.js';

/** Confirms the own telephone number and mail address, so that colleagues can reach who holds an account. */
export async function confirmOwnContactDetails(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: ConfirmOwnContactDetailsInput,
): Promise<Outcome> {
  const [phone, email] = [input.phone.trim(), input.email.trim()];
  const errors = [
    ...lengthErrors(['input', 'phone'], 'Het telefoonnummer (phone)', phone, 1, 40),
    ...lengthErrors(['input', 'email'], 'Het e-mailadres (email)', email, 1, 200),
    ...phoneErrors(['input', 'phone'], phone),
    ...emailErrors(['input', 'email'], email),
  ];
  const { person, errors: unknown } = await openProfessional(context, em, {});
  if (!person || errors.length) return refused(...unknown, ...errors);
  await changeProfessional(em, person, { phone, email, contactDetailsConfirmedAt: context.clock.now() });
  return written(whoAsks(context).professionalId);
}
