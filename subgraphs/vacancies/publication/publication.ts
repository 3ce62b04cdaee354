import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';

export enum PublicationChannel {
  WERK_NL = 'WERK_NL',
}
registerEnumType(PublicationChannel, {
  name: 'PublicationChannel',
  description: 'Kanaal waarop vacatures worden geplaatst.',
  valuesConfig: { WERK_NL: { description: 'werk.nl' } },
});

export const PublicationSchema = defineEntity({
  name: 'Publication',
  tableName: 'publication',
  properties: {
    id: p.uuid().primary(),
    vacancyId: p.uuid(),
    channel: p.text(),
    status: p.text(),
    change: p.text(),
    since: p.datetime(),
    shown: p.boolean(),
    externalId: p.text().nullable(),
    requestedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    message: p.text().nullable(),
    /** Number of the last message about it. */
    contentVersion: p.integer(),
    // What the channel needs to know and the vacancy does not tell.
    municipality: p.text(),
    postcode: p.text().nullable(),
    contactName: p.text(),
    applyEmail: p.text().nullable(),
    applyTelephone: p.text().nullable(),
    applyUrl: p.text().nullable(),
    jobCategory: p.integer(),
    version: p.integer(),
  },
});

@ObjectType({ description: 'Publicatie: een vacature op een kanaal daarbuiten.' })
export class Publication extends PublicationSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => PublicationChannel, { description: 'Kanaal.' }) declare channel: string;
  @Field(() => PublicationStatus, { description: 'Hoe het met de laatste wijziging staat.' }) declare status: string;
  @Field(() => PublicationChange, { description: 'De laatste wijziging.' }) declare change: string;
  @Field(() => DateTime, { description: 'Sinds wanneer het zo staat.' }) declare since: Date;
  @Field(() => Boolean, { description: 'Of de vacature nu op het kanaal te zien is, voor zover wij weten.' })
  declare shown: boolean;
  @Field(() => String, { nullable: true, description: 'Nummer van de advertentie op het kanaal.' })
  declare externalId: string | null | undefined;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer geplaatst.' })
  declare publishedAt: Date | null | undefined;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer weggehaald.' })
  declare withdrawnAt: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Wat het kanaal antwoordde, of waarom het niet lukt.' })
  declare message: string | null | undefined;
  @Field(() => String, { description: 'Gemeente van de werkplek.' }) declare municipality: string;
  @Field(() => String, { nullable: true, description: 'Postcode van de werkplek; leeg is die van de vacature.' })
  declare postcode: string | null | undefined;
  @Field(() => String, { description: 'Bij wie men navraag doet: een afdeling of een naam.' })
  declare contactName: string;
  @Field(() => String, { nullable: true, description: 'E-mailadres om te solliciteren.' })
  declare applyEmail: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Telefoonnummer om te solliciteren.' })
  declare applyTelephone: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Webadres om te solliciteren.' })
  declare applyUrl: string | null | undefined;
  @Field(() => Int, { description: 'Beroepscategorie volgens SETU, 1 tot en met 29.' }) declare jobCategory: number;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
PublicationSchema.setClass(Publication);

/** What the channel needs to know and the vacancy does not tell. */
export type PublicationDetails = Pick<
  Publication,
  'municipality' | 'postcode' | 'contactName' | 'applyEmail' | 'applyTelephone' | 'applyUrl' | 'jobCategory'
>;
