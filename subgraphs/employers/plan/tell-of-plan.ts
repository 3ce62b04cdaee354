import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { Employer } from '../dossier/employer.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import type { TimelineKind } from '../timeline/timeline-entry.js';
import { planTeam } from './plan-team.js';

export interface PlanNews {
  employer: Pick<Employer, 'id' | 'portfolioId'>;
  kind: TimelineKind.PLAN | TimelineKind.LICENCE;
  title: string;
  subjectType: string;
  subjectId: string;
  /** Told once per occasion of the subject. */
  occasion: string;
  /** The day it happened; default today. */
  on?: string;
}

/** Puts what happened to a plan or licence on the timeline, and tells the others of the team. */
export async function tellOfPlan(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { employer, kind, occasion, on, ...line }: PlanNews,
): Promise<void> {
  const { clock } = context;
  const news = { ...line, employerId: employer.id, actorId: whoAsks(context).professionalId };
  await putOnTimeline(em, clock, { ...news, kind, ...(on ? { on } : {}) });
  await notify(em, clock, {
    ...news,
    kind: NotificationKind.PLAN_CHANGED,
    recipientIds: await planTeam(em, employer, clock.today()),
    occasion,
  });
}
