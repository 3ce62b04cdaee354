import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { planTask } from './plan-task.js';
import { setTaskStatus } from './set-task-status.js';
import { PlanTaskInput, SetTaskStatusInput, UpdateTaskInput } from './task-input.js';
import { Task } from './task.js';
import { updateTask } from './update-task.js';

@ObjectType({ description: 'Uitkomst voor een actie.' })
export class TaskPayload {
  @Field(() => Task, { nullable: true, description: 'De actie; leeg als er niets is vastgelegd.' }) task?: Task | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

const answer = async ({ id, notices, errors }: Outcome, { taskById }: EmployersContext): Promise<TaskPayload> => ({
  task: id ? await taskById.clear(id).load(id) : null,
  notices,
  errors,
});

@Resolver()
export class TaskWritesResolver {
  @Mutation(() => TaskPayload, {
    description: 'Zet een actie uit, voor uzelf of een collega; met een mail als u wilt.',
  })
  async planTask(
    @Arg('input', () => PlanTaskInput, { description: 'De actie.' }) input: PlanTaskInput,
    @Ctx() context: EmployersContext,
  ): Promise<TaskPayload> {
    return answer(await write(context, 'planTask', input, (em) => planTask(context, em, input)), context);
  }

  @Mutation(() => TaskPayload, { description: 'Wijzigt een actie die nog niet klaar is, of geeft die aan een ander.' })
  async updateTask(
    @Arg('input', () => UpdateTaskInput, { description: 'Wat er wijzigt.' }) input: UpdateTaskInput,
    @Ctx() context: EmployersContext,
  ): Promise<TaskPayload> {
    return answer(await write(context, 'updateTask', input, (em) => updateTask(context, em, input)), context);
  }

  @Mutation(() => TaskPayload, {
    description: 'Wijzigt de stand van een actie: in behandeling, klaar, vervallen of weer open.',
  })
  async setTaskStatus(
    @Arg('input', () => SetTaskStatusInput, { description: 'De nieuwe stand.' }) input: SetTaskStatusInput,
    @Ctx() context: EmployersContext,
  ): Promise<TaskPayload> {
    return answer(await write(context, 'setTaskStatus', input, (em) => setTaskStatus(context, em, input)), context);
  }
}
