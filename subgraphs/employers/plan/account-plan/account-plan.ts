import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import type { PlanAnswer } from './fill-in.js';

export enum PlanStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  UNDER_REVIEW = 'UNDER_REVIEW',
  CLOSED = 'CLOSED',
}
registerEnumType(PlanStatus, {
  name: 'PlanStatus',
  description: 'Stand van een accountplan of een doel daarin.',
  valuesConfig: {
    DRAFT: { description: 'Concept' },
    ACTIVE: { description: 'Actief' },
    UNDER_REVIEW: { description: 'Wordt herzien' },
    CLOSED: { description: 'Afgesloten' },
  },
});

export const AccountPlanSchema = defineEntity({
  name: 'AccountPlan',
  tableName: 'account_plan',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    version: p.integer(),
    status: p.enum(() => PlanStatus),
    ownedById: p.text(),
    answers: p.json<Record<string, PlanAnswer>>(),
    conclusions: p.text().nullable(),
    drawnUpOn: p.date(),
    lastReviewedOn: p.date().nullable(),
    /** Counts on over all versions of an employer's plan, so that nobody writes over what was not read. */
    revision: p.integer(),
    savedAt: p.datetime(),
  },
});

@ObjectType({ description: 'Accountplan: opgesteld onder regie van de accountmanager, halfjaarlijks herzien.' })
@Directive('@key(fields: "id")')
export class AccountPlan extends AccountPlanSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => Int, { description: 'Versie van het plan voor deze werkgever, vanaf 1.' }) declare version: number;
  @Field(() => PlanStatus, { description: 'Stand.' }) declare status: PlanStatus;
  @Field(() => String, { nullable: true, description: 'Conclusies.' }) declare conclusions: string | null | undefined;
  @Field(() => LocalDate, { description: 'Dag van opstellen.' }) declare drawnUpOn: string;
  @Field(() => LocalDate, { nullable: true, description: 'Dag van de laatste herziening.' }) declare lastReviewedOn:
    string | null | undefined;
  @Field(() => Int, {
    description: 'Telt elke wijziging van het plan van deze werkgever, over de versies heen; voor expectedVersion.',
  })
  declare revision: number;
}
AccountPlanSchema.setClass(AccountPlan);

export const PlanGoalSchema = defineEntity({
  name: 'PlanGoal',
  tableName: 'plan_goal',
  properties: {
    id: p.uuid().primary(),
    planId: p.uuid(),
    position: p.integer(),
    title: p.text(),
    measure: p.text().nullable(),
    target: p.float().nullable(),
    actual: p.float().nullable(),
    dueOn: p.date().nullable(),
    status: p.enum(() => PlanStatus),
    version: p.integer().version(),
    /** Since when it is no more part of the plan. */
    droppedAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'Doel in een accountplan.' })
export class PlanGoal extends PlanGoalSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Het doel.' }) declare title: string;
  @Field(() => String, { nullable: true, description: 'Wat er gemeten wordt.' }) declare measure:
    string | null | undefined;
  @Field(() => Float, { nullable: true, description: 'Streefwaarde.' }) declare target: number | null | undefined;
  @Field(() => Float, { nullable: true, description: 'Stand tot nu toe.' }) declare actual: number | null | undefined;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) declare dueOn: string | null | undefined;
  @Field(() => PlanStatus, { description: 'Stand.' }) declare status: PlanStatus;
  @Field(() => Int, { description: 'Versie van het doel, voor expectedVersion.' }) declare version: number;
}
PlanGoalSchema.setClass(PlanGoal);

/** Whether a plan is in use, and so has to be reviewed. */
export const isRunning = ({ status }: Pick<AccountPlan, 'status'>): boolean =>
  status === PlanStatus.ACTIVE || status === PlanStatus.UNDER_REVIEW;

export const PlanReviewSchema = defineEntity({
  name: 'PlanReview',
  tableName: 'plan_review',
  properties: {
    id: p.uuid().primary(),
    planId: p.uuid(),
    heldOn: p.date(),
    byId: p.text(),
    outcome: p.text(),
    changed: p.boolean(),
    recordedAt: p.datetime(),
  },
});

@ObjectType({ description: 'Herziening van een accountplan door het klantteam.' })
export class PlanReview extends PlanReviewSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => LocalDate, { name: 'on', description: 'Dag van de herziening.' }) declare heldOn: string;
  @Field(() => String, { description: 'Wat eruit kwam.' }) declare outcome: string;
  @Field(() => Boolean, { description: 'Of het plan moet worden aangepast.' }) declare changed: boolean;
}
PlanReviewSchema.setClass(PlanReview);
