import { Field, ObjectType } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { Placement } from './placement.js';

@ObjectType({ description: 'Uitkomst van een wijziging rond een plaatsing.' })
export class PlacementPayload {
  @Field(() => Placement, { nullable: true, description: 'De plaatsing; leeg als er is geweigerd.' })
  placement!: Placement | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: niets vastgelegd.' }) errors!: UserError[];
}
