import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

export const RegionSchema = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: { id: p.text().primary(), name: p.text(), centreMunicipalityId: p.text().nullable() },
});

@ObjectType({ description: 'Arbeidsmarktregio, met de afspraken die de regio zelf maakt.' })
@Directive('@key(fields: "id")')
export class Region extends RegionSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam.' }) declare name: string;
}
RegionSchema.setClass(Region);
