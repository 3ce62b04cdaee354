import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { addProgress } from './add-progress.js';
import { PlanOfActionInput, ProgressInput, SolveBottleneckInput } from './plan-of-action-input.js';
import { PlanOfAction, ProgressNote } from './plan-of-action.js';
import { savePlanOfAction } from './save-plan-of-action.js';
import { solveBottleneck } from './solve-bottleneck.js';

@ObjectType({ description: 'Uitkomst voor een plan van aanpak.' })
export class PlanOfActionPayload {
  @Field(() => PlanOfAction, { nullable: true, description: 'Het plan van aanpak; leeg als er niets is vastgelegd.' })
  planOfAction?: PlanOfAction | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor voortgang of een knelpunt.' })
export class ProgressPayload {
  @Field(() => ProgressNote, { nullable: true, description: 'De voortgang; leeg als er niets is vastgelegd.' })
  note?: ProgressNote | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

async function answer({ id, ...rest }: Outcome, context: EmployersContext): Promise<ProgressPayload> {
  const note = id ? await context.progressNoteById.clear(id).load(id) : null;
  if (note) context.progressOf.clear(note.employerId);
  return { note, ...rest };
}

@Resolver()
export class PlanOfActionWritesResolver {
  @Mutation(() => PlanOfActionPayload, { description: 'Legt het plan van aanpak van een werkgever vast.' })
  async savePlanOfAction(
    @Arg('input', () => PlanOfActionInput, { description: 'Het plan van aanpak.' }) input: PlanOfActionInput,
    @Ctx() context: EmployersContext,
  ): Promise<PlanOfActionPayload> {
    const outcome = await write(context, 'savePlanOfAction', input, (em) => savePlanOfAction(context, em, input));
    const { id, ...rest } = outcome;
    const [planOfAction = null] = id ? await context.planOfActionOf.clear(input.employerId).load(input.employerId) : [];
    return { planOfAction, ...rest };
  }

  @Mutation(() => ProgressPayload, { description: 'Voegt voortgang of een knelpunt toe bij een werkgever.' })
  async addProgress(
    @Arg('input', () => ProgressInput, { description: 'De voortgang.' }) input: ProgressInput,
    @Ctx() context: EmployersContext,
  ): Promise<ProgressPayload> {
    return answer(await write(context, 'addProgress', input, (em) => addProgress(context, em, input)), context);
  }

  @Mutation(() => ProgressPayload, { description: 'Legt vast hoe een knelpunt is opgelost.' })
  async solveBottleneck(
    @Arg('input', () => SolveBottleneckInput, { description: 'De oplossing.' }) input: SolveBottleneckInput,
    @Ctx() context: EmployersContext,
  ): Promise<ProgressPayload> {
    return answer(await write(context, 'solveBottleneck', input, (em) => solveBottleneck(context, em, input)), context);
  }
}
