import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

export const OrgUnitSchema = defineEntity({
  name: 'OrgUnit',
  tableName: 'org_unit',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    name: p.text(),
    level: p.text().nullable(),
    notes: p.text().nullable(),
    active: p.boolean(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Afdeling: onderdeel van een grote werkgever, met functies van een eigen niveau.' })
@Directive('@key(fields: "id")')
export class OrgUnit extends OrgUnitSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam van de afdeling.' }) declare name: string;
  @Field(() => String, { nullable: true, description: 'Niveau van de functies, bijvoorbeeld mbo 2.' })
  declare level: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Bijzonderheden.' }) declare notes: string | null | undefined;
  @Field(() => Boolean, { description: 'Of de afdeling er nog is.' }) declare active: boolean;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
OrgUnitSchema.setClass(OrgUnit);
