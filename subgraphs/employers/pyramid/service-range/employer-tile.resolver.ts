import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { RuleNotice, UserError } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { chooseEmployerTile, endEmployerTile } from './choose-employer-tile.js';
import { ChooseEmployerTileInput, EmployerTileStep, EndEmployerTileInput } from './employer-tile-step.js';

@ObjectType({ description: 'Uitkomst voor een gekozen tegel.' })
export class EmployerTilePayload {
  @Field(() => EmployerTileStep, { nullable: true, description: 'De stap; leeg als er niets is vastgelegd.' })
  step?: EmployerTileStep | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver(() => Employer)
export class EmployerJourneyResolver {
  @FieldResolver(() => [EmployerTileStep], { description: 'Gekozen tegels van het Werklandschap, nieuwste eerst.' })
  serviceJourney(@Root() { id }: Employer, @Ctx() { tileStepsOf }: EmployersContext): Promise<EmployerTileStep[]> {
    return tileStepsOf.load(id);
  }
}

@Resolver(() => EmployerTileStep)
export class EmployerTileResolver {
  @FieldResolver(() => Professional, { description: 'Wie de tegel koos.' })
  professional(
    @Root() { professionalId }: EmployerTileStep,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> {
    return professionalById.load(professionalId);
  }

  @Mutation(() => EmployerTilePayload, { description: 'Kiest een tegel van het Werklandschap voor een werkgever.' })
  async chooseEmployerTile(
    @Arg('input', () => ChooseEmployerTileInput, { description: 'Welke tegel.' }) input: ChooseEmployerTileInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerTilePayload> {
    const { id, ...rest } = await write(context, 'chooseEmployerTile', input, (em) =>
      chooseEmployerTile(context, em, input),
    );
    return { step: id ? await context.tileStepById.load(id) : null, ...rest };
  }

  @Mutation(() => EmployerTilePayload, { description: 'Rondt een gekozen tegel af.' })
  async endEmployerTile(
    @Arg('input', () => EndEmployerTileInput, { description: 'Welke stap.' }) input: EndEmployerTileInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerTilePayload> {
    const { id, ...rest } = await write(context, 'endEmployerTile', input, (em) => endEmployerTile(context, em, input));
    return { step: id ? await context.tileStepById.clear(id).load(id) : null, ...rest };
  }
}
