import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import type { OpenThreadKind } from './open-thread.js';
import { OpenThread } from './open-thread.js';

/** Most threads told of one employer: what is due first. */
const MOST = 50;

interface Found {
  employer_id: string;
  kind: OpenThreadKind;
  title: string;
  due_on: string | null;
  owner_id: string | null;
  subject_type: string;
  subject_id: string;
}

/**
 * What runs at an employer: open actions, promises made in a contact moment, account plans, bottlenecks and requests that
 * wait for an answer. What is due first comes first; one statement a tick.
 */
export const openThreads = (em: EntityManager): DataLoader<string, OpenThread[]> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<Found>(
      em,
      `select employer_id, kind, title, due_on::text, owner_id, subject_type, subject_id from (
        select *, row_number() over (partition by employer_id order by due_on nulls last, subject_id) as n from (
          select employer_id, case when subject_type = 'ContactMoment' then 'PROMISE' else 'TASK' end as kind, title, due_on,
            owner_id, 'Task' as subject_type, id as subject_id
          from task where employer_id = any(?::uuid[]) and status in ('OPEN', 'IN_PROGRESS')
          union all
          select employer_id, 'PLAN', 'Accountplan, versie ' || version, null, owned_by_id, 'AccountPlan', id
          from account_plan where employer_id = any(?::uuid[]) and status in ('DRAFT', 'ACTIVE', 'UNDER_REVIEW')
          union all
          select employer_id, 'BOTTLENECK', text, null, by_id, 'ProgressNote', id
          from progress_note where employer_id = any(?::uuid[]) and bottleneck and solved_at is null
          union all
          select r.employer_id, 'OWNERSHIP_REQUEST', p.name || ' vraagt het accounthouderschap', r.expires_on, r.candidate_id,
            'OwnershipRequest', r.id
          from ownership_request r join professional p on p.id = r.candidate_id
          where r.employer_id = any(?::uuid[]) and r.status = 'OPEN'
        ) running
      ) numbered where n <= ? order by employer_id, n`,
      [employerIds, employerIds, employerIds, employerIds, MOST],
    );
    const lists = new Map<string, OpenThread[]>(employerIds.map((id) => [id, []]));
    for (const { employer_id, due_on, owner_id, subject_type, subject_id, kind, title } of rows)
      lists.get(employer_id)!.push(
        Object.assign(new OpenThread(), {
          kind,
          title,
          dueOn: due_on,
          ownerId: owner_id,
          subjectType: subject_type,
          subjectId: subject_id,
        }),
      );
    return employerIds.map((id) => lists.get(id)!);
  });
