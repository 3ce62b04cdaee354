import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../../../runtime/clock.js';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { notify } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { absenceNotices } from '../absence-notices.js';
import type { ChangeAppointmentInput } from './appointment-input.js';
import { appointmentToChange } from './appointment-to-change.js';
import type { Appointment } from './appointment.js';
import { checkAppointment } from './check-appointment.js';
import { overlapNotices } from './overlap-notices.js';
import { whenInDutch } from './when-in-dutch.js';

const NEVER_EMPTY = ['title', 'startsAt', 'endsAt', 'attendeeIds'] as const;

/** What the appointment becomes: what is left out stays as it was. */
const changed = (
  { employerId, title, startsAt, endsAt, location, attendeeIds, contactPersonIds }: Appointment,
  input: Omit<ChangeAppointmentInput, 'id'>,
) => ({
  employerId: employerId ?? null,
  title: (input.title ?? title).trim(),
  startsAt: input.startsAt ?? startsAt,
  endsAt: input.endsAt ?? endsAt,
  location: input.location === undefined ? (location ?? null) : input.location?.trim() || null,
  attendeeIds: input.attendeeIds ?? attendeeIds,
  contactPersonIds: input.contactPersonIds === undefined ? contactPersonIds : (input.contactPersonIds ?? []),
});

/**
 * Changes an appointment; its sequence rises, by which agendas know the newer one. Who is there is told, as are
 * who came and who no longer is. What changes nothing is told to nobody.
 */
export async function changeAppointment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: ChangeAppointmentInput,
): Promise<Outcome> {
  const { appointment, errors } = await appointmentToChange(context, em, input);
  if (errors) return refused(...errors);
  const empty = NEVER_EMPTY.filter((field) => input[field] === null);
  if (empty.length)
    return refused(
      ...empty.map((field) => userError('NOT_EMPTY', ['input', field], `${field} kan niet leeg worden gemaakt.`)),
    );
  const asked = changed(appointment, input);
  const errorsNow = await checkAppointment(em, asked, ['input']);
  // Who was there already is not judged again: a colleague who left keeps nobody from moving the appointment.
  const wrong = input.attendeeIds ? errorsNow : errorsNow.filter(({ code }) => code !== 'UNKNOWN_ATTENDEE');
  if (wrong.length) return refused(...wrong);
  const next = {
    ...asked,
    attendeeIds: [...new Set(asked.attendeeIds)],
    contactPersonIds: [...new Set(asked.contactPersonIds)],
  };
  if (isDeepStrictEqual(next, changed(appointment, {}))) return written(appointment.id);
  const before = appointment.attendeeIds;
  const left = before.filter((id) => !next.attendeeIds.includes(id));
  const notices = [
    ...(await overlapNotices(em, { id: appointment.id, ...next })),
    ...(await absenceNotices(em, next.attendeeIds, dayOf(next.startsAt))),
  ];
  em.assign(appointment, { ...next, sequence: appointment.sequence + 1, changedAt: context.clock.now() });
  await em.flush();

  const { professionalId } = whoAsks(context);
  const { id, employerId, title, startsAt, sequence } = appointment;
  const about = { subjectType: 'Appointment', subjectId: id, actorId: professionalId };
  const told = `${title}: ${whenInDutch(startsAt)}`;
  if (employerId)
    await putOnTimeline(em, context.clock, {
      ...about,
      employerId,
      kind: TimelineKind.APPOINTMENT,
      title: `Afspraak gewijzigd: ${told}`,
    });
  const tell = (kind: NotificationKind, recipientIds: string[], what: string) =>
    notify(em, context.clock, {
      ...about,
      kind,
      recipientIds,
      employerId: employerId ?? null,
      title: `${what}: ${told}`,
      occasion: String(sequence),
    });
  const came = next.attendeeIds.filter((one) => !before.includes(one));
  const stayed = next.attendeeIds.filter((one) => before.includes(one));
  await tell(NotificationKind.APPOINTMENT_PLANNED, came, 'Afspraak');
  await tell(NotificationKind.APPOINTMENT_CHANGED, stayed, 'Afspraak gewijzigd');
  await tell(NotificationKind.APPOINTMENT_CANCELLED, left, 'U bent niet meer bij de afspraak');
  return written(id, notices);
}
