import { defineEntity, p } from '@mikro-orm/core';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { ReferralStatus } from './referral.js';

export const ReferralStepSchema = defineEntity({
  name: 'ReferralStep',
  tableName: 'referral_step',
  properties: {
    id: p.uuid().primary(),
    referralId: p.uuid(),
    at: p.datetime(),
    status: p.text(),
    byId: p.text(),
    note: p.text().nullable(),
  },
});

@ObjectType({ description: 'Stap in een verwijzing.' })
export class ReferralStep extends ReferralStepSchema.class {
  @Field(() => DateTime, { description: 'Wanneer.' }) declare at: Date;
  @Field(() => ReferralStatus, { description: 'Status vanaf dan.' }) declare status: string;
  @Field(() => String, { nullable: true, description: 'Toelichting.' }) declare note: string | null | undefined;
}
ReferralStepSchema.setClass(ReferralStep);
