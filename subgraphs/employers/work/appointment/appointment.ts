import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../../schema/scalars.js';

export const AppointmentSchema = defineEntity({
  name: 'Appointment',
  tableName: 'appointment',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid().nullable(),
    title: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    location: p.text().nullable(),
    attendeeIds: p.array(),
    contactPersonIds: p.array(),
    organiserId: p.text(),
    subjectType: p.text().nullable(),
    subjectId: p.uuid().nullable(),
    /** SEQUENCE of RFC 5545: rises with every change that attendees must know of. */
    sequence: p.integer(),
    changedAt: p.datetime(),
    cancelledAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Afspraak in de agenda; gaat eenzijdig naar Outlook.' })
@Directive('@key(fields: "id")')
export class Appointment extends AppointmentSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Waar het over gaat.' }) declare title: string;
  @Field(() => DateTime, { description: 'Begin.' }) declare startsAt: Date;
  @Field(() => DateTime, { description: 'Einde.' }) declare endsAt: Date;
  @Field(() => String, { nullable: true, description: 'Plaats.' }) declare location: string | null | undefined;
  @Field(() => Int, { description: 'Volgnummer van de wijziging, zoals in de agenda van Outlook.' })
  declare sequence: number;
  @Field(() => String, { nullable: true, description: 'Waar de afspraak uit voortkwam: naam van het type.' })
  declare subjectType: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'Waar de afspraak uit voortkwam: kenmerk.' })
  declare subjectId: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;

  @Field(() => Boolean, { description: 'Of de afspraak niet doorgaat.' })
  get cancelled(): boolean {
    return Boolean(this.cancelledAt);
  }
}
AppointmentSchema.setClass(Appointment);
