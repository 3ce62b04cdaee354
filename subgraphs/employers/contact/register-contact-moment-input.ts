import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { AppointmentInput } from '../work/appointment/appointment-input.js';
import { TaskInput } from '../work/task/task-input.js';
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
  @Field(() => [ID], { description: 'Contactpersonen van deze werkgever die erbij waren: hoogstens 50.' })
  participantIds!: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Eerdere contactmomenten van deze werkgever waar dit op volgt: hoogstens 50.',
  })
  relatedToIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Bij acquisitie: het ontvangstbewijs van de raadpleging vooraf. Zonder opgave wordt uw laatste geldige raadpleging voor acquisitie bij deze werkgever gebruikt.',
  })
  consultationId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Bij type 4: de NPS-meting waarvan het antwoord de aanleiding was.',
  })
  followUpToSurveyId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'De geregistreerde vacature waar het contact bij hoort. Zo’n contact hoort in het logboek van die vacature, nazorg ook, en wordt hier geweigerd.',
  })
  vacancyId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Documenten die bij deze werkgever zijn geüpload: hoogstens 20.' })
  attachmentIds?: string[] | null;
  @Field(() => [TaskInput], { nullable: true, description: 'Acties die uit het contact volgen: hoogstens 20.' })
  followUps?: TaskInput[] | null;
  @Field(() => AppointmentInput, {
    nullable: true,
    description: 'De volgende afspraak; die komt in de agenda van wie erbij is. De werkgever mag hier leeg blijven.',
  })
  appointment?: AppointmentInput | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Collega’s aan wie het verslag wordt gemaild: hoogstens 20, in één bericht.',
  })
  mailTo?: string[] | null;
}
