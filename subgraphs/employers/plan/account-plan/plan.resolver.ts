import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { AccountPlan, isRunning, PlanGoal, PlanReview } from './account-plan.js';
import { AccountPlanSection } from './account-plan-section.js';
import { fillIn } from './fill-in.js';
import { reviewDueUnder } from './next-review.js';
import { planFacts } from './plan-facts.js';

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

/** The plan's next review, under the agreements of the employer's region in force on the day it counts from. */
export async function reviewDue(plan: AccountPlan, context: EmployersContext): Promise<string> {
  const { regionId } = (await context.employerById.load(plan.employerId))!;
  return reviewDueUnder(plan, await context.agreementsOfRegion.load(regionId));
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

  @FieldResolver(() => [AccountPlanSection], {
    description:
      'De onderdelen van het formulier, met alle regels; wat niet is ingevuld komt uit dossier en registers.',
  })
  async sections(
    @Root() { answers, employerId }: AccountPlan,
    @Ctx() context: EmployersContext,
  ): Promise<AccountPlanSection[]> {
    const employer = (await context.employerById.load(employerId))!;
    const [people, registers, surveys, agreements, obligations, placements] = await Promise.all([
      context.contactPersonsOf.load(employerId),
      context.registers.load(employer),
      context.npsSurveysOfEmployer.load(employerId),
      context.workAgreementsOfEmployer.load(employerId),
      context.socialReturnOf.load(employerId),
      context.placementsByYear.load(employerId),
    ]);
    const known = planFacts({
      employer,
      people: people.filter(({ active }) => active),
      registers,
      surveys,
      agreements,
      obligations,
      placements,
      today: context.clock.today(),
    });
    return fillIn(answers, known);
  }

  @FieldResolver(() => [PlanGoal], { description: 'De doelen van het plan.' })
  async goals(@Root() plan: AccountPlan, @Ctx() { goalsOfPlan }: EmployersContext): Promise<PlanGoal[]> {
    return (await goalsOfPlan.load(plan.id)).filter(({ droppedAt }) => !droppedAt);
  }

  @FieldResolver(() => [PlanReview], { description: 'De herzieningen van deze versie, nieuwste eerst.' })
  reviews(@Root() plan: AccountPlan, @Ctx() { reviewsOfPlan }: EmployersContext): Promise<PlanReview[]> {
    return reviewsOfPlan.load(plan.id);
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

@Resolver(() => PlanReview)
export class PlanReviewResolver {
  @FieldResolver(() => Professional, { description: 'Wie de herziening vastlegde.' })
  by(@Root() { byId }: PlanReview, @Ctx() { professionalById }: EmployersContext): Promise<Professional | null> {
    return professionalById.load(byId);
  }
}
