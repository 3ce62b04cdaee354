import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notifyOfAll, type Told } from '../../notification/notify.js';
import { Professional } from '../../organisation/professional.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import {
  MarketApproachStatus,
  MarketApproachTarget,
  MarketApproachTargetSchema,
  type MarketApproachTargetInput,
} from './market-approach-plan.js';

const READ = { disableIdentityMap: true } as const;

interface SavedTarget {
  id: string;
  employerId: string;
  from: string | null;
  to: string | null;
}

/**
 * Writes the targets of a plan as they are now to be: an employer that was a target keeps its record, and one
 * that is named no more is dropped. Who is to approach an employer, or is no longer, is told.
 */
export async function saveTargets(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  plan: { id: string; version: number; title: string },
  targets: readonly MarketApproachTargetInput[],
): Promise<void> {
  const before = await em.find(MarketApproachTarget, { planId: plan.id, droppedAt: null }, READ);
  const stood = new Map(before.map((one) => [one.employerId, one]));
  const rows = targets.map(({ employerId, approachedById = null, reason, status }, position) => ({
    id: stood.get(employerId)?.id ?? v7(),
    planId: plan.id,
    employerId,
    approachedById,
    reason: reason.trim(),
    status: status ?? stood.get(employerId)?.status ?? MarketApproachStatus.TO_APPROACH,
    position,
    droppedAt: null,
  }));
  const kept = new Set(rows.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id));
  if (gone.length)
    await em.nativeUpdate(
      MarketApproachTarget,
      { id: { $in: gone.map(({ id }) => id) } },
      { droppedAt: context.clock.now() },
    );
  if (rows.length) await em.upsertMany(MarketApproachTargetSchema, rows);
  await tell(context, em, plan, [
    ...rows.map(({ id, employerId, approachedById }) => ({
      id,
      employerId,
      from: stood.get(employerId)?.approachedById ?? null,
      to: approachedById,
    })),
    ...gone.map(({ id, employerId, approachedById }) => ({ id, employerId, from: approachedById ?? null, to: null })),
  ]);
}

/** Tells of each employer that somebody else than before approaches. */
async function tell(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  plan: { version: number; title: string },
  saved: readonly SavedTarget[],
): Promise<void> {
  const changed = saved.filter(({ from, to }) => from !== to);
  if (changed.length === 0) return;
  const employers = await em.find(Employer, { id: { $in: changed.map((one) => one.employerId) } }, READ);
  const people = await em.find(Professional, { id: { $in: changed.flatMap(({ to }) => to ?? []) } }, READ);
  const actorId = whoAsks(context).professionalId;
  const of = `het marktwerkingsplan ${plan.title}`;
  const news = changed.map(({ id, employerId, from, to }) => ({
    from,
    to,
    employer: employers.find((one) => one.id === employerId)!.name,
    approacher: people.find((one) => one.id === to)?.name,
    about: { employerId, subjectType: 'MarketApproachTarget', subjectId: id, actorId },
  }));
  await putOnTimeline(
    em,
    context.clock,
    ...news.map(({ about, approacher }) => ({
      ...about,
      kind: TimelineKind.DOSSIER as const,
      title: approacher
        ? `${approacher} benadert deze werkgever volgens ${of}.`
        : `Niemand benadert deze werkgever meer volgens ${of}.`,
    })),
  );
  const occasion = `version ${plan.version}`;
  await notifyOfAll(
    em,
    context.clock,
    news.flatMap(({ about, from, to, employer }): Told[] => [
      {
        ...about,
        kind: NotificationKind.TASK_ASSIGNED,
        recipientIds: [to],
        title: `U benadert ${employer} volgens ${of}.`,
        occasion,
      },
      {
        ...about,
        kind: NotificationKind.TASK_CLOSED,
        recipientIds: [from],
        title: `U benadert ${employer} niet meer volgens ${of}.`,
        occasion,
      },
    ]),
  );
}
