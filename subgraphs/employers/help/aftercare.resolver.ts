import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { whoAsks } from '../../context.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { TaskPayload } from '../work/task/task-writes.resolver.js';
import { PlanAftercareInformationInput } from './aftercare-inputs.js';
import { aftercareLetter, AftercareLetter } from './aftercare-letter.js';
import { AftercareTopic } from './aftercare-topic.js';
import { findCorrespondents } from './find-correspondents.js';
import { planAftercareInformation, topicErrors } from './plan-aftercare-information.js';

@Resolver()
export class AftercareResolver {
  @Query(() => AftercareLetter, {
    nullable: true,
    description:
      'Mail aan de werkgever over wat er verandert, door u te ondertekenen; leeg als de contactpersoon daar niet werkt.',
  })
  async aftercareLetter(
    @Ctx() context: EmployersContext,
    @Arg('employerId', () => ID, { description: 'De werkgever.' }) employerId: string,
    @Arg('contactPersonId', () => ID, { description: 'De contactpersoon.' }) contactPersonId: string,
    @Arg('topics', () => [AftercareTopic], { description: 'Waarover: 1 tot en met 4 verschillende onderwerpen.' })
    topics: AftercareTopic[],
  ): Promise<AftercareLetter | null> {
    const [wrong] = topicErrors(topics);
    if (wrong) throw new GraphQLError(wrong.message, { extensions: { code: 'BAD_USER_INPUT', argument: 'topics' } });
    const senderId = whoAsks(context).professionalId;
    const { correspondents } = await findCorrespondents(context.em, { employerId, contactPersonId, senderId });
    return correspondents && aftercareLetter(correspondents, topics);
  }

  @Mutation(() => TaskPayload, {
    description:
      'Zet als actie uit dat een werkgever hoort wat er verandert; de toelichting is de mail, kant-en-klaar.',
  })
  async planAftercareInformation(
    @Arg('input', () => PlanAftercareInformationInput, { description: 'Wie waarover wordt geïnformeerd, en door wie.' })
    input: PlanAftercareInformationInput,
    @Ctx() context: EmployersContext,
  ): Promise<TaskPayload> {
    const { id, notices, errors } = await write(context, 'planAftercareInformation', input, (em) =>
      planAftercareInformation(context, em, input),
    );
    return { task: id ? await context.taskById.clear(id).load(id) : null, notices, errors };
  }
}
