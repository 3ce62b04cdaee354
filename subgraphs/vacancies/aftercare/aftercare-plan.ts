import { defineEntity, p } from '@mikro-orm/core';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum AftercareIntensity {
  CALL_NOW_AND_THEN = 'CALL_NOW_AND_THEN',
  REGULAR = 'REGULAR',
  STRUCTURAL_INTENSIVE = 'STRUCTURAL_INTENSIVE',
}
registerEnumType(AftercareIntensity, {
  name: 'AftercareIntensity',
  description: 'Intensiteit van nazorg, naar behoefte.',
  valuesConfig: {
    CALL_NOW_AND_THEN: { description: 'Af en toe nabellen; zonder andere afspraak om de 13 weken' },
    REGULAR: { description: 'Regelmatig contact; zonder andere afspraak om de 4 weken' },
    STRUCTURAL_INTENSIVE: {
      description: 'Intensieve, structurele begeleiding; om de hoeveel weken spreekt u zelf af',
    },
  },
});

/** How often there is contact when nothing else was agreed, in weeks; null where it must be agreed. Ours: the source names no number. */
export const usualWeeks: Record<AftercareIntensity, number | null> = {
  CALL_NOW_AND_THEN: 13,
  REGULAR: 4,
  STRUCTURAL_INTENSIVE: null,
};

export const AftercarePlanSchema = defineEntity({
  name: 'AftercarePlan',
  tableName: 'aftercare_plan',
  properties: {
    id: p.uuid().primary(),
    placementId: p.uuid(),
    intensity: p.enum(() => AftercareIntensity),
    contactEveryWeeks: p.integer(),
    until: p.date().nullable(),
    content: p.text().nullable(),
    contactForId: p.uuid().nullable(),
    professionalId: p.text(),
    agreedOn: p.date(),
    version: p.integer(),
  },
});

@ObjectType({ description: 'Nazorgafspraak bij een plaatsing: hoe intensief, hoe vaak, tot wanneer en door wie.' })
export class AftercarePlan extends AftercarePlanSchema.class {
  @Field(() => AftercareIntensity, { description: 'Intensiteit.' }) declare intensity: AftercareIntensity;
  @Field(() => Int, { description: 'Om de hoeveel weken er contact is: 1 tot en met 52.' })
  declare contactEveryWeeks: number;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag van de nazorg; leeg zolang het werk duurt.' })
  declare until: string | null | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'Wat de nazorg inhoudt, naar behoefte: voor de werknemer, de werkgever en de collega’s.',
  })
  declare content: string | null | undefined;
  @Field(() => LocalDate, { description: 'Dag waarop de nazorg is afgesproken.' }) declare agreedOn: string;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
AftercarePlanSchema.setClass(AftercarePlan);
