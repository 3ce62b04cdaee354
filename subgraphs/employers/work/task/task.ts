import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';
import { PageInfo } from '../../../pages.js';

export enum TaskKind {
  ACTION = 'ACTION',
  REFERRAL = 'REFERRAL',
}
registerEnumType(TaskKind, {
  name: 'TaskKind',
  description: 'Soort actie.',
  valuesConfig: {
    ACTION: { description: 'Actie: iets om te doen' },
    REFERRAL: {
      description: 'Doorverwijzing: een vraag van de werkgever gaat naar een ander, zoals Economische Zaken',
    },
  },
});

export enum TaskStatus {
  OPEN = 'OPEN',
  IN_PROGRESS = 'IN_PROGRESS',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TaskStatus, {
  name: 'TaskStatus',
  description: 'Stand van een actie.',
  valuesConfig: {
    OPEN: { description: 'Open' },
    IN_PROGRESS: { description: 'In behandeling' },
    DONE: { description: 'Klaar' },
    CANCELLED: { description: 'Vervallen' },
  },
});

export const TaskSchema = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid().nullable(),
    title: p.text(),
    description: p.text().nullable(),
    dueOn: p.date().nullable(),
    ownerId: p.text(),
    createdById: p.text(),
    status: p.enum(() => TaskStatus),
    subjectType: p.text().nullable(),
    subjectId: p.uuid().nullable(),
    kind: p.enum(() => TaskKind),
    referredTo: p.text().nullable(),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    mailedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Actie: voor uzelf of een collega, gekoppeld aan een werkgever.' })
@Directive('@key(fields: "id")')
export class Task extends TaskSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Wat er moet gebeuren.' }) declare title: string;
  @Field(() => String, { nullable: true, description: 'Toelichting.' }) declare description: string | null | undefined;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) declare dueOn: string | null | undefined;
  @Field(() => TaskStatus, { description: 'Stand.' }) declare status: TaskStatus;
  @Field(() => String, { nullable: true, description: 'Waar de actie uit voortkwam: naam van het type.' })
  declare subjectType: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'Waar de actie uit voortkwam: kenmerk.' })
  declare subjectId: string | null | undefined;
  @Field(() => TaskKind, { description: 'Soort.' }) declare kind: TaskKind;
  @Field(() => String, { nullable: true, description: 'Bij een doorverwijzing: naar wie of welke dienst.' })
  declare referredTo: string | null | undefined;
  @Field(() => DateTime, { description: 'Wanneer de actie is uitgezet.' }) declare createdAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer de actie klaar of vervallen was.' })
  declare completedAt: Date | null | undefined;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer de actie aan de actiehouder is gemaild.' })
  declare mailedAt: Date | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
TaskSchema.setClass(Task);

@ObjectType({ description: 'Regel in een lijst van acties.' })
export class TaskEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => Task, { description: 'De actie.' }) node!: Task;
}

@ObjectType({ description: 'Lijst van acties, eerst wat het eerst klaar moet zijn, bladzijde voor bladzijde.' })
export class TaskConnection {
  @Field(() => [TaskEdge], { description: 'De regels.' }) edges!: TaskEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
