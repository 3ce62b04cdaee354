import { defineEntity, p } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { SourceSystem } from '../../provenance.js';
import { TargetGroup } from '../../target-group.js';

export const BenefitSchema = defineEntity({
  name: 'Benefit',
  tableName: 'benefit',
  properties: {
    id: p.uuid().primary(),
    jobseekerId: p.uuid(),
    kind: p.text(),
    law: p.text(),
    targetGroup: p.text(),
    from: p.date(),
    until: p.date().nullable(),
    source: p.text(),
    /** When a source took it back: what it tells now stands in other records. */
    withdrawnAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'Uitkering van een werkzoekende.' })
export class Benefit extends BenefitSchema.class {
  @Field(() => String, { description: 'Soort uitkering.' }) declare kind: string;
  @Field(() => String, { description: 'Wet.' }) declare law: string;
  @Field(() => TargetGroup, { description: 'Doelgroep waarin de uitkering telt.' }) declare targetGroup: string;
  @Field(() => LocalDate, { description: 'Vanaf.' }) declare from: string;
  @Field(() => LocalDate, { nullable: true, description: 'Tot en met; leeg zolang de uitkering loopt.' })
  declare until: string | null | undefined;
  @Field(() => SourceSystem, { description: 'Bron.' }) declare source: string;
}
BenefitSchema.setClass(Benefit);
