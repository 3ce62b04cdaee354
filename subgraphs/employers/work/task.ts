import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

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
}
TaskSchema.setClass(Task);
