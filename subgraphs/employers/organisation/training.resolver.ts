import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { Professional } from './professional.js';
import { recordTraining } from './record-training.js';
import { RecordTrainingInput, Training } from './training.js';

@ObjectType({ description: 'Uitkomst voor een training.' })
export class TrainingPayload {
  @Field(() => Training, { nullable: true, description: 'De training; leeg als er niets is vastgelegd.' })
  training?: Training | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

/** Whether the holder of an account keeps learning shows in the dossier. */
@Resolver(() => Professional)
export class ProfessionalTrainingResolver {
  @FieldResolver(() => [Training], { description: 'Gevolgde trainingen en intervisies, nieuwste eerst.' })
  trainings(@Root() { id }: Professional, @Ctx() { trainingsOf }: EmployersContext): Promise<Training[]> {
    return trainingsOf.load(id);
  }

  @FieldResolver(() => Training, { nullable: true, description: 'De laatste training of intervisie; leeg: geen.' })
  async lastTraining(@Root() { id }: Professional, @Ctx() { trainingsOf }: EmployersContext): Promise<Training | null> {
    const [last = null] = await trainingsOf.load(id);
    return last;
  }
}

@Resolver(() => Training)
export class TrainingResolver {
  @FieldResolver(() => Professional, { description: 'Wie de training volgde.' })
  professional(
    @Root() { professionalId }: Training,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> {
    return professionalById.load(professionalId);
  }

  @Mutation(() => TrainingPayload, { description: 'Legt een gevolgde training of intervisie van een medewerker vast.' })
  async recordTraining(
    @Arg('input', () => RecordTrainingInput, { description: 'De training.' }) input: RecordTrainingInput,
    @Ctx() context: EmployersContext,
  ): Promise<TrainingPayload> {
    const { id, ...rest } = await write(context, 'recordTraining', input, (em) => recordTraining(context, em, input));
    return { training: id ? await context.trainingById.load(id) : null, ...rest };
  }
}
