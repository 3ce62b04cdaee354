import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';

export enum WorkAgreementKind {
  COVENANT = 'COVENANT',
  TRAJECTORY = 'TRAJECTORY',
  ACCOUNT_PLAN = 'ACCOUNT_PLAN',
  COOPERATION_AGREEMENT = 'COOPERATION_AGREEMENT',
  ARRANGEMENT = 'ARRANGEMENT',
  SOCIAL_RETURN = 'SOCIAL_RETURN',
  SW_WORK_ORDER = 'SW_WORK_ORDER',
  OTHER = 'OTHER',
}
registerEnumType(WorkAgreementKind, {
  name: 'WorkAgreementKind',
  description: 'Soort werkafspraak.',
  valuesConfig: {
    COVENANT: { description: 'Convenant' },
    TRAJECTORY: { description: 'Traject' },
    ACCOUNT_PLAN: { description: 'Accountplan' },
    COOPERATION_AGREEMENT: { description: 'Samenwerkingsovereenkomst' },
    ARRANGEMENT: { description: 'Arrangement, zoals een opleiding met plaatsing' },
    SOCIAL_RETURN: { description: 'Invulling van social return' },
    SW_WORK_ORDER: { description: 'Werkopdracht voor de sociale werkvoorziening' },
    OTHER: { description: 'Andere werkafspraak' },
  },
});

@ObjectType({ description: 'Doel van een werkafspraak: wat, en hoeveel.' })
export class AgreementGoal {
  @Field(() => String, { description: 'Wat, bijvoorbeeld ‘doorstromers van het bedrijf’.' }) what!: string;
  @Field(() => Int, { description: 'Hoeveel.' }) number!: number;
}

export const WorkAgreementSchema = defineEntity({
  name: 'WorkAgreement',
  tableName: 'work_agreement',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    kind: p.enum(() => WorkAgreementKind),
    title: p.text(),
    summary: p.text(),
    partyIds: p.array(),
    goals: p.json<AgreementGoal[]>(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    registeredById: p.text(),
    registeredAt: p.datetime(),
    subjectType: p.text().nullable(),
    subjectId: p.uuid().nullable(),
    evaluatedOn: p.date().nullable(),
    evaluatedById: p.text().nullable(),
    evaluation: p.text().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({
  description: 'Werkafspraak met een werkgever: convenant, traject, arrangement, overeenkomst of accountplan.',
})
@Directive('@key(fields: "id")')
export class WorkAgreement extends WorkAgreementSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => WorkAgreementKind, { description: 'Soort.' }) declare kind: WorkAgreementKind;
  @Field(() => String, { description: 'Naam.' }) declare title: string;
  @Field(() => String, { description: 'Wat er is afgesproken.' }) declare summary: string;
  @Field(() => [AgreementGoal], { description: 'Doelen, met aantallen.' }) declare goals: AgreementGoal[];
  @Field(() => LocalDate, { description: 'Eerste dag.' }) declare validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag; leeg zolang niet afgesproken.' })
  declare validUntil: string | null | undefined;
  @Field(() => DateTime, { description: 'Wanneer geregistreerd.' }) declare registeredAt: Date;
  @Field(() => String, { nullable: true, description: 'Waar de afspraak uit voortkwam: naam van het type.' })
  declare subjectType: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'Waar de afspraak uit voortkwam: kenmerk.' })
  declare subjectId: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;

  /** Whether it was over before `today` and nobody wrote how it went; an account plan has reviews of its own. */
  lacksEvaluation(today: string): boolean {
    return (
      this.kind !== WorkAgreementKind.ACCOUNT_PLAN &&
      Boolean(this.validUntil && this.validUntil < today) &&
      !this.evaluation
    );
  }
}
WorkAgreementSchema.setClass(WorkAgreement);

@ObjectType({ description: 'Evaluatie van een werkafspraak, op schrift.' })
export class Evaluation {
  @Field(() => LocalDate, { description: 'Dag van de evaluatie.' }) on!: string;
  @Field(() => String, { description: 'Hoe het is gegaan.' }) text!: string;
  evaluatedById!: string;
}
