import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

export const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    regionId: p.text(),
    organisationId: p.text().nullable(),
    leadId: p.text().nullable(),
  },
});

@ObjectType({ description: 'Team, zoals het in het weekrapport staat.' })
@Directive('@key(fields: "id")')
export class Team extends TeamSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
}
TeamSchema.setClass(Team);
