import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { CustomerTier } from '../dossier/employer.js';
import { RuleStep } from '../ownership/decision/rule-step.js';

export enum ObjectiveCriterionKind {
  COMPANY_SIZE = 'COMPANY_SIZE',
  VACANCIES = 'VACANCIES',
  FULFILMENTS = 'FULFILMENTS',
  CONTINUITY = 'CONTINUITY',
}
registerEnumType(ObjectiveCriterionKind, {
  name: 'ObjectiveCriterionKind',
  description: 'Soort objectief criterium van de klantpiramide.',
  valuesConfig: {
    COMPANY_SIZE: { description: 'Bedrijfsgrootte' },
    VACANCIES: { description: 'Vacatures' },
    FULFILMENTS: { description: 'Vervullingen' },
    CONTINUITY: { description: 'Continuïteit' },
  },
});

export enum SoftCriterionKind {
  INTENT_TO_COOPERATE = 'INTENT_TO_COOPERATE',
  JOINT_INVESTMENT = 'JOINT_INVESTMENT',
  CULTURE_FITS_TARGET_GROUP = 'CULTURE_FITS_TARGET_GROUP',
  POSITIVE_IMAGE = 'POSITIVE_IMAGE',
  SEVERAL_TARGET_GROUPS = 'SEVERAL_TARGET_GROUPS',
}
registerEnumType(SoftCriterionKind, {
  name: 'SoftCriterionKind',
  description: 'Soort element van het zachte filter.',
  valuesConfig: {
    INTENT_TO_COOPERATE: { description: 'Intentie tot samenwerken' },
    JOINT_INVESTMENT: { description: 'Bereid om gezamenlijk te investeren' },
    CULTURE_FITS_TARGET_GROUP: { description: 'De cultuur past bij de doelgroep' },
    POSITIVE_IMAGE: { description: 'Positief imago, ook op social return en maatschappelijk ondernemen' },
    SEVERAL_TARGET_GROUPS: { description: 'Bereid om verschillende doelgroepen aan te nemen' },
  },
});

@ObjectType({ description: 'Pré-selectie: wat vóór de indeling in- of uitsluit.' })
export class PyramidPreselection {
  @Field(() => Boolean, { description: 'Politiek gevoelige klant.' }) politicallySensitive!: boolean;
  @Field(() => Boolean, { description: 'Betrouwbaar; zo niet, dan worden er geen zaken gedaan.' }) reliable!: boolean;
  @Field(() => String, { nullable: true, description: 'Waarom niet betrouwbaar.' }) exclusionReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Ontwikkelingen in de sector.' }) sectorDevelopment!:
    string | null;
  @Field(() => Boolean, { description: 'Of de werkgever is uitgesloten: niet benaderen.' }) excluded!: boolean;
  @Field(() => Boolean, { description: 'Of de werkgever op maat wordt belegd.' }) handledTailorMade!: boolean;
}

@ObjectType({ description: 'Objectief criterium: berekend, niet ingevuld.' })
export class ObjectiveCriterion {
  @Field(() => ObjectiveCriterionKind, { description: 'Welk criterium.' }) kind!: ObjectiveCriterionKind;
  @Field(() => Float, { description: 'Wat er geteld is; 0 als het niet bekend is.' }) value!: number;
  @Field(() => Boolean, {
    description: 'Of de waarde bekend is; wat niet bekend is telt voor 0 punten, en is geen nee.',
  })
  known!: boolean;
  @Field(() => Int, { description: 'Punten: 0 tot en met 3, volgens de grenzen van de regio.' }) points!: number;
  @Field(() => String, { description: 'Waar de waarde op steunt.' }) basis!: string;
  /** Kept for the explanation: records that were counted, at most a hundred. */
  evidenceIds!: string[];
}

@ObjectType({ description: 'Element van het zachte filter: ja of nee.' })
export class SoftCriterion {
  @Field(() => SoftCriterionKind, { description: 'Welk element.' }) kind!: SoftCriterionKind;
  @Field(() => Boolean, { description: 'Ja of nee.' }) yes!: boolean;
  @Field(() => String, { nullable: true, description: 'Toelichting.' }) note!: string | null;
}

export const PyramidAssessmentSchema = defineEntity({
  name: 'PyramidAssessment',
  tableName: 'pyramid_assessment',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    version: p.integer(),
    onDate: p.date(),
    recordedAt: p.datetime(),
    byId: p.text(),
    politicallySensitive: p.boolean(),
    reliable: p.boolean(),
    exclusionReason: p.text().nullable(),
    sectorDevelopment: p.text().nullable(),
    objective: p.json<ObjectiveCriterion[]>(),
    softFilter: p.json<SoftCriterion[]>(),
    partnershipScore: p.integer(),
    proposedTier: p.enum(() => CustomerTier).nullable(),
    decidedTier: p.enum(() => CustomerTier).nullable(),
    reasonForDeviation: p.text().nullable(),
    explanation: p.json<RuleStep[]>(),
  },
});

@ObjectType({ description: 'Beoordeling voor de klantpiramide, met de stappen die tot de laag leiden.' })
@Directive('@key(fields: "id")')
export class PyramidAssessment extends PyramidAssessmentSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => Int, { description: 'Volgnummer bij deze werkgever, voor expectedVersion.' }) declare version: number;
  @Field(() => LocalDate, { description: 'Dag van de beoordeling.' }) declare onDate: string;
  @Field(() => DateTime, { description: 'Wanneer vastgelegd.' }) declare recordedAt: Date;
  @Field(() => [ObjectiveCriterion], { description: 'De vier objectieve criteria.' })
  declare objective: ObjectiveCriterion[];
  @Field(() => [SoftCriterion], { description: 'De vijf elementen van het zachte filter.' })
  declare softFilter: SoftCriterion[];
  @Field(() => Int, { description: 'Partnerschap: 1 tot en met 4 sterren.' }) declare partnershipScore: number;
  @Field(() => CustomerTier, { nullable: true, description: 'Voorgestelde laag; leeg bij een uitgesloten werkgever.' })
  declare proposedTier: CustomerTier | null | undefined;
  @Field(() => CustomerTier, { nullable: true, description: 'Besloten laag; leeg bij een uitgesloten werkgever.' })
  declare decidedTier: CustomerTier | null | undefined;
  @Field(() => String, { nullable: true, description: 'Waarom van het voorstel is afgeweken.' })
  declare reasonForDeviation: string | null | undefined;
  @Field(() => [RuleStep], { description: 'De stappen van de beoordeling.' }) declare explanation: RuleStep[];
}
PyramidAssessmentSchema.setClass(PyramidAssessment);

/**
 * The assessment that holds on a day: the newest of those up to it, and of one day the later recorded. `all` of one
 * employer, in any order; null before the first.
 */
export const assessmentOn = (all: PyramidAssessment[], onDate: string): PyramidAssessment | null =>
  all
    .filter((one) => one.onDate <= onDate)
    .sort(
      (a, b) =>
        b.onDate.localeCompare(a.onDate) || b.recordedAt.getTime() - a.recordedAt.getTime() || b.version - a.version,
    )[0] ?? null;
