import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../../../schema/scalars.js';

@InputType({ description: 'Afspraak om in de agenda te zetten.' })
export class AppointmentInput {
  @Field(() => ID, { nullable: true, description: 'De werkgever; leeg voor een afspraak onder collega’s.' })
  employerId?: string | null;
  @Field(() => String, { description: 'Waar het over gaat: 3 tot 200 tekens.' }) title!: string;
  @Field(() => DateTime, { description: 'Begin.' }) startsAt!: Date;
  @Field(() => DateTime, { description: 'Einde: na het begin, hoogstens 31 dagen later.' }) endsAt!: Date;
  @Field(() => String, { nullable: true, description: 'Plaats: hoogstens 200 tekens.' }) location?: string | null;
  @Field(() => [ID], { description: 'De medewerkers die erbij zijn: 1 tot 50.' }) attendeeIds!: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'De contactpersonen van de werkgever die erbij zijn: hoogstens 50.',
  })
  contactPersonIds?: string[] | null;
}

@InputType({ description: 'Afspraak wijzigen. Wat u weglaat blijft gelijk.' })
export class ChangeAppointmentInput {
  @Field(() => ID, { description: 'De afspraak.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Waar het over gaat: 3 tot 200 tekens.' }) title?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Begin.' }) startsAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Einde.' }) endsAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Plaats: hoogstens 200 tekens; null maakt leeg.' })
  location?: string | null;
  @Field(() => [ID], { nullable: true, description: 'De medewerkers die erbij zijn: 1 tot 50.' })
  attendeeIds?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'De contactpersonen van de werkgever die erbij zijn: hoogstens 50.',
  })
  contactPersonIds?: string[] | null;
}

@InputType({ description: 'Afspraak afzeggen.' })
export class CancelAppointmentInput {
  @Field(() => ID, { description: 'De afspraak.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
}
