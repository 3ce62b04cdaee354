import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { lockConcern } from '../dossier/check-parent.js';
import { Employer } from '../dossier/employer.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { EmployerRelation, EmployerRelationKind } from './employer-relation.js';
import type { EndEmployerRelationInput, RelateEmployersInput } from './structure-inputs.js';

const READS: Record<EmployerRelationKind, (a: string, b: string) => string> = {
  SUPPLIER_OF: (a, b) => `${a} is leverancier van ${b}`,
  FRANCHISE_OF: (a, b) => `${a} is franchisenemer van ${b}`,
  STAFFED_BY: (a, b) => `${a} krijgt personeel van ${b}`,
  OTHER: (a, b) => `${a} heeft een relatie met ${b}`,
};

/** The same line on both timelines. */
async function tellBoth(
  em: EntityManager,
  context: Context,
  { id, kind, employerId, relatedId }: Pick<EmployerRelation, 'id' | 'kind' | 'employerId' | 'relatedId'>,
  line: (reads: string) => string,
): Promise<void> {
  const found = await em.find(Employer, { id: { $in: [employerId, relatedId] } }, { disableIdentityMap: true });
  const nameOf = (one: string): string => found.find((employer) => employer.id === one)!.name;
  const title = line(READS[kind](nameOf(employerId), nameOf(relatedId)));
  const about = { kind: TimelineKind.DOSSIER, title, subjectType: 'EmployerRelation', subjectId: id };
  const actorId = whoAsks(context).professionalId;
  await putOnTimeline(
    em,
    context.clock,
    { ...about, employerId, actorId },
    { ...about, employerId: relatedId, actorId },
  );
}

/** Whether one employer is a franchise of another, itself or through others (`union` ends where a circle would close). */
async function isFranchiseOf(em: EntityManager, id: string, of: string): Promise<boolean> {
  const found = await prepared<{ id: string }>(
    em,
    `with recursive above as (
       select related_id as id from employer_relation where employer_id = ?::uuid and kind = 'FRANCHISE_OF' and ended_on is null
       union select r.related_id from employer_relation r join above on r.employer_id = above.id
         where r.kind = 'FRANCHISE_OF' and r.ended_on is null
     ) select id from above where id = ?::uuid`,
    [id, of],
  );
  return found.length > 0;
}

/** Records that one employer supplies, is a franchise of, or is staffed by another. */
export async function relateEmployers(context: Context, input: RelateEmployersInput): Promise<Outcome> {
  const { employerId, relatedId, kind } = input;
  const errors = [
    ...lengthErrors(['input', 'note'], 'De toelichting', input.note, 0, 500),
    ...(kind === EmployerRelationKind.OTHER && !input.note?.trim()
      ? [userError('NOTE_MISSING', ['input', 'note'], 'Geef bij een andere relatie (OTHER) een toelichting.', 'R-028')]
      : []),
    ...(employerId === relatedId
      ? [userError('SAME_EMPLOYER', ['input', 'relatedId'], 'Een werkgever heeft geen relatie met zichzelf.', 'R-028')]
      : []),
  ];
  if (errors.length) return refused(...errors);
  return write(context, 'relateEmployers', input, async (em) => {
    await lockConcern(em);
    for (const [field, id] of [
      ['employerId', employerId],
      ['relatedId', relatedId],
    ] as const) {
      const found = isUuid(id) ? await em.findOne(Employer, { id }, { disableIdentityMap: true }) : null;
      if (!found)
        return refused(userError('UNKNOWN_EMPLOYER', ['input', field], `De werkgever in ${field} heeft geen dossier.`));
      if (found.mergedIntoId)
        return refused(
          userError(
            'EMPLOYER_MERGED',
            ['input', field],
            `Dossier ${found.wbsNumber} is samengevoegd met een ander.`,
            'R-043',
          ),
        );
    }
    if (kind === EmployerRelationKind.FRANCHISE_OF && (await isFranchiseOf(em, relatedId, employerId))) {
      const message =
        'De ander (relatedId) is al franchisenemer van deze werkgever, zelf of via een ander: het kan niet ook andersom.';
      return refused(userError('CONCERN_CIRCLE', ['input', 'relatedId'], message, 'R-026'));
    }
    const id = randomUUID();
    const inserted = await em.execute<{ id: string }[]>(
      `insert into employer_relation (id, employer_id, related_id, kind, note, registered_at, registered_by_id, version)
       values (?, ?, ?, ?, ?, ?, ?, 1) on conflict (employer_id, related_id, kind) where ended_on is null do nothing returning id`,
      [
        id,
        employerId,
        relatedId,
        kind,
        input.note?.trim() || null,
        context.clock.now().toISOString(),
        whoAsks(context).professionalId,
      ],
    );
    if (!inserted.length)
      return refused(
        userError('RELATION_EXISTS', ['input', 'relatedId'], 'Deze relatie staat al in het dossier.', 'R-028'),
      );
    await tellBoth(em, context, { id, kind, employerId, relatedId }, (reads) => `${reads}.`);
    return written(id);
  });
}

/** Ends a relation; it stays readable. */
export async function endEmployerRelation(context: Context, input: EndEmployerRelationInput): Promise<Outcome> {
  const errors = lengthErrors(['input', 'reason'], 'De reden', input.reason, 3, 500);
  if (errors.length) return refused(...errors);
  const { id, expectedVersion, reason } = input;
  return write(context, 'endEmployerRelation', input, async (em) => {
    await em.execute('select id from employer_relation where id::text = ? for update', [id]);
    const relation = isUuid(id) ? await em.findOne(EmployerRelation, { id }) : null;
    if (!relation || relation.endedOn)
      return refused(
        userError('UNKNOWN_RELATION', ['input', 'id'], 'Deze relatie bestaat niet of is al beëindigd.', 'R-028'),
      );
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== relation.version)
      return refused(conflict(relation.version));
    em.assign(relation, { endedOn: context.clock.today(), endReason: reason.trim() });
    await em.flush();
    await tellBoth(em, context, relation, (reads) => `Niet meer: ${reads}. ${reason.trim()}`);
    return written(id);
  });
}
