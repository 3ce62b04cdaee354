import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { TargetGroup } from '../../target-group.js';
import { isSustainable } from './sustainable.js';

export const PlacementSchema = defineEntity({
  name: 'Placement',
  tableName: 'placement',
  properties: {
    id: p.uuid().primary(),
    vacancyId: p.uuid(),
    employerId: p.uuid(),
    jobseekerId: p.uuid(),
    referralId: p.uuid().nullable(),
    regionId: p.text(),
    startsOn: p.date(),
    registeredAt: p.datetime(),
    durationMonths: p.integer().nullable(),
    targetGroup: p.text(),
    submitterTeamId: p.text().nullable(),
    ownerTeamId: p.text().nullable(),
    employerOwnerTeamId: p.text().nullable(),
    endedOn: p.date().nullable(),
    endReason: p.text().nullable(),
    version: p.integer(),
  },
});

/** The teams credited with a placement: of submitter, owner and account holder, each team once. */
export const creditedTeams = (placement: {
  submitterTeamId?: string | null;
  ownerTeamId?: string | null;
  employerOwnerTeamId?: string | null;
}): string[] => [
  ...new Set(
    [placement.submitterTeamId, placement.ownerTeamId, placement.employerOwnerTeamId].filter((id) => id != null),
  ),
];

@ObjectType({ description: 'Plaatsing: de vervulling van een arbeidsplaats.' })
@Directive('@key(fields: "id")')
export class Placement extends PlacementSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => LocalDate, { description: 'Begin van het werk.' }) declare startsOn: string;
  @Field(() => DateTime, { description: 'Wanneer geregistreerd.' }) declare registeredAt: Date;
  @Field(() => Int, { nullable: true, description: 'Duur in maanden; leeg bij onbepaalde tijd.' })
  declare durationMonths: number | null | undefined;
  @Field(() => TargetGroup, { description: 'Doelgroep op het moment van plaatsen.' }) declare targetGroup: string;
  @Field(() => LocalDate, { nullable: true, description: 'Einde van het werk.' })
  declare endedOn: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Reden van het einde.' })
  declare endReason: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor wijzigingen.' }) declare version: number;

  @Field(() => Boolean, { description: 'Duurzaam betaald werk: onbepaalde tijd of minstens 6 maanden.' })
  get sustainable(): boolean {
    return isSustainable(this.durationMonths, this.durationMonths == null);
  }
}
PlacementSchema.setClass(Placement);
