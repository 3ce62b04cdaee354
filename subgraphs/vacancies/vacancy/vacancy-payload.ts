import { Field, ObjectType } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { Vacancy } from './vacancy.js';

@ObjectType({ description: 'Uitkomst van een wijziging rond een vacature.' })
export class VacancyPayload {
  @Field(() => Vacancy, { nullable: true, description: 'De vacature; leeg als er is geweigerd.' })
  vacancy!: Vacancy | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: niets vastgelegd.' }) errors!: UserError[];
}
