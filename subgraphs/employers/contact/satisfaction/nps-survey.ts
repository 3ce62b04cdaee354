import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../../schema/scalars.js';
import { PageInfo } from '../../../pages.js';

export enum NpsGroup {
  PROMOTER = 'PROMOTER',
  PASSIVE = 'PASSIVE',
  DETRACTOR = 'DETRACTOR',
}
registerEnumType(NpsGroup, {
  name: 'NpsGroup',
  description: 'Groep van een NPS-cijfer.',
  valuesConfig: {
    PROMOTER: { description: 'Promotor: 9 of 10' },
    PASSIVE: { description: 'Passief tevreden: 7 of 8' },
    DETRACTOR: { description: 'Criticaster: 0 tot en met 6' },
  },
});

/** The group of a score from 0 to 10. */
export const npsGroup = (score: number): NpsGroup =>
  score >= 9 ? NpsGroup.PROMOTER : score >= 7 ? NpsGroup.PASSIVE : NpsGroup.DETRACTOR;

export const NpsSurveySchema = defineEntity({
  name: 'NpsSurvey',
  tableName: 'nps_survey',
  properties: {
    id: p.uuid().primary(),
    contactMomentId: p.uuid(),
    employerId: p.uuid(),
    invitedAt: p.datetime(),
    respondedAt: p.datetime().nullable(),
    /** The day of the answer in the Netherlands, by which the rules count. */
    respondedOn: p.date().nullable(),
    score: p.integer().nullable(),
    comment: p.text().nullable(),
    note: p.text().nullable(),
    sentAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'NPS-meting: vraag naar de tevredenheid na een contactmoment, en het antwoord.' })
@Directive('@key(fields: "id")')
export class NpsSurvey extends NpsSurveySchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => DateTime, { description: 'Wanneer de meting is klaargezet.' }) declare invitedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer de werkgever antwoordde.' })
  declare respondedAt: Date | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Cijfer van 0 tot en met 10.' }) declare score:
    number | null | undefined;
  @Field(() => String, { nullable: true, description: 'Toelichting van de werkgever.' }) declare comment:
    string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Kanttekening bij deze meting, zoals het sterretje bij type 9.' })
  declare note: string | null | undefined;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer de vraag aan de werkgever is gemaild.' })
  declare sentAt: Date | null | undefined;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Wanneer de meting verviel, omdat het contactmoment is gecorrigeerd of samengevoegd.',
  })
  declare withdrawnAt: Date | null | undefined;
}
NpsSurveySchema.setClass(NpsSurvey);

@ObjectType({ description: 'Regel in een lijst van NPS-metingen.' })
export class NpsSurveyEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => NpsSurvey, { description: 'De meting.' }) node!: NpsSurvey;
}

@ObjectType({ description: 'Lijst van NPS-metingen, nieuwste eerst, bladzijde voor bladzijde.' })
export class NpsSurveyConnection {
  @Field(() => [NpsSurveyEdge], { description: 'De regels.' }) edges!: NpsSurveyEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
