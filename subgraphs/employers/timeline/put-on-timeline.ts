import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { ZONE, type Clock } from '../../../runtime/clock.js';
import type { EntityManager } from '../../database.js';
import { TimelineEntrySchema, type TimelineKind } from './timeline-entry.js';

export interface TimelineLine {
  employerId: string;
  kind: TimelineKind;
  /** Plain Dutch, one line, e.g. `Anna de Wit is hoofd-accounthouder geworden.` */
  title: string;
  /** Name of the type and id of what the line is about, so that a client can open it. */
  subjectType: string;
  subjectId: string;
  /** Who did it; null: a register, or the system itself. */
  actorId: string | null;
  /** The day it happened, `YYYY-MM-DD`; default today. A day before today stands at noon. */
  on?: string;
}

/** Puts lines on the timeline of their dossiers, in the transaction of what they tell of. */
export async function putOnTimeline(em: EntityManager, clock: Clock, ...lines: TimelineLine[]): Promise<void> {
  if (lines.length === 0) return;
  const now = clock.now();
  const at = (day: string | undefined): Date =>
    day && day !== clock.today()
      ? new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).epochMilliseconds)
      : now;
  await em.insertMany(
    TimelineEntrySchema,
    lines.map(({ on, ...line }) => ({ id: v7(), ...line, at: at(on), recordedAt: now })),
  );
}
