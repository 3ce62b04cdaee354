import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { AftercareTopic } from './aftercare-topic.js';

@InputType({ description: 'Nazorg: de werkgever informeren over wat er verandert, als actie.' })
export class PlanAftercareInformationInput {
  @Field(() => ID, { description: 'De werkgever.' }) employerId!: string;
  @Field(() => ID, { description: 'De contactpersoon die wordt geïnformeerd.' }) contactPersonId!: string;
  @Field(() => [AftercareTopic], { description: 'Waarover: 1 tot en met 4 verschillende onderwerpen.' })
  topics!: AftercareTopic[];
  @Field(() => ID, {
    nullable: true,
    description: 'De medewerker die de actie uitvoert en de brief ondertekent; zonder keuze uzelf.',
  })
  ownerId?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of de actiehouder er een mail over krijgt.' })
  mail?: boolean | null;
}
