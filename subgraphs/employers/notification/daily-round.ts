import type { Surroundings } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { Professional } from '../organisation/professional.js';
import { lapseRequests } from '../ownership/request/lapse-requests.js';
import { remindOfMeetings, remindOfReviews } from '../plan/remind-of-plans.js';
import { remindOfVisits } from '../pyramid/remind-of-visits.js';
import { confirmationDue } from '../work/confirmation-due.js';
import { dayInDutch } from '../work/day-in-dutch.js';
import { holdersByEmployer } from '../work/holders-on.js';
import { whoGoesOn } from '../work/task/left-behind.js';
import { Task } from '../work/task/task.js';
import { evaluationNotice, unevaluated } from '../work/agreement/unevaluated.js';
import { notifyOfAll, type Told } from './notify.js';
import { NotificationKind } from './notification.js';

const EVERY_MS = 3_600_000;
const READ = { disableIdentityMap: true } as const;

type Reminding = Pick<Surroundings, 'clock'>;

/**
 * Tells owners of tasks that are overdue, once a day; who replaces an absent owner is told too, and who goes
 * on for one who left.
 */
async function remindOfTasks({ clock }: Reminding, em: EntityManager): Promise<void> {
  const today = clock.today();
  const overdue = await em.find(
    Task,
    { completedAt: null, dueOn: { $lt: today } },
    { ...READ, orderBy: { id: 'asc' } },
  );
  const owners = await em.find(Professional, { id: { $in: [...new Set(overdue.map((t) => t.ownerId))] } }, READ);
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const goOn = await whoGoesOn(em, today, overdue);
  const told = overdue.map((task, n): Told => {
    const owner = byId.get(task.ownerId);
    const away = owner?.unavailableUntil && owner.unavailableUntil >= today;
    return {
      kind: NotificationKind.TASK_DUE,
      recipientIds: [...(owner?.active ? [owner.id] : goOn[n]!), ...(away ? owner.deputyIds : [])],
      actorId: null,
      title: `Actie over tijd sinds ${dayInDutch(task.dueOn!)}: ${task.title}`,
      employerId: task.employerId ?? null,
      subjectType: 'Task',
      subjectId: task.id,
      occasion: today,
    };
  });
  await notifyOfAll(em, clock, told);
}

/** Tells who goes on for somebody who left, once, of each task that was left behind. */
async function tellOfTasksLeftBehind({ clock }: Reminding, em: EntityManager): Promise<void> {
  const gone = await em.find(Professional, { active: false }, READ);
  if (gone.length === 0) return;
  const nameOf = new Map(gone.map(({ id, name }) => [id, name]));
  const left = await em.find(
    Task,
    { completedAt: null, ownerId: { $in: [...nameOf.keys()] } },
    { ...READ, orderBy: { id: 'asc' } },
  );
  const goOn = await whoGoesOn(em, clock.today(), left);
  const told = left.map((task, n): Told => ({
    kind: NotificationKind.TASK_ASSIGNED,
    recipientIds: goOn[n]!,
    actorId: null,
    title: `Actie van ${nameOf.get(task.ownerId)!}, die niet meer werkzaam is: ${task.title}`,
    employerId: task.employerId ?? null,
    subjectType: 'Task',
    subjectId: task.id,
    occasion: `left behind by ${task.ownerId}`,
  }));
  await notifyOfAll(em, clock, told);
}

/** Asks who has not confirmed the own contact details for a year to do so, once a month. */
async function remindOfContactDetails({ clock }: Reminding, em: EntityManager): Promise<void> {
  const today = clock.today();
  const people = await em.find(Professional, { active: true }, READ);
  const told = people
    .filter((person) => confirmationDue(person, today))
    .map(({ id }): Told => ({
      kind: NotificationKind.CONTACT_DETAILS_DUE,
      recipientIds: [id],
      actorId: null,
      title: 'Controleer uw telefoonnummer en e-mailadres en bevestig ze bij uw instellingen.',
      employerId: null,
      subjectType: 'Professional',
      subjectId: id,
      occasion: today.slice(0, 7),
    }));
  await notifyOfAll(em, clock, told);
}

/**
 * Tells account holders, once for each last day, of agreements that are over and that nobody evaluated. Without
 * one at work: who registered it, or who goes on for that person.
 */
async function remindOfEvaluations({ clock }: Reminding, em: EntityManager): Promise<void> {
  const today = clock.today();
  const agreements = await unevaluated(em, today);
  const holdersOf = await holdersByEmployer(
    em,
    agreements.map(({ employerId }) => employerId),
    today,
  );
  const ids = [...new Set([...[...holdersOf.values()].flat(), ...agreements.map((a) => a.registeredById)])];
  const atWork = new Set(
    (await em.find(Professional, { id: { $in: ids }, active: true }, READ)).map((person) => person.id),
  );
  const goOn = await whoGoesOn(
    em,
    today,
    agreements.map(({ registeredById: ownerId, employerId }) => ({ ownerId, employerId })),
  );
  const told = agreements.map((agreement, n): Told => {
    const { registeredById } = agreement;
    const holders = holdersOf.get(agreement.employerId)!.filter((id) => atWork.has(id));
    const others = atWork.has(registeredById) ? [registeredById] : goOn[n]!;
    return {
      kind: NotificationKind.AGREEMENT_EVALUATION_DUE,
      recipientIds: holders.length ? holders : others,
      actorId: null,
      title: evaluationNotice(agreement).message,
      employerId: agreement.employerId,
      subjectType: 'WorkAgreement',
      subjectId: agreement.id,
      occasion: agreement.validUntil!,
    };
  });
  await notifyOfAll(em, clock, told);
}

/** What the passing of time alone makes somebody hear of. */
const reminders = [
  lapseRequests,
  remindOfTasks,
  tellOfTasksLeftBehind,
  remindOfContactDetails,
  remindOfEvaluations,
  remindOfReviews,
  remindOfMeetings,
  remindOfVisits,
];

/** Sends the reminders of today; those sent before are not sent again, whichever process did. */
export async function remind({ clock, database }: Pick<Surroundings, 'clock' | 'database'>): Promise<void> {
  for (const reminder of reminders) {
    await database.em().transactional(async (em) => {
      await em.execute("select pg_advisory_xact_lock(hashtext('employers reminders'))");
      await reminder({ clock }, em);
    });
  }
}

/** Sends the reminders of each day, from the start of this process on. */
export function keepReminding(surroundings: Surroundings): { stop(): Promise<void> } {
  const { clock, log } = surroundings;
  let done = '';
  let running = Promise.resolve();
  const round = (): void => {
    const today = clock.today();
    if (today === done) return;
    running = remind(surroundings).then(
      () => void (done = today),
      (err: unknown) => log.error({ err }, 'no reminders today; tried again within the hour'),
    );
  };
  round();
  const timer = setInterval(round, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
