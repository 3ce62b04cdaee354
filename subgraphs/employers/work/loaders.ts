import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import type { Page } from '../../pages.js';
import { remembered } from '../remembered.js';
import { Notification } from '../notification/notification.js';
import { Appointment } from './appointment/appointment.js';
import { CalendarFeed } from './appointment/calendar-feed.js';
import { appointmentsByEmployer, type Stretch } from './appointment/find-appointments.js';
import { taskPagesByEmployer, type TaskPageArgs } from './task/page-of-tasks.js';
import { Task } from './task/task.js';
import { WorkAgreement } from './agreement/work-agreement.js';

export interface WorkLoaders {
  taskById: DataLoader<string, Task | null>;
  /** The actions that came from a record, by the id of that record. */
  tasksOfSubject: DataLoader<string, Task[]>;
  /** Pages of tasks by employer; equal arguments share one loader. */
  tasksOfEmployer(args: TaskPageArgs): DataLoader<string, Page<Task>>;
  notificationById: DataLoader<string, Notification | null>;
  appointmentById: DataLoader<string, Appointment | null>;
  /** The appointments that came from a record, by the id of that record. */
  appointmentsOfSubject: DataLoader<string, Appointment[]>;
  appointmentsOfEmployer(stretch: Stretch): DataLoader<string, Appointment[]>;
  /** All that somebody ever had, revoked ones too. */
  calendarFeedsOf: DataLoader<string, CalendarFeed[]>;
  workAgreementById: DataLoader<string, WorkAgreement | null>;
  workAgreementsOfEmployer: DataLoader<string, WorkAgreement[]>;
  /** The agreements that came from a record, by the id of that record. */
  workAgreementsOfSubject: DataLoader<string, WorkAgreement[]>;
}

export const workLoaders = (em: EntityManager): WorkLoaders => ({
  taskById: byId(em, Task),
  tasksOfSubject: listBy(em, Task, 'subjectId', { dueOn: 'asc', id: 'asc' }),
  tasksOfEmployer: remembered((args) => taskPagesByEmployer(em, args)),
  notificationById: byId(em, Notification),
  appointmentById: byId(em, Appointment),
  appointmentsOfSubject: listBy(em, Appointment, 'subjectId', { startsAt: 'asc', id: 'asc' }),
  appointmentsOfEmployer: remembered((stretch) => appointmentsByEmployer(em, stretch)),
  calendarFeedsOf: listBy(em, CalendarFeed, 'professionalId', { createdAt: 'desc' }),
  workAgreementById: byId(em, WorkAgreement),
  workAgreementsOfEmployer: listBy(em, WorkAgreement, 'employerId', { validFrom: 'desc', id: 'desc' }),
  workAgreementsOfSubject: listBy(em, WorkAgreement, 'subjectId', { validFrom: 'desc', id: 'desc' }),
});
