import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayOf, ZONE } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import type { Event } from '../../events.js';
import { lineOfEvent } from './line-of-event.js';

const frame = z.object({
  id: z.uuid(),
  occurredOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  actorId: z.string().nullable(),
  data: z.object({ employerId: z.uuid() }),
});

const noon = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).toInstant().toString();

/**
 * Puts what another subgraph tells on the timeline, once: the line has the event's id, however often it is handed over, so
 * that replaying all events makes the same timeline. What was known on the day itself stands at that moment, else at noon.
 * @throws ZodError naming the fields, never their values, when the event is not as agreed
 */
export async function takeInEvent(em: EntityManager, event: Event): Promise<void> {
  const line = lineOfEvent(event);
  if (!line) return;
  const { id, occurredOn, recordedAt, actorId, data } = frame.parse(event);
  await em.execute(
    `insert into timeline_entry (id, employer_id, at, recorded_at, kind, title, actor_id, subject_type, subject_id)
     values (?, ?, ?, ?, ?, ?, (select id from professional where id = ?), ?, ?) on conflict (id) do nothing`,
    [
      id,
      data.employerId,
      dayOf(new Date(recordedAt)) === occurredOn ? recordedAt : noon(occurredOn),
      recordedAt,
      line.kind,
      line.title,
      actorId,
      line.subjectType,
      line.subjectId,
    ],
  );
}
