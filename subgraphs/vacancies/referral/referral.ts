import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { TargetGroup } from '../../target-group.js';

export enum ReferralStatus {
  SELECTED = 'SELECTED',
  DISCUSSED = 'DISCUSSED',
  PRESENTED = 'PRESENTED',
  INTERVIEW = 'INTERVIEW',
  TRIAL = 'TRIAL',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ReferralStatus, {
  name: 'ReferralStatus',
  description: 'Status van een verwijzing.',
  valuesConfig: {
    SELECTED: { description: 'Geselecteerd' },
    DISCUSSED: { description: 'Besproken met de kandidaat' },
    PRESENTED: { description: 'Voorgedragen' },
    INTERVIEW: { description: 'Op gesprek' },
    TRIAL: { description: 'Proefplaatsing' },
    ACCEPTED: { description: 'Aangenomen' },
    REJECTED: { description: 'Afgewezen' },
    WITHDRAWN: { description: 'Teruggetrokken' },
  },
});

/** A referral that has not come to its end. */
export const isActive = (status: string): boolean => !['ACCEPTED', 'REJECTED', 'WITHDRAWN'].includes(status);

export const ReferralSchema = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    id: p.uuid().primary(),
    vacancyId: p.uuid(),
    jobseekerId: p.uuid(),
    status: p.text(),
    discussedWithCandidateOn: p.date().nullable(),
    candidateAcknowledged: p.boolean().nullable(),
    employerAcknowledged: p.boolean().nullable(),
    referredById: p.text(),
    matchScoreAtReferral: p.integer().nullable(),
    snapshotTakenAt: p.datetime(),
    snapshotBenefit: p.text(),
    snapshotTargetGroup: p.text(),
    snapshotInRegister: p.boolean().nullable(),
    snapshotSonarReference: p.text().nullable(),
    decidedOn: p.date().nullable(),
    hired: p.boolean().nullable(),
    motivation: p.text().nullable(),
    version: p.integer(),
  },
});

@ObjectType({ description: 'Verwijzing in de verwijsadministratie (VA).' })
@Directive('@key(fields: "id")')
export class Referral extends ReferralSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => ReferralStatus, { description: 'Status.' }) declare status: string;
  @Field(() => LocalDate, { nullable: true, description: 'Wanneer de vacature met de kandidaat is besproken.' })
  declare discussedWithCandidateOn: string | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of de kandidaat de bemiddeling erkent.' })
  declare candidateAcknowledged: boolean | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of de werkgever de bemiddeling erkent.' })
  declare employerAcknowledged: boolean | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Score van de match op het moment van verwijzen.' })
  declare matchScoreAtReferral: number | null | undefined;
  @Field(() => Int, { description: 'Versie, voor wijzigingen.' }) declare version: number;
}
ReferralSchema.setClass(Referral);

@ObjectType({ description: 'Momentopname van indicatie en uitkering uit Sonar, op het moment van bemiddelen.' })
export class IndicationSnapshot {
  @Field(() => DateTime, { description: 'Wanneer opgenomen.' }) takenAt!: Date;
  @Field(() => String, { description: 'Uitkering.' }) benefit!: string;
  @Field(() => TargetGroup, { description: 'Doelgroep.' }) targetGroup!: string;
  @Field(() => Boolean, { nullable: true, description: 'In het doelgroepregister; leeg als dat toen niet bekend was.' })
  inTargetGroupRegister!: boolean | null | undefined;
  @Field(() => String, { nullable: true, description: 'Kenmerk in Sonar.' })
  sonarReference!: string | null | undefined;
}

@ObjectType({ description: 'Terugkoppeling van de werkgever, met motivatie, ook bij aannemen.' })
export class EmployerDecision {
  @Field(() => LocalDate, { description: 'Datum.' }) on!: string;
  @Field(() => Boolean, { description: 'Of de kandidaat is aangenomen.' }) hired!: boolean;
  @Field(() => String, { description: 'Motivatie.' }) motivation!: string;
}
