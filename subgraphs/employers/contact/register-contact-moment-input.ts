import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { TaskInput } from '../work/task-input.js';
import { ContactMedium } from './contact-medium.js';

@InputType({ description: 'Contactmoment registreren.' })
export class RegisterContactMomentInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => Int, { description: 'Nummer van het type contactmoment, 1 tot en met 11.' }) typeNumber!: number;
  @Field(() => ContactMedium, { description: 'Medium.' }) medium!: ContactMedium;
  @Field(() => String, { description: 'Onderwerp: 3 tot 200 tekens.' }) subject!: string;
  @Field(() => String, {
    description: 'Samenvattend verslag in eigen woorden, minstens 40 tekens; geen gekopieerde mail.',
  })
  summary!: string;
  @Field(() => LocalDate, { description: 'Dag van het contact; niet in de toekomst.' }) occurredOn!: string;
  @Field(() => [ID], { description: 'Contactpersonen van deze werkgever die erbij waren.' }) participantIds!: string[];
  @Field(() => [ID], { nullable: true, description: 'Eerdere contactmomenten van deze werkgever waar dit op volgt.' })
  relatedToIds?: string[] | null;
  @Field(() => [TaskInput], { nullable: true, description: 'Acties die uit het contact volgen.' })
  followUps?: TaskInput[] | null;
}
