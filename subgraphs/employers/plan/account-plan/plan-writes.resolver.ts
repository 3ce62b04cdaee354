import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import {
  AccountPlanInput,
  CloseAccountPlanInput,
  HandOverAccountPlanInput,
  ReviewAccountPlanInput,
  UpdatePlanGoalInput,
} from './account-plan-input.js';
import { AccountPlan, PlanGoal } from './account-plan.js';
import { closeAccountPlan } from './close-account-plan.js';
import { handOverAccountPlan } from './hand-over-account-plan.js';
import { reviewAccountPlan } from './review-account-plan.js';
import { saveAccountPlan } from './save-account-plan.js';
import { updatePlanGoal } from './update-plan-goal.js';

@ObjectType({ description: 'Uitkomst voor een accountplan.' })
export class AccountPlanPayload {
  @Field(() => AccountPlan, { nullable: true, description: 'Het accountplan; leeg als er niets is vastgelegd.' })
  plan?: AccountPlan | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor een doel van een accountplan.' })
export class PlanGoalPayload {
  @Field(() => PlanGoal, { nullable: true, description: 'Het doel; leeg als er niets is vastgelegd.' })
  goal?: PlanGoal | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

async function answer({ id, ...rest }: Outcome, context: EmployersContext): Promise<AccountPlanPayload> {
  if (!id) return { plan: null, ...rest };
  context.goalsOfPlan.clear(id);
  context.reviewsOfPlan.clear(id);
  const plan = await context.accountPlanById.clear(id).load(id);
  if (plan) context.accountPlansOfEmployer.clear(plan.employerId);
  return { plan, ...rest };
}

@Resolver()
export class PlanWritesResolver {
  @Mutation(() => AccountPlanPayload, {
    description:
      'Legt het accountplan van een werkgever vast: één plan in versies, dat ook als werkafspraak wordt geregistreerd.',
  })
  async saveAccountPlan(
    @Arg('input', () => AccountPlanInput, { description: 'Het plan.' }) input: AccountPlanInput,
    @Ctx() context: EmployersContext,
  ): Promise<AccountPlanPayload> {
    return answer(await write(context, 'saveAccountPlan', input, (em) => saveAccountPlan(context, em, input)), context);
  }

  @Mutation(() => AccountPlanPayload, { description: 'Legt vast dat het klantteam het accountplan heeft herzien.' })
  async reviewAccountPlan(
    @Arg('input', () => ReviewAccountPlanInput, { description: 'De herziening.' }) input: ReviewAccountPlanInput,
    @Ctx() context: EmployersContext,
  ): Promise<AccountPlanPayload> {
    return answer(
      await write(context, 'reviewAccountPlan', input, (em) => reviewAccountPlan(context, em, input)),
      context,
    );
  }

  @Mutation(() => AccountPlanPayload, { description: 'Sluit een accountplan af dat geen opvolger krijgt.' })
  async closeAccountPlan(
    @Arg('input', () => CloseAccountPlanInput, { description: 'Welk plan, en waarom.' }) input: CloseAccountPlanInput,
    @Ctx() context: EmployersContext,
  ): Promise<AccountPlanPayload> {
    return answer(
      await write(context, 'closeAccountPlan', input, (em) => closeAccountPlan(context, em, input)),
      context,
    );
  }

  @Mutation(() => AccountPlanPayload, {
    description:
      'Draagt een accountplan over: een ander van het klantteam krijgt de regie; wie het aangaat krijgt bericht.',
  })
  async handOverAccountPlan(
    @Arg('input', () => HandOverAccountPlanInput, { description: 'Welk plan, en aan wie.' })
    input: HandOverAccountPlanInput,
    @Ctx() context: EmployersContext,
  ): Promise<AccountPlanPayload> {
    return answer(
      await write(context, 'handOverAccountPlan', input, (em) => handOverAccountPlan(context, em, input)),
      context,
    );
  }

  @Mutation(() => PlanGoalPayload, { description: 'Werkt bij hoe ver een doel van een accountplan is.' })
  async updatePlanGoal(
    @Arg('input', () => UpdatePlanGoalInput, { description: 'Wat er wijzigt.' }) input: UpdatePlanGoalInput,
    @Ctx() context: EmployersContext,
  ): Promise<PlanGoalPayload> {
    const outcome = await write(context, 'updatePlanGoal', input, (em) => updatePlanGoal(context, em, input));
    const { id, ...rest } = outcome;
    return { goal: id ? await context.planGoalById.clear(id).load(id) : null, ...rest };
  }
}
