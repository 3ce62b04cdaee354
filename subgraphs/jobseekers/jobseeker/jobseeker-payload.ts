import { Field, ObjectType } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { Jobseeker } from './jobseeker.js';

@ObjectType({ description: 'Uitkomst voor een werkzoekende.' })
export class JobseekerPayload {
  @Field(() => Jobseeker, { nullable: true, description: 'De werkzoekende; leeg als er niets is vastgelegd.' })
  jobseeker?: Jobseeker | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}
