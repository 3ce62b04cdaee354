import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { TaskKind, TaskStatus } from './task.js';

@InputType({ description: 'Actie voor uzelf of een collega.' })
export class TaskInput {
  @Field(() => String, { description: 'Wat er moet gebeuren: 3 tot 200 tekens.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Toelichting: hoogstens 2000 tekens.' })
  description?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
  @Field(() => ID, { description: 'De medewerker die de actie uitvoert.' }) ownerId!: string;
  @Field(() => Boolean, { nullable: true, description: 'Of de actiehouder er een mail over krijgt.' })
  mail?: boolean | null;
  @Field(() => TaskKind, { nullable: true, description: 'Soort; zonder keuze een gewone actie.' })
  kind?: TaskKind | null;
  @Field(() => String, {
    nullable: true,
    description: 'Bij een doorverwijzing verplicht: naar wie of welke dienst. 2 tot 200 tekens.',
  })
  referredTo?: string | null;
}

@InputType({ description: 'Actie om uit te zetten, los van een contactmoment.' })
export class PlanTaskInput extends TaskInput {
  @Field(() => ID, { nullable: true, description: 'De werkgever waar de actie bij hoort.' }) employerId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Waar de actie over gaat: naam van het type, zoals ContactMoment, WorkAgreement of Vacancy.',
  })
  subjectType?: string | null;
  @Field(() => ID, { nullable: true, description: 'Waar de actie over gaat: kenmerk. Verplicht met subjectType.' })
  subjectId?: string | null;
}

@InputType({ description: 'Actie wijzigen. Wat u weglaat blijft gelijk; null maakt leeg.' })
export class UpdateTaskInput {
  @Field(() => ID, { description: 'De actie.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Wat er moet gebeuren: 3 tot 200 tekens.' }) title?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Toelichting: hoogstens 2000 tekens.' })
  description?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'De medewerker die de actie uitvoert.' }) ownerId?: string | null;
}

@InputType({ description: 'Stand van een actie wijzigen.' })
export class SetTaskStatusInput {
  @Field(() => ID, { description: 'De actie.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => TaskStatus, { description: 'De nieuwe stand.' }) status!: TaskStatus;
}
