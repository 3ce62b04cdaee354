import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { PageInfo } from '../../pages.js';
import { ContactMedium } from './contact-medium.js';

export const ContactMomentSchema = defineEntity({
  name: 'ContactMoment',
  tableName: 'contact_moment',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    typeNumber: p.integer(),
    medium: p.enum(() => ContactMedium),
    subject: p.text(),
    summary: p.text(),
    occurredOn: p.date(),
    recordedAt: p.datetime(),
    registeredById: p.text(),
    /** The team of the registrar at the time, which it counts for. */
    teamId: p.text().nullable(),
    participantIds: p.array(),
    relatedToIds: p.array(),
    consultationId: p.text().nullable(),
    /** Type 4: the survey whose answer this contact followed. */
    followUpToSurveyId: p.uuid().nullable(),
    mergedIntoId: p.uuid().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Contactmoment: verslag van een contact met een werkgever.' })
@Directive('@key(fields: "id")')
export class ContactMoment extends ContactMomentSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => ContactMedium, { description: 'Medium.' }) declare medium: ContactMedium;
  @Field(() => String, { description: 'Onderwerp.' }) declare subject: string;
  @Field(() => String, { description: 'Samenvattend verslag; een mail of bijlage alleen is niet genoeg.' })
  declare summary: string;
  @Field(() => LocalDate, { description: 'Dag van het contact.' }) declare occurredOn: string;
  @Field(() => DateTime, { description: 'Wanneer het is geregistreerd.' }) declare recordedAt: Date;
  @Field(() => ID, {
    nullable: true,
    description: 'Het ontvangstbewijs van de raadpleging vooraf; leeg als WBS niet is geraadpleegd.',
  })
  declare consultationId: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
ContactMomentSchema.setClass(ContactMoment);

@ObjectType({ description: 'Regel in een lijst van contactmomenten.' })
export class ContactMomentEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => ContactMoment, { description: 'Het contactmoment.' }) node!: ContactMoment;
}

@ObjectType({ description: 'Lijst van contactmomenten, nieuwste eerst, bladzijde voor bladzijde.' })
export class ContactMomentConnection {
  @Field(() => [ContactMomentEdge], { description: 'De regels.' }) edges!: ContactMomentEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
