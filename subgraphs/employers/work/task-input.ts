import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

@InputType({ description: 'Actie voor uzelf of een collega.' })
export class TaskInput {
  @Field(() => String, { description: 'Wat er moet gebeuren: 3 tot 200 tekens.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Toelichting: hoogstens 2000 tekens.' })
  description?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
  @Field(() => ID, { description: 'De medewerker die de actie uitvoert.' }) ownerId!: string;
}
