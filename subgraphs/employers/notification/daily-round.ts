import type { Surroundings } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { Professional } from '../organisation/professional.js';
import { remindOfMeetings, remindOfReviews } from '../plan/remind-of-plans.js';
import { remindOfVisits } from '../pyramid/remind-of-visits.js';
import { confirmationDue } from '../work/confirmation-due.js';
import { dayInDutch } from '../work/day-in-dutch.js';
import { holdersByEmployer } from '../work/holders-on.js';
import { Task } from '../work/task.js';
import { evaluationNotice, unevaluated } from '../work/unevaluated.js';
import { notifyOfAll, type Told } from './notify.js';
import { NotificationKind } from './notification.js';

const EVERY_MS = 3_600_000;
const READ = { disableIdentityMap: true } as const;

type Reminding = Pick<Surroundings, 'clock'>;

/** Tells owners of tasks that are overdue, once a day; who replaces an absent owner is told too. */
async function remindOfTasks({ clock }: Reminding, em: EntityManager): Promise<void> {
  const today = clock.today();
  const overdue = await em.find(
    Task,
    { completedAt: null, dueOn: { $lt: today } },
    { ...READ, orderBy: { id: 'asc' } },
  );
  const owners = await em.find(Professional, { id: { $in: [...new Set(overdue.map((t) => t.ownerId))] } }, READ);
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const told = overdue.map((task): Told => {
    const owner = byId.get(task.ownerId);
    const away = owner?.unavailableUntil && owner.unavailableUntil >= today;
    return {
      kind: NotificationKind.TASK_DUE,
      recipientIds: [task.ownerId, ...(away ? owner.deputyIds : [])],
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

/** Tells account holders, once, of agreements that are over and that nobody evaluated. */
async function remindOfEvaluations({ clock }: Reminding, em: EntityManager): Promise<void> {
  const today = clock.today();
  const agreements = await unevaluated(em, today);
  const holdersOf = await holdersByEmployer(
    em,
    agreements.map(({ employerId }) => employerId),
    today,
  );
  const told = agreements.map((agreement): Told => {
    const holders = holdersOf.get(agreement.employerId)!;
    return {
      kind: NotificationKind.AGREEMENT_EVALUATION_DUE,
      recipientIds: holders.length ? holders : [agreement.registeredById],
      actorId: null,
      title: evaluationNotice(agreement).message,
      employerId: agreement.employerId,
      subjectType: 'WorkAgreement',
      subjectId: agreement.id,
    };
  });
  await notifyOfAll(em, clock, told);
}

/** What the passing of time alone makes somebody hear of. */
const reminders = [
  remindOfTasks,
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
