import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';
import { ApproachPurpose } from './approach-advice.js';
import type { Approach } from './approach.js';

export const ConsultationSchema = defineEntity({
  name: 'Consultation',
  tableName: 'consultation',
  properties: {
    id: p.uuid().primary(),
    /** An employer whom only KvK knows has no dossier yet: the id it will have. */
    employerId: p.uuid(),
    byId: p.text(),
    purpose: p.enum(() => ApproachPurpose),
    at: p.datetime(),
    consultedOn: p.date(),
    validUntil: p.date(),
    allowed: p.boolean(),
    /** What was advised, word for word. */
    advice: p.json<Approach>(),
  },
});

@ObjectType({
  description:
    'Raadpleging: bewijs dat WBS is geraadpleegd voordat een werkgever werd benaderd, en wat het advies was.',
})
@Directive('@key(fields: "id")')
export class Consultation extends ConsultationSchema.class {
  @Field(() => ID, { description: 'Kenmerk, om bij het contactmoment te noemen.' }) declare id: string;
  @Field(() => ApproachPurpose, { description: 'Doel van het contact.' }) declare purpose: ApproachPurpose;
  @Field(() => DateTime, { description: 'Wanneer is geraadpleegd.' }) declare at: Date;
  @Field(() => LocalDate, { description: 'Laatste dag waarop een contact op deze raadpleging steunt.' })
  declare validUntil: string;
  @Field(() => Boolean, { description: 'Of de werkgever benaderd mocht worden.' }) declare allowed: boolean;
}
ConsultationSchema.setClass(Consultation);
