import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { ContactMedium } from '../contact-medium.js';

@InputType({ description: 'Contactmoment corrigeren. Wat u weglaat blijft gelijk; de oude tekst blijft bewaard.' })
export class CorrectContactMomentInput {
  @Field(() => ID, { description: 'Het contactmoment.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Onderwerp: 3 tot 200 tekens.' }) subject?: string | null;
  @Field(() => String, { nullable: true, description: 'Samenvattend verslag in eigen woorden, minstens 40 tekens.' })
  summary?: string | null;
  @Field(() => Int, { nullable: true, description: 'Nummer van het type contactmoment, 1 tot en met 11.' })
  typeNumber?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Dag van het contact; niet in de toekomst.' })
  occurredOn?: string | null;
  @Field(() => ContactMedium, { nullable: true, description: 'Medium.' }) medium?: ContactMedium | null;
  @Field(() => [ID], { nullable: true, description: 'Contactpersonen van deze werkgever die erbij waren.' })
  participantIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Bij type 4: de NPS-meting waarvan het antwoord de aanleiding was.',
  })
  followUpToSurveyId?: string | null;
  @Field(() => String, { description: 'Waarom het wordt gecorrigeerd: 5 tot 500 tekens.' }) reason!: string;
}
