import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ZONE } from '../../../runtime/clock.js';
import { whoAsks } from '../../context.js';
import type { EmployersContext } from '../context.js';
import { Notification } from '../notification/notification.js';
import { notificationsOf } from '../notification/notifications-of.js';
import { Professional } from '../organisation/professional.js';
import { AccountHoldership, standingOn } from '../ownership/account-holdership.js';
import { holdershipsAtRiskOf } from '../ownership/region/holderships-at-risk-of.js';
import { AccountPlan, isRunning } from '../plan/account-plan/account-plan.js';
import { reviewDue } from '../plan/account-plan/plan.resolver.js';
import { Appointment } from './appointment/appointment.js';
import { confirmationDue } from './confirmation-due.js';
import { appointmentsOf } from './appointment/find-appointments.js';
import { replacedBy, tasksToDo } from './task/tasks-to-do.js';
import { Task } from './task/task.js';
import { unevaluated } from './agreement/unevaluated.js';
import { WorkAgreement } from './agreement/work-agreement.js';
import { WorkQueue } from './work-queue.js';

/** Days ahead that the queue shows of appointments, and of reviews. */
const APPOINTMENT_DAYS = 7;
const REVIEW_DAYS = 14;

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
const startOf = (day: string): Date => new Date(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds);

@Resolver(() => WorkQueue)
export class WorkQueueResolver {
  @Query(() => WorkQueue, { description: 'Uw eigen werkvoorraad.' })
  workQueue(@Ctx() context: EmployersContext): WorkQueue {
    return { professionalId: whoAsks(context).professionalId };
  }

  @FieldResolver(() => [Task], { description: 'Uw acties die nog niet klaar zijn, wat het eerst klaar moet vooraan.' })
  tasks(@Root() { professionalId }: WorkQueue, @Ctx() { em }: EmployersContext): Promise<Task[]> {
    return tasksToDo(em, [professionalId]);
  }

  @FieldResolver(() => [Task], {
    description: 'Acties van collega’s die u vervangt en die afwezig zijn of niet meer werkzaam.',
  })
  async tasksOfAbsent(@Root() { professionalId }: WorkQueue, @Ctx() { em, clock }: EmployersContext): Promise<Task[]> {
    return tasksToDo(em, await replacedBy(em, professionalId, clock.today()));
  }

  @FieldResolver(() => [Appointment], { description: 'Uw afspraken van vandaag en de komende week die doorgaan.' })
  async appointments(
    @Root() { professionalId }: WorkQueue,
    @Ctx() { em, clock }: EmployersContext,
  ): Promise<Appointment[]> {
    const today = clock.today();
    const week = { from: startOf(today), to: startOf(later(today, APPOINTMENT_DAYS + 1)) };
    return (await appointmentsOf(em, professionalId, week)).filter(({ cancelledAt }) => !cancelledAt);
  }

  @FieldResolver(() => [AccountPlan], {
    description: 'Accountplannen van u die over tijd zijn of binnen twee weken herzien moeten worden.',
  })
  async plansDue(@Root() { professionalId }: WorkQueue, @Ctx() context: EmployersContext): Promise<AccountPlan[]> {
    const mine = await context.em.find(AccountPlan, { ownedById: professionalId }, { disableIdentityMap: true });
    const running = mine.filter(isRunning);
    const due = await Promise.all(running.map((plan) => reviewDue(plan, context)));
    const soon = later(context.clock.today(), REVIEW_DAYS);
    return running
      .map((plan, n) => ({ plan, on: due[n]! }))
      .filter(({ on }) => on <= soon)
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .map(({ plan }) => plan);
  }

  @FieldResolver(() => [AccountHoldership], {
    description: 'Accounts van u die mogen worden overgenomen, of binnen 30 dagen als er geen contact is.',
  })
  holdershipsAtRisk(@Ctx() context: EmployersContext): Promise<AccountHoldership[]> {
    return holdershipsAtRiskOf(context, whoAsks(context).professionalId, context.clock.today());
  }

  @FieldResolver(() => [WorkAgreement], {
    description: 'Werkafspraken met uw accounts die zijn afgelopen en nog niet geëvalueerd.',
  })
  async agreementsToEvaluate(
    @Root() { professionalId }: WorkQueue,
    @Ctx() { em, clock }: EmployersContext,
  ): Promise<WorkAgreement[]> {
    const today = clock.today();
    const held = await em.find(
      AccountHoldership,
      {
        holderId: professionalId,
        ...standingOn(today),
      },
      { disableIdentityMap: true },
    );
    return held.length
      ? unevaluated(
          em,
          today,
          held.map(({ employerId }) => employerId),
        )
      : [];
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'U zelf, als u uw contactgegevens twaalf maanden niet hebt bevestigd.',
  })
  async contactDetailsToConfirm(
    @Root() { professionalId }: WorkQueue,
    @Ctx() { professionalById, clock }: EmployersContext,
  ): Promise<Professional | null> {
    const me = await professionalById.load(professionalId);
    return me && confirmationDue(me, clock.today()) ? me : null;
  }

  @FieldResolver(() => [Notification], { description: 'Waar u op geattendeerd bent, nieuwste eerst, hoogstens 50.' })
  notifications(
    @Root() { professionalId }: WorkQueue,
    @Ctx() { em }: EmployersContext,
    @Arg('unreadOnly', () => Boolean, { defaultValue: true, description: 'Alleen wat u nog niet gelezen hebt.' })
    unreadOnly: boolean,
  ): Promise<Notification[]> {
    return notificationsOf(em, professionalId, { unreadOnly, first: 50 });
  }
}
