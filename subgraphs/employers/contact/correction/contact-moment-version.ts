import { defineEntity, p } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';
import { ContactMedium } from '../contact-medium.js';

export const ContactMomentVersionSchema = defineEntity({
  name: 'ContactMomentVersion',
  tableName: 'contact_moment_version',
  properties: {
    id: p.uuid().primary(),
    contactMomentId: p.uuid(),
    /** The version of the contact moment that this text belongs to. */
    number: p.integer(),
    recordedAt: p.datetime(),
    byId: p.text(),
    subject: p.text(),
    summary: p.text(),
    typeNumber: p.integer(),
    medium: p.enum(() => ContactMedium),
    occurredOn: p.date(),
    participantIds: p.array(),
    reason: p.text().nullable(),
  },
});

@ObjectType({ description: 'Versie van een contactmoment: de tekst zoals die op een moment werd vastgelegd.' })
export class ContactMomentVersion extends ContactMomentVersionSchema.class {
  @Field(() => Int, { description: 'Versie van het contactmoment waar de tekst bij hoort.' }) declare number: number;
  @Field(() => DateTime, { description: 'Wanneer deze tekst is vastgelegd.' }) declare recordedAt: Date;
  @Field(() => String, { description: 'Onderwerp.' }) declare subject: string;
  @Field(() => String, { description: 'Verslag.' }) declare summary: string;
  @Field(() => Int, { description: 'Nummer van het type contactmoment.' }) declare typeNumber: number;
  @Field(() => ContactMedium, { description: 'Medium.' }) declare medium: ContactMedium;
  @Field(() => LocalDate, { description: 'Dag van het contact.' }) declare occurredOn: string;
  @Field(() => String, { nullable: true, description: 'Reden van de wijziging; leeg bij de eerste tekst.' })
  declare reason: string | null | undefined;
}
ContactMomentVersionSchema.setClass(ContactMomentVersion);
