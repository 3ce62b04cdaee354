import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { agreementsOn } from '../organisation/region-agreements.js';
import { AccountPlan, isRunning, PlanGoal } from './account-plan.js';
import { AccountPlanSection } from './account-plan-section.js';
import { fillIn } from './fill-in.js';
import { HALF_YEARLY, nextReviewDue } from './next-review.js';

@Resolver(() => Employer)
export class EmployerPlanResolver {
  @FieldResolver(() => AccountPlan, {
    nullable: true,
    description: 'Het accountplan dat loopt, anders het nieuwste; of een bepaalde versie.',
  })
  async accountPlan(
    @Root() employer: Employer,
    @Ctx() { accountPlansOfEmployer }: EmployersContext,
    @Arg('version', () => Int, { nullable: true, description: 'Versie van het plan.' }) version?: number | null,
  ): Promise<AccountPlan | null> {
    const plans = await accountPlansOfEmployer.load(employer.id);
    const wanted = version ? plans.find((plan) => plan.version === version) : (plans.find(isRunning) ?? plans[0]);
    return wanted ?? null;
  }

  @FieldResolver(() => [AccountPlan], { description: 'Alle versies van het accountplan, nieuwste eerst.' })
  accountPlanHistory(
    @Root() employer: Employer,
    @Ctx() { accountPlansOfEmployer }: EmployersContext,
  ): Promise<AccountPlan[]> {
    return accountPlansOfEmployer.load(employer.id);
  }
}

/** The plan's next review, under the agreements of its owner's region in force on the day it counts from. */
export async function reviewDue(plan: AccountPlan, context: EmployersContext): Promise<string> {
  const owner = await context.professionalById.load(plan.ownedById);
  const regionId = owner?.regionIds[0];
  const versions = regionId ? await context.agreementsOfRegion.load(regionId) : [];
  const agreed = agreementsOn(versions, plan.lastReviewedOn ?? plan.drawnUpOn);
  return nextReviewDue(plan, agreed?.accountPlanReviewMonths ?? HALF_YEARLY);
}

@Resolver(() => AccountPlan)
export class AccountPlanResolver {
  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() plan: AccountPlan, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> {
    return employerById.load(plan.employerId);
  }

  @FieldResolver(() => Professional, { description: 'Accountmanager die de regie heeft.' })
  ownedBy(@Root() plan: AccountPlan, @Ctx() { professionalById }: EmployersContext): Promise<Professional | null> {
    return professionalById.load(plan.ownedById);
  }

  @FieldResolver(() => [AccountPlanSection], { description: 'De onderdelen van het formulier, met alle regels.' })
  async sections(@Root() plan: AccountPlan, @Ctx() context: EmployersContext): Promise<AccountPlanSection[]> {
    const [employer, people] = await Promise.all([
      context.employerById.load(plan.employerId),
      context.contactPersonsOf.load(plan.employerId),
    ]);
    return fillIn(
      plan.answers,
      employer!,
      people.filter((person) => person.active),
    );
  }

  @FieldResolver(() => [PlanGoal], { description: 'De doelen van het plan.' })
  goals(@Root() plan: AccountPlan, @Ctx() { goalsOfPlan }: EmployersContext): Promise<PlanGoal[]> {
    return goalsOfPlan.load(plan.id);
  }

  @FieldResolver(() => LocalDate, { description: 'Dag waarop het plan weer herzien moet zijn.' })
  nextReviewDue(@Root() plan: AccountPlan, @Ctx() context: EmployersContext): Promise<string> {
    return reviewDue(plan, context);
  }

  @FieldResolver(() => Boolean, { description: 'Of de herziening van een lopend plan over tijd is.' })
  async overdue(@Root() plan: AccountPlan, @Ctx() context: EmployersContext): Promise<boolean> {
    return isRunning(plan) && (await reviewDue(plan, context)) < context.clock.today();
  }
}
