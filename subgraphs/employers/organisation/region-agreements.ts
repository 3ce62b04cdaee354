import { defineEntity, p } from '@mikro-orm/core';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';

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
    npsQuietDays: p.integer(),
    validFrom: p.date(),
    /** From 1 in each region; a version is never changed, a correction is a further one. */
    version: p.integer(),
    recordedAt: p.datetime(),
    setById: p.text().nullable(),
    reason: p.text().nullable(),
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
  @Field(() => Int, {
    description: 'Zoveel dagen na een NPS-meting wordt een werkgever niet opnieuw gevraagd; 0 vraagt na elk contact.',
  })
  declare npsQuietDays: number;
  @Field(() => LocalDate, { description: 'Ingangsdatum.' }) declare validFrom: string;
  @Field(() => Int, { description: 'Versie binnen de regio, vanaf 1, voor expectedVersion.' }) declare version: number;
  @Field(() => DateTime, { description: 'Wanneer deze versie is vastgelegd.' }) declare recordedAt: Date;
  @Field(() => String, { nullable: true, description: 'Waarom de afspraken zijn gewijzigd.' }) declare reason:
    string | null | undefined;
}
RegionAgreementsSchema.setClass(RegionAgreements);

/**
 * The agreements in force on `onDate`, out of all versions of one region (any order), as they were known just before
 * `knownAt`; now, without it. Null before the first. Of two from the same day the later recorded holds.
 */
export const agreementsOn = (
  versions: RegionAgreements[],
  onDate: string,
  knownAt: Date | null = null,
): RegionAgreements | null =>
  versions
    .filter((v) => v.validFrom <= onDate && (knownAt === null || v.recordedAt < knownAt))
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version)[0] ?? null;

/**
 * The agreements that were recorded first of those in force on `onDate`: they count as known before they were recorded,
 * since a region agreed on them before it worked with this system.
 */
export const firstAgreements = (versions: RegionAgreements[], onDate: string): RegionAgreements | null =>
  versions.filter((v) => v.validFrom <= onDate).sort((a, b) => a.version - b.version)[0] ?? null;
