import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { notify } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import type { CancelAppointmentInput } from './appointment-input.js';
import { appointmentToChange } from './appointment-to-change.js';
import { whenInDutch } from './when-in-dutch.js';

/** Calls an appointment off. It stays in agendas as cancelled, so that they take it away too. */
export async function cancelAppointment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: CancelAppointmentInput,
): Promise<Outcome> {
  const { appointment, errors } = await appointmentToChange(context, em, input);
  if (errors) return refused(...errors);
  const now = context.clock.now();
  em.assign(appointment, { cancelledAt: now, changedAt: now, sequence: appointment.sequence + 1 });
  await em.flush();
  const { id, employerId, title, startsAt, attendeeIds, sequence } = appointment;
  const about = {
    subjectType: 'Appointment',
    subjectId: id,
    actorId: whoAsks(context).professionalId,
    title: `Afspraak afgezegd: ${title}, ${whenInDutch(startsAt)}`,
  };
  if (employerId) await putOnTimeline(em, context.clock, { ...about, employerId, kind: TimelineKind.APPOINTMENT });
  await notify(em, context.clock, {
    ...about,
    kind: NotificationKind.APPOINTMENT_CANCELLED,
    recipientIds: attendeeIds,
    employerId: employerId ?? null,
    occasion: String(sequence),
  });
  return written(id);
}
