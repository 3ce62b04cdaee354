import { v7 } from 'uuid';
import { dayOf } from '../../../../runtime/clock.js';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { notify } from '../../notification/notify.js';
import { NotificationKind } from '../../notification/notification.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { absenceNotices } from '../absence-notices.js';
import type { AppointmentInput } from './appointment-input.js';
import { AppointmentSchema } from './appointment.js';
import { checkAppointment } from './check-appointment.js';
import { overlapNotices } from './overlap-notices.js';
import { whenInDutch } from './when-in-dutch.js';

export interface PlannedFrom {
  /** Where the appointment stands in the input. Default `['input']`. */
  path?: string[];
  /** What it came from, e.g. a contact moment that was written before in this transaction. */
  subjectType?: string;
  subjectId?: string;
}

/**
 * Puts an appointment in the agenda of who is there, within the transaction of `em`. An attendee who is
 * elsewhere at that time is a notice; refusals leave nothing behind when the transaction is given up, as `write` does.
 */
export async function planAppointment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: AppointmentInput,
  { path = ['input'], subjectType, subjectId }: PlannedFrom = {},
): Promise<Outcome> {
  const errors = await checkAppointment(em, input, path);
  if (errors.length) return refused(...errors);
  const { professionalId } = whoAsks(context);
  const id = v7();
  const attendeeIds = [...new Set(input.attendeeIds)];
  const employerId = input.employerId ?? null;
  const title = input.title.trim();
  const { startsAt, endsAt } = input;
  const notices = [
    ...(await overlapNotices(em, { id, attendeeIds, startsAt, endsAt })),
    ...(await absenceNotices(em, attendeeIds, dayOf(startsAt))),
  ];
  await em.insert(AppointmentSchema, {
    id,
    employerId,
    title,
    startsAt,
    endsAt,
    location: input.location?.trim() || null,
    attendeeIds,
    contactPersonIds: [...new Set(input.contactPersonIds ?? [])],
    organiserId: professionalId,
    subjectType: subjectType ?? null,
    subjectId: subjectId ?? null,
    sequence: 0,
    changedAt: context.clock.now(),
    version: 1,
  });
  const about = { subjectType: 'Appointment', subjectId: id, actorId: professionalId };
  const told = `${title}: ${whenInDutch(startsAt)}`;
  if (employerId)
    await putOnTimeline(em, context.clock, { ...about, employerId, kind: TimelineKind.APPOINTMENT, title: told });
  await notify(em, context.clock, {
    ...about,
    kind: NotificationKind.APPOINTMENT_PLANNED,
    recipientIds: attendeeIds,
    employerId,
    title: `Afspraak ${told}`,
  });
  return written(id, notices);
}
