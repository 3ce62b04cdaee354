import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';

export const AftercareEntrySchema = defineEntity({
  name: 'AftercareEntry',
  tableName: 'aftercare_entry',
  properties: {
    id: p.uuid().primary(),
    placementId: p.uuid(),
    at: p.datetime(),
    byId: p.text(),
    withWhom: p.text(),
    text: p.text(),
    problem: p.boolean(),
  },
});

@ObjectType({ description: 'Nazorgcontact: wat er na de plaatsing is besproken. Blijft staan zoals geschreven.' })
export class AftercareEntry extends AftercareEntrySchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => DateTime, { description: 'Wanneer vastgelegd.' }) declare at: Date;
  @Field(() => String, { description: 'Met wie er contact was.' }) declare withWhom: string;
  @Field(() => String, { description: 'Wat er is besproken.' }) declare text: string;
  @Field(() => Boolean, { description: 'Of er een probleem is; dan gaat er een actie uit.' }) declare problem: boolean;
}
AftercareEntrySchema.setClass(AftercareEntry);
