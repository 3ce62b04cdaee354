import { v7, validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { userError } from '../../user-error.js';
import { write } from '../../write.js';
import { lockConcern } from '../dossier/check-parent.js';
import { mainHoldersOf } from '../dossier/main-holders.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { checkMerge, inputErrors, REQUIREMENT, type Checked } from './check-merge.js';
import { EmployerMergeSchema, type MergeReport } from './employer-merge.js';
import { findClashes } from './find-clashes.js';
import type { MergeEmployersInput } from './merge-employers-input.js';
import { moveConcern } from './move-concern.js';
import { moveRows } from './move-rows.js';

/** A merge that was carried out in a transaction, and who must know of it. */
interface Merged extends Checked {
  report: MergeReport;
  holders: string[];
}

/**
 * Carries the merge out in the transaction of `em`. The rows of all are locked first, in one order, so that no writer and no
 * other merge comes between; who waited is told where the dossier went (EMPLOYER_MERGED).
 */
async function carryOut(em: EntityManager, context: Context, input: MergeEmployersInput): Promise<Merged | UserError> {
  const ids = [input.keepId, ...input.mergeIds].filter((id) => isUuid(id));
  await lockConcern(em);
  await prepared(em, 'select id from employer where id = any(?::uuid[]) order by id for update', [ids]);
  const checked = await checkMerge(em, context, input);
  if ('code' in checked) return checked;
  const { kept, merged } = checked;
  const today = context.clock.today();
  const holders = (await Promise.all([kept, ...merged].map(({ id }) => mainHoldersOf(em, id, today)))).flat();
  const found = await findClashes(em, kept.id, input.mergeIds);
  const rows = await moveRows(em, { keepId: kept.id, mergedIds: input.mergeIds, today, now: context.clock.now() });
  const concern = await moveConcern(em, checked);
  const report = {
    moved: [...rows.moved, ...concern.moved],
    clashes: [...found, ...rows.clashes, ...concern.clashes],
  };
  return { ...checked, report, holders };
}

/** Ends a transaction that was only meant to be tried. */
const TRIED: UserError = userError('TRIED', ['input', 'dryRun'], 'Dit was een proef.');

/** What the merge would do: it is carried out and taken back, so that it tells just what the merge then does. */
export async function tryMerge(
  context: Context,
  input: MergeEmployersInput,
): Promise<{ report: MergeReport; errors: UserError[] }> {
  let report: MergeReport = { moved: [], clashes: [] };
  const wrong = inputErrors(input);
  if (wrong.length) return { report, errors: wrong };
  const { errors } = await write(context, 'mergeEmployers', input, async (em) => {
    const done = await carryOut(em, context, input);
    if ('code' in done) return refused(done);
    report = done.report;
    return refused(TRIED);
  });
  return { report, errors: errors.filter((error) => error !== TRIED) };
}

/**
 * Merges dossiers of one employer into the one that is kept: every row of the others moves there, both timelines
 * become one, and nothing is lost.
 * @returns the outcome with the id of the `EmployerMerge`
 */
export async function mergeEmployers(context: Context, input: MergeEmployersInput): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  const { clock } = context;
  return write(context, 'mergeEmployers', input, async (em) => {
    const done = await carryOut(em, context, input);
    if ('code' in done) return refused(done);
    const { kept, merged, report, holders } = done;
    const actorId = whoAsks(context).professionalId;
    const today = clock.today();
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
