import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notifyOfAll } from '../../notification/notify.js';
import { Professional } from '../../organisation/professional.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { holdersByEmployer } from '../../work/holders-on.js';
import { AccountPlan, PlanStatus } from './account-plan.js';
import { lockedDossier } from '../employer-to-plan.js';
import { planTeams } from '../plan-team.js';

type Served = Pick<Employer, 'id' | 'name' | 'portfolioId'>;

export interface Handover {
  employer: Served;
  plan: AccountPlan;
  toId: string;
}

const READ = { disableIdentityMap: true } as const;

/** Plans of an employer that may still be worked on: what runs before its draft. */
export const openPlansOf = (em: EntityManager, employerId: string): Promise<AccountPlan[]> =>
  em.find(AccountPlan, { employerId, status: { $ne: PlanStatus.CLOSED } }, { ...READ, orderBy: { version: 'asc' } });

/**
 * Gives plans to another account manager, who leads them from now on (R-111). The former one, the new one and the rest of
 * the team are told, whoever did it, and the timeline of each employer gets one line.
 * @param because sentence on why, for the timeline
 */
export async function handOverPlans(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  handovers: readonly Handover[],
  because?: string,
): Promise<void> {
  if (handovers.length === 0) return;
  const { clock } = context;
  const ids = handovers.flatMap(({ plan, toId }) => [plan.ownedById, toId]);
  const people = await em.find(Professional, { id: { $in: [...new Set(ids)] } }, READ);
  const nameOf = (id: string): string => people.find((one) => one.id === id)!.name;
  for (const { plan, toId } of handovers)
    await em.nativeUpdate(AccountPlan, { id: plan.id }, { ownedById: toId, revision: plan.revision + 1 });
  const once = handovers.filter(
    (one, n) => handovers.findIndex(({ employer }) => employer.id === one.employer.id) === n,
  );
  const teams = await planTeams(
    em,
    once.map(({ employer }) => employer),
    clock.today(),
  );
  const news = once.map(({ employer, plan, toId }) => ({
    employer,
    plan,
    recipientIds: [
      toId,
      ...handovers.filter((one) => one.employer.id === employer.id).map((one) => one.plan.ownedById),
      ...teams.get(employer.id)!,
    ],
    said: `${nameOf(toId)} heeft de regie, eerst ${nameOf(plan.ownedById)}.`,
    about: { employerId: employer.id, subjectType: 'AccountPlan', subjectId: plan.id },
  }));
  await putOnTimeline(
    em,
    clock,
    ...news.map(({ about, said }) => ({
      ...about,
      kind: TimelineKind.PLAN as const,
      title: `Accountplan overgedragen: ${said}${because ? ` ${because}` : ''}`,
      actorId: whoAsks(context).professionalId,
    })),
  );
  await notifyOfAll(
    em,
    clock,
    news.map(({ about, said, employer, plan, recipientIds }) => ({
      ...about,
      kind: NotificationKind.PLAN_CHANGED,
      title: `Accountplan van ${employer.name} overgedragen: ${said}`,
      recipientIds,
      // Also who did it: whoever takes over an account gets its plan, and has not asked for that.
      actorId: null,
      occasion: `handed over ${plan.revision + 1}`,
    })),
  );
}

/**
 * The plans of an employer go to one of the team (R-111): those that `formerId` led, who gives way, and those whose
 * leader draws them up no more or has left. So they go along with the main account (R-046).
 */
export async function plansGoTo(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  employer: Served,
  { formerId = null, toId }: { formerId?: string | null; toId: string },
): Promise<void> {
  // Whoever saves a plan has locked its dossier: what is handed over is what they leave.
  await lockedDossier(em, employer.id);
  const plans = (await openPlansOf(em, employer.id)).filter(({ ownedById }) => ownedById !== toId);
  if (plans.length === 0) return;
  const team = (await planTeams(em, [employer], context.clock.today())).get(employer.id)!;
  const ownerIds = plans.map(({ ownedById }) => ownedById);
  const gone = await em.find(Professional, { id: { $in: ownerIds }, active: false }, READ);
  const leaves = (id: string): boolean => id === formerId || !team.includes(id) || gone.some((one) => one.id === id);
  await handOverPlans(
    context,
    em,
    plans.filter(({ ownedById }) => leaves(ownedById)).map((plan) => ({ employer, plan, toId })),
  );
}

/**
 * The plans that the former holder of a portfolio led, of the employers in it, go to the new holder (R-111, R-122); of an
 * employer whose account the former holds, they stay.
 */
export async function portfolioPlansFollow(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  portfolioId: string,
  { formerId, holderId }: { formerId: string; holderId: string },
): Promise<void> {
  const led = { ownedById: formerId, status: { $ne: PlanStatus.CLOSED } };
  const seen = await em.find(AccountPlan, led, READ);
  const employers = await em.find(
    Employer,
    { id: { $in: seen.map(({ employerId }) => employerId) }, portfolioId },
    READ,
  );
  const ids = employers.map(({ id }) => id).sort();
  for (const id of ids) await lockedDossier(em, id);
  const plans = await em.find(
    AccountPlan,
    { ...led, employerId: { $in: ids } },
    { ...READ, orderBy: { version: 'asc' } },
  );
  const holders = await holdersByEmployer(em, ids, context.clock.today());
  const goes = employers.filter(({ id }) => !holders.get(id)!.includes(formerId));
  await handOverPlans(
    context,
    em,
    plans.flatMap((plan) => {
      const employer = goes.find(({ id }) => id === plan.employerId);
      return employer ? [{ employer, plan, toId: holderId }] : [];
    }),
  );
}
