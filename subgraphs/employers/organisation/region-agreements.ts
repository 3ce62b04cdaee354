import { defineEntity, p } from '@mikro-orm/core';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

export enum OwnershipContactScope {
  ANY_CONTACT_ON_ACCOUNT = 'ANY_CONTACT_ON_ACCOUNT',
  CONTACT_BY_HOLDER = 'CONTACT_BY_HOLDER',
}
registerEnumType(OwnershipContactScope, {
  name: 'OwnershipContactScope',
  description: 'Tellend contact: wiens contact telt voor het behoud van het accounthouderschap.',
  valuesConfig: {
    ANY_CONTACT_ON_ACCOUNT: { description: 'Elk contactmoment op het account' },
    CONTACT_BY_HOLDER: { description: 'Alleen contact door de accounthouder zelf' },
  },
});

export const RegionAgreementsSchema = defineEntity({
  name: 'RegionAgreements',
  tableName: 'region_agreements',
  properties: {
    id: p.uuid().primary(),
    regionId: p.text(),
    ownershipRecentContactMonths: p.integer(),
    ownershipContactScope: p.enum(() => OwnershipContactScope),
    renewedContactMonths: p.integer(),
    vacancyMaxMonths: p.integer(),
    accountPlanReviewMonths: p.integer(),
    contactMergeWindowDays: p.integer(),
    validFrom: p.date(),
  },
});

@ObjectType({ description: 'Regionale WBS-afspraken: de getallen die de regio vaststelt, per ingangsdatum.' })
export class RegionAgreements extends RegionAgreementsSchema.class {
  @Field(() => Int, {
    description: 'Recent contact behoudt het (hoofd-)accounthouderschap: zoveel maanden (half jaar: 6).',
  })
  declare ownershipRecentContactMonths: number;
  @Field(() => OwnershipContactScope, { description: 'Wiens contact daarvoor telt.' })
  declare ownershipContactScope: OwnershipContactScope;
  @Field(() => Int, { description: 'Termijn in maanden waarna een contact hernieuwd is (type 1 Acquisitie).' })
  declare renewedContactMonths: number;
  @Field(() => Int, { description: 'Zoveel maanden staat een vacature hoogstens open (één kwartaal: 3).' })
  declare vacancyMaxMonths: number;
  @Field(() => Int, { description: 'Om de zoveel maanden wordt een accountplan herzien (halfjaarlijks: 6).' })
  declare accountPlanReviewMonths: number;
  @Field(() => Int, {
    description: 'Contacten over hetzelfde onderwerp binnen zoveel dagen horen in één contactmoment.',
  })
  declare contactMergeWindowDays: number;
  @Field(() => LocalDate, { description: 'Ingangsdatum.' }) declare validFrom: string;
}
RegionAgreementsSchema.setClass(RegionAgreements);

/** The agreements in force on `onDate`, out of all versions of one region (any order). Null before the first. */
export const agreementsOn = (versions: RegionAgreements[], onDate: string): RegionAgreements | null =>
  versions.filter((v) => v.validFrom <= onDate).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
