import { Temporal } from 'temporal-polyfill';
import { daysBefore, testCompanies, vanGelderen } from '../../../demo/employers.js';
import { ZONE } from '../../../runtime/clock.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { demoAs } from '../demo-as.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { planAppointment } from './appointment/plan-appointment.js';
import { done, seedAgreements } from './demo-agreements.js';
import { planTask } from './task/plan-task.js';
import { setTaskStatus } from './task/set-task-status.js';
import type { PlanTaskInput } from './task/task-input.js';
import { TaskKind, TaskStatus } from './task/task.js';

const [dagobert, donald, , bolderbast] = testCompanies.map(({ id }) => id) as [string, string, string, string];

interface DemoTask extends Omit<PlanTaskInput, 'dueOn'> {
  by: string;
  /** Days before today that it was put out, and that it was or is due. */
  ago: number;
  dueAgo: number;
  done?: true;
}

const tasks: DemoTask[] = [
  {
    by: 'prof-02',
    ago: 20,
    dueAgo: 10,
    employerId: vanGelderen.id,
    title: 'Roosters van de avondritten opvragen',
    ownerId: 'prof-01',
    done: true,
  },
  {
    by: 'prof-01',
    ago: 5,
    dueAgo: -5,
    employerId: vanGelderen.id,
    title: 'Kandidaten met rijbewijs C benaderen',
    description: 'De planner wil er deze maand drie spreken.',
    ownerId: 'prof-02',
  },
  {
    by: 'prof-02',
    ago: 12,
    dueAgo: 2,
    employerId: dagobert,
    title: 'Werkgever bellen over de oogstplanning',
    ownerId: 'prof-01',
  },
  {
    by: 'prof-04',
    ago: 8,
    dueAgo: -6,
    employerId: donald,
    title: 'Vraag over uitbreiding van de kas',
    kind: TaskKind.REFERRAL,
    referredTo: 'Economische Zaken',
    ownerId: 'prof-04',
  },
];

interface DemoAppointment {
  by: string;
  employerId: string;
  title: string;
  /** Days from today, and the hour in the Netherlands. */
  inDays: number;
  at: string;
  location: string;
  attendeeIds: string[];
}

const appointments: DemoAppointment[] = [
  {
    by: 'prof-01',
    employerId: vanGelderen.id,
    title: 'Voortgang arrangement chauffeurs',
    inDays: 1,
    at: '10:00',
    location: 'Van Gelderen Transport, Rotterdam',
    attendeeIds: ['prof-01', 'prof-02'],
  },
  {
    by: 'prof-01',
    employerId: dagobert,
    title: 'Vacatures voor het oogstseizoen',
    inDays: 4,
    at: '14:00',
    location: 'Beeldbellen',
    attendeeIds: ['prof-01'],
  },
  {
    by: 'prof-12',
    employerId: bolderbast,
    title: 'Werkgeversbijeenkomst opleiden in de zorg',
    inDays: -20,
    at: '13:00',
    location: 'Werkplein Zuid',
    attendeeIds: ['prof-12', 'prof-17'],
  },
];

const moment = (day: string, at: string, hours = 0): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: at }).add({ hours }).epochMilliseconds,
  );

/** Plans and agrees the demo's work through the verbs of every day, each on its own day. */
export async function seedWork(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  const day = (ago: number): string => daysBefore(context.clock.today(), ago);
  const as = (professionalId: string, ago: number) => demoAs(context, professionalId, day(ago));
  for (const { by, ago, dueAgo, done: isDone, ...task } of tasks) {
    const id = done(await planTask(as(by, ago), em, { ...task, dueOn: day(dueAgo) }));
    if (isDone) done(await setTaskStatus(as(task.ownerId, dueAgo), em, { id, status: TaskStatus.DONE }));
  }

  const people = await em.find(ContactPerson, { active: true }, { orderBy: { name: 'asc' }, disableIdentityMap: true });
  for (const { by, inDays, at, ...appointment } of appointments) {
    const person = people.find(({ employerId }) => employerId === appointment.employerId);
    const when = { startsAt: moment(day(-inDays), at), endsAt: moment(day(-inDays), at, 1) };
    const input = { ...appointment, ...when, contactPersonIds: person ? [person.id] : [] };
    done(await planAppointment(as(by, Math.max(0, -inDays) + 7), em, input));
  }

  await seedAgreements(em, context);
}
