import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';

export const CvPublicationSchema = defineEntity({
  name: 'CvPublication',
  tableName: 'cv_publication',
  properties: {
    /** The number under which werk.nl has the CV: not that of the person. */
    id: p.uuid().primary(),
    jobseekerId: p.uuid(),
    status: p.text(),
    change: p.text(),
    since: p.datetime(),
    shown: p.boolean(),
    externalId: p.text().nullable(),
    publishedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    message: p.text().nullable(),
    /** Number of the last message about it. */
    contentVersion: p.integer(),
    consentStoring: p.boolean(),
    consentMatching: p.boolean(),
    consentGivenOn: p.date(),
    consentRecordedAt: p.datetime(),
    consentRecordedById: p.text(),
    version: p.integer(),
  },
});

@ObjectType({ description: 'Cv op werk.nl: hoe het ermee staat, en waarmee de werkzoekende instemde.' })
export class CvPublication extends CvPublicationSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => PublicationStatus, { description: 'Hoe het met de laatste wijziging staat.' }) declare status: string;
  @Field(() => PublicationChange, { description: 'De laatste wijziging.' }) declare change: string;
  @Field(() => DateTime, { description: 'Sinds wanneer het zo staat.' }) declare since: Date;
  @Field(() => Boolean, { description: 'Of het cv nu op werk.nl staat, voor zover wij weten.' })
  declare shown: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer geplaatst.' })
  declare publishedAt: Date | null | undefined;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer weggehaald.' })
  declare withdrawnAt: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Wat werk.nl antwoordde, of waarom het niet lukt.' })
  declare message: string | null | undefined;
  @Field(() => Boolean, { description: 'Of de werkzoekende instemde met bewaren door werk.nl.' })
  declare consentStoring: boolean;
  @Field(() => Boolean, { description: 'Of de werkzoekende instemde met matchen door werk.nl.' })
  declare consentMatching: boolean;
  @Field(() => LocalDate, { description: 'De dag waarop de werkzoekende instemde.' }) declare consentGivenOn: string;
  @Field(() => DateTime, { description: 'Wanneer de instemming is vastgelegd.' }) declare consentRecordedAt: Date;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
CvPublicationSchema.setClass(CvPublication);
