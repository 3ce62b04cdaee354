import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import type { JobseekersContext } from '../context.js';
import { ProfileSynchronisation } from './profile-synchronisation.js';
import { synchroniseJobseekers } from './synchronise-jobseekers.js';
import { SynchroniseJobseekersInput } from './synchronise-input.js';

@ObjectType({ description: 'Uitkomst van het overnemen van profielen.' })
export class SynchronisationPayload {
  @Field(() => ProfileSynchronisation, { nullable: true, description: 'Hoe ver het is; leeg als er niets is gebeurd.' })
  synchronisation?: ProfileSynchronisation | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: overgenomen, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets overgenomen.' }) errors!: UserError[];
}

@Resolver()
export class SynchroniseResolver {
  @Mutation(() => SynchronisationPayload, {
    description: 'Neemt profielen van werkzoekenden over uit Sonar (VUM), of gaat daarmee verder.',
  })
  synchroniseJobseekers(
    @Arg('input', () => SynchroniseJobseekersInput, { description: 'Van welke regio.' })
    input: SynchroniseJobseekersInput,
    @Ctx() context: JobseekersContext,
  ): Promise<SynchronisationPayload> {
    return synchroniseJobseekers(context, input);
  }
}
