import { validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { conflict, userError } from '../../../user-error.js';
import { Professional } from '../../organisation/professional.js';
import { Appointment } from './appointment.js';
import { whoGoesOn } from '../task/left-behind.js';

/**
 * The appointment, locked, that this professional may change: who made it, who is there, or who replaces one of these
 * when all of them left, whoever takes up what its maker had in hand. A refusal otherwise, when it was
 * called off, or when it changed since the client read it.
 */
export async function appointmentToChange(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  { id, expectedVersion }: { id: string; expectedVersion?: number | null },
): Promise<{ appointment: Appointment; errors?: never } | { appointment?: never; errors: UserError[] }> {
  const { professionalId } = whoAsks(context);
  const refuse = (code: string, message: string) => ({ errors: [userError(code, ['input', 'id'], message, 'R-095')] });
  if (validate(id)) await em.execute('select id from appointment where id = ? for update', [id]);
  const appointment = validate(id) ? await em.findOne(Appointment, { id }) : null;
  if (!appointment) return refuse('UNKNOWN_APPOINTMENT', 'Deze afspraak (id) bestaat niet.');
  const people = [appointment.organiserId, ...appointment.attendeeIds];
  if (!people.includes(professionalId)) {
    const found = await em.find(Professional, { id: { $in: people } }, { disableIdentityMap: true });
    const { organiserId: ownerId, employerId } = appointment;
    const [goOn] = found.some(({ active }) => active)
      ? [[]]
      : await whoGoesOn(em, context.clock.today(), [{ ownerId, employerId }]);
    if (!found.some(({ deputyIds }) => deputyIds.includes(professionalId)) && !goOn!.includes(professionalId))
      return refuse(
        'NOT_YOURS',
        'Alleen wie bij de afspraak (id) is, wie die maakte en hun vervangers kunnen die wijzigen.',
      );
  }
  if (appointment.cancelledAt) return refuse('APPOINTMENT_CANCELLED', 'Deze afspraak (id) gaat al niet door.');
  return expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== appointment.version
    ? { errors: [conflict(appointment.version)] }
    : { appointment };
}
