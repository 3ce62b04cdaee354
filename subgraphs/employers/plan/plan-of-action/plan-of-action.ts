import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../../schema/scalars.js';

export const PlanOfActionSchema = defineEntity({
  name: 'PlanOfAction',
  tableName: 'plan_of_action',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    text: p.text(),
    savedById: p.text(),
    savedAt: p.datetime(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Plan van aanpak: hoe de dienstverlening bij een werkgever wordt uitgevoerd.' })
export class PlanOfAction extends PlanOfActionSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Het plan.' }) declare text: string;
  @Field(() => DateTime, { description: 'Wanneer het laatst is gewijzigd.' }) declare savedAt: Date;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
PlanOfActionSchema.setClass(PlanOfAction);

export const ProgressNoteSchema = defineEntity({
  name: 'ProgressNote',
  tableName: 'progress_note',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    at: p.datetime(),
    byId: p.text(),
    text: p.text(),
    bottleneck: p.boolean(),
    solvedAt: p.datetime().nullable(),
    solvedById: p.text().nullable(),
    solution: p.text().nullable(),
  },
});

@ObjectType({
  description: 'Voortgang van de dienstverlening: een deelafspraak, een ontwikkeling bij de werkgever of een knelpunt.',
})
export class ProgressNote extends ProgressNoteSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => DateTime, { description: 'Wanneer vastgelegd.' }) declare at: Date;
  @Field(() => String, { description: 'Wat er speelt.' }) declare text: string;
  @Field(() => Boolean, { description: 'Of het een knelpunt is: lopende zaak tot het is opgelost.' })
  declare bottleneck: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer het knelpunt is opgelost.' }) declare solvedAt:
    Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Hoe het knelpunt is opgelost.' }) declare solution:
    string | null | undefined;
}
ProgressNoteSchema.setClass(ProgressNote);
