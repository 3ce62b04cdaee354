import { z } from 'zod';
import type { Clock } from '../../../../runtime/clock.js';
import { actionDueOn } from '../../../aftercare-problem.js';
import type { EntityManager } from '../../../database.js';
import type { Event } from '../../../events.js';
import { Professional } from '../../organisation/professional.js';
import { tellOfTask } from './add-task.js';
import { TaskKind, TaskStatus } from './task.js';
import { whoTakesUp } from './who-takes-up.js';

const frame = z.object({
  occurredOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  actorId: z.string().nullable(),
  data: z.object({
    employerId: z.uuid(),
    number: z.string(),
    placementId: z.uuid(),
    entryId: z.uuid(),
    professionalId: z.string(),
    regionId: z.string(),
  }),
});

/** The dossier that an employer's is now, or lives on in; null without one. */
async function dossierOf(em: EntityManager, employerId: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string | null }[]>('select kept_of(?::uuid) as id', [employerId]);
  return row?.id ?? null;
}

/**
 * Makes of a problem in aftercare a task of who does the aftercare, due within two working days. Told again it
 * stands once: the task has the id of what was logged. What the problem is stays there; here it is only known which
 * placement.
 * @throws ZodError naming the fields when the event is not as agreed
 * @throws Error when nobody is at work who could take it up
 */
export async function takeUpProblem(em: EntityManager, clock: Clock, event: Event): Promise<void> {
  if (event.type !== 'aftercare.problem') return;
  const { occurredOn, recordedAt, actorId, data } = frame.parse(event);
  const { entryId: id, professionalId, regionId, number } = data;
  const employerId = await dossierOf(em, data.employerId);
  const owner = await whoTakesUp(em, clock.today())({ professionalId, employerId, regionId });
  if (!owner) throw new Error(`nobody at work in ${regionId} takes up the problem of ${id}`);
  const actor = actorId && (await em.count(Professional, { id: actorId })) ? actorId : null;
  const task = {
    id,
    employerId,
    title: `Los het probleem in de nazorg op: plaatsing op vacature ${number}`,
    kind: TaskKind.ACTION,
    referredTo: null,
    ownerId: owner.id,
    createdById: actor ?? owner.id,
  };
  const added = await em.execute(
    `insert into task (id, employer_id, title, description, due_on, owner_id, created_by_id, status, subject_type,
       subject_id, kind, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'Placement', ?, ?, ?) on conflict (id) do nothing returning id`,
    [
      id,
      employerId,
      task.title,
      owner.id === professionalId ? null : 'Deze actie komt bij u: wie de nazorg deed, is niet meer werkzaam.',
      actionDueOn(occurredOn),
      owner.id,
      task.createdById,
      TaskStatus.OPEN,
      data.placementId,
      task.kind,
      recordedAt,
    ],
  );
  if (!added.length) return;
  await tellOfTask(em, clock, task, { actorId: actor, on: occurredOn });
}
