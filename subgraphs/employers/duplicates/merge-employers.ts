import { v7, validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { write } from '../../write.js';
import { lockConcern } from '../dossier/check-parent.js';
import { mainHoldersOf } from '../dossier/main-holders.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { checkMerge, inputErrors, REQUIREMENT } from './check-merge.js';
import { EmployerMergeSchema, type MergeReport } from './employer-merge.js';
import { findClashes } from './find-clashes.js';
import type { MergeEmployersInput } from './merge-employers-input.js';
import { moveConcern } from './move-concern.js';
import { countMoves, moveRows } from './move-rows.js';

const reportOf = async (em: EntityManager, { keepId, mergeIds }: MergeEmployersInput): Promise<MergeReport> => ({
  moved: await countMoves(em, mergeIds),
  clashes: await findClashes(em, keepId, mergeIds),
});

/** What the merge would do, without doing it. */
export async function tryMerge(
  context: Context,
  input: MergeEmployersInput,
): Promise<{ report: MergeReport; errors: UserError[] }> {
  const none = { moved: [], clashes: [] };
  const errors = inputErrors(input);
  if (errors.length) return { report: none, errors };
  const em = context.em.fork();
  const checked = await checkMerge(em, context, input);
  return 'code' in checked ? { report: none, errors: [checked] } : { report: await reportOf(em, input), errors: [] };
}

/**
 * Merges dossiers of one employer into the one that is kept: every row of the others moves there, both timelines
 * become one, and nothing is lost. The rows of all are locked first, in one order, so that no writer and no other merge
 * comes between; who waited is told where the dossier went (EMPLOYER_MERGED).
 * @returns the outcome with the id of the `EmployerMerge`
 */
export async function mergeEmployers(context: Context, input: MergeEmployersInput): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  const { clock } = context;
  return write(context, 'mergeEmployers', input, async (em) => {
    const ids = [input.keepId, ...input.mergeIds].filter((id) => isUuid(id));
    await lockConcern(em);
    await prepared(em, 'select id from employer where id = any(?::uuid[]) order by id for update', [ids]);
    const checked = await checkMerge(em, context, input);
    if ('code' in checked) return refused(checked);
    const { kept, merged } = checked;
    const actorId = whoAsks(context).professionalId;
    const report = await reportOf(em, input);
    const today = clock.today();
    const holders = (await Promise.all([kept, ...merged].map(({ id }) => mainHoldersOf(em, id, today)))).flat();
    await moveRows(em, { keepId: kept.id, mergedIds: input.mergeIds, today, now: clock.now() });
    await moveConcern(em, checked);
    const id = v7();
    const at = clock.now();
    await em.insert(EmployerMergeSchema, {
      id,
      keptId: kept.id,
      mergedIds: input.mergeIds,
      reason: input.reason.trim(),
      byId: actorId,
      at,
      report,
    });
    const about = { employerId: kept.id, subjectType: 'Employer', subjectId: kept.id, actorId };
    const names = merged.map(({ wbsNumber, name }) => `${wbsNumber} (${name})`).join(', ');
    await putOnTimeline(em, clock, {
      ...about,
      kind: TimelineKind.DOSSIER,
      title: `Dossier ${names} is hiermee samengevoegd: ${input.reason.trim()}`,
    });
    await notify(em, clock, {
      ...about,
      kind: NotificationKind.DOSSIER_MERGED,
      recipientIds: holders,
      title: `${names} is samengevoegd met ${kept.wbsNumber} (${kept.name}).`,
      occasion: id,
    });
    await context.publish(em, {
      type: 'employer.merged',
      occurredOn: today,
      recordedAt: at,
      actorId,
      data: { employerId: kept.id, keepId: kept.id, mergedIds: input.mergeIds },
    });
    const notices = report.clashes.map(({ kind, message }) => ({
      code: `MERGE_${kind}`,
      message,
      requirement: REQUIREMENT,
      severity: Severity.WARNING,
    }));
    return written(id, notices);
  });
}
