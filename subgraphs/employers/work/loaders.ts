import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { Appointment } from './appointment.js';
import { Task } from './task.js';

export interface WorkLoaders {
  taskById: DataLoader<string, Task | null>;
  /** The actions that came from a record, by the id of that record. */
  tasksOfSubject: DataLoader<string, Task[]>;
  appointmentById: DataLoader<string, Appointment | null>;
  /** The appointments that came from a record, by the id of that record. */
  appointmentsOfSubject: DataLoader<string, Appointment[]>;
}

export const workLoaders = (em: EntityManager): WorkLoaders => ({
  taskById: byId(em, Task),
  tasksOfSubject: listBy(em, Task, 'subjectId', { dueOn: 'asc', id: 'asc' }),
  appointmentById: byId(em, Appointment),
  appointmentsOfSubject: listBy(em, Appointment, 'subjectId', { startsAt: 'asc', id: 'asc' }),
});
