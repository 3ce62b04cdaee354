import { v7, validate as isUuid } from 'uuid';
import type { Identity } from '../../../runtime/identity.js';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { lockConcern } from '../dossier/check-parent.js';
import { Employer } from '../dossier/employer.js';
import { mainHoldersOf } from '../dossier/main-holders.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { Role } from '../organisation/professional.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { holdersOn } from '../work/holders-on.js';
import { EmployerMergeSchema, type MergeReport } from './employer-merge.js';
import { findClashes } from './find-clashes.js';
import type { MergeEmployersInput } from './merge-employers-input.js';
import { countMoves, moveRows } from './move-rows.js';

const MOST_AT_ONCE = 20;
const STEERS: readonly string[] = [Role.MANAGER, Role.ADMIN, Role.WBS_SUPPORT];
const REQUIREMENT = 'R-043';

function inputErrors({ keepId, mergeIds, reason }: MergeEmployersInput): UserError[] {
  const path = ['input', 'mergeIds'];
  return [
    ...(mergeIds.length < 1 || mergeIds.length > MOST_AT_ONCE
      ? [userError('OUT_OF_RANGE', path, `Geef 1 tot en met ${MOST_AT_ONCE} dossiers in mergeIds.`, REQUIREMENT)]
      : []),
    ...(new Set([keepId, ...mergeIds]).size !== mergeIds.length + 1
      ? [
          userError(
            'SAME_EMPLOYER',
            path,
            'Geef in mergeIds elk dossier één keer, en niet het dossier dat blijft.',
            REQUIREMENT,
          ),
        ]
      : []),
    ...lengthErrors(['input', 'reason'], 'De reden', reason, 10, 1000),
  ];
}

const concernCircle = userError(
  'CONCERN_CIRCLE',
  ['input', 'keepId'],
  'Het dossier dat blijft valt via een ander onder een dossier dat erin opgaat: het zou onder zichzelf vallen. Wijzig eerst parentId.',
  'R-026',
);

/** Whether the kept dossier would come to stand below itself, because it stands below a merged one through a third. */
async function closesCircle(em: EntityManager, keepId: string, mergedIds: string[]): Promise<boolean> {
  const above = await prepared<{ id: string }>(
    em,
    `with recursive above as (
       select id, parent_id, array[]::uuid[] as through from employer where id = ?::uuid
       union all select e.id, e.parent_id, above.through || above.id from employer e join above on e.id = above.parent_id
     ) select id from above where id = any(?::uuid[])
       and exists (select from unnest(through) passed where passed <> ?::uuid and passed <> all (?::uuid[]))`,
    [keepId, mergedIds, keepId, mergedIds],
  );
  return above.length > 0;
}

/** Refuses who may not: account holders may, of one of the dossiers, and management and WBS support of the region. */
async function notAllowed(
  em: EntityManager,
  who: Identity,
  dossiers: Employer[],
  today: string,
): Promise<UserError | null> {
  if (dossiers.some(({ regionId }) => !who.regionIds.includes(regionId)))
    return userError(
      'OTHER_REGION',
      ['input', 'mergeIds'],
      'U kunt alleen dossiers samenvoegen van regio’s waar u werkt.',
      REQUIREMENT,
    );
  if (who.roles.some((role) => STEERS.includes(role))) return null;
  for (const { id } of dossiers) if ((await holdersOn(em, id, today)).includes(who.professionalId)) return null;
  const message = 'Alleen een accounthouder van een van de dossiers, WBS-ondersteuning en management voegen samen.';
  return userError('NOT_YOURS', ['input', 'keepId'], message, REQUIREMENT);
}

interface Checked {
  kept: Employer;
  merged: Employer[];
}

/** The dossiers of a merge, or why it is refused. */
async function check(
  em: EntityManager,
  context: Pick<Context, 'identity' | 'clock'>,
  { keepId, mergeIds, expectedVersion }: MergeEmployersInput,
): Promise<Checked | UserError> {
  const ids = [keepId, ...mergeIds].filter((id) => isUuid(id));
  const found = await em.find(Employer, { id: { $in: ids } }, { refresh: true });
  const by = (id: string): Employer | undefined => found.find((one) => one.id === id);
  for (const [field, id] of [['keepId', keepId], ...mergeIds.map((id) => ['mergeIds', id])] as [string, string][]) {
    const one = by(id);
    if (!one)
      return userError(
        'UNKNOWN_EMPLOYER',
        ['input', field],
        `De werkgever in ${field} heeft geen dossier.`,
        REQUIREMENT,
      );
    if (one.mergedIntoId) {
      const [kept] = await prepared<{ wbs: string }>(
        em,
        'select wbs_number as wbs from employer where id = kept_of(?::uuid)',
        [id],
      );
      const message = `Dossier ${one.wbsNumber} is al samengevoegd met ${kept!.wbs}.`;
      return userError('EMPLOYER_MERGED', ['input', field], message, REQUIREMENT);
    }
  }
  const kept = by(keepId)!;
  const merged = mergeIds.map((id) => by(id)!);
  const wrong = await notAllowed(em, whoAsks(context), [kept, ...merged], context.clock.today());
  if (wrong) return wrong;
  if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== kept.version)
    return conflict(kept.version);
  return (await closesCircle(em, keepId, mergeIds)) ? concernCircle : { kept, merged };
}

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
  const checked = await check(em, context, input);
  return 'code' in checked ? { report: none, errors: [checked] } : { report: await reportOf(em, input), errors: [] };
}

/** The dossiers one below another stay in one line: what stood under a merged one stands under the kept one. */
async function moveConcern(em: EntityManager, { kept, merged }: Checked): Promise<void> {
  const gone = new Set(merged.map(({ id }) => id));
  let parentId = kept.parentId ?? null;
  while (parentId && gone.has(parentId)) parentId = merged.find(({ id }) => id === parentId)!.parentId ?? null;
  if (parentId === kept.id) parentId = null;
  await prepared(
    em,
    'update employer set parent_id = ?::uuid where parent_id = any(?::uuid[]) and id <> ?::uuid and id <> all (?::uuid[])',
    [kept.id, [...gone], kept.id, [...gone]],
  );
  // Its version rises: who read it before the merge read another dossier.
  await prepared(em, 'update employer set parent_id = ?::uuid, version = version + 1 where id = ?::uuid', [
    parentId,
    kept.id,
  ]);
  await prepared(
    em,
    `update employer set parent_id = null, portfolio_id = null, merged_into_id = ?::uuid, version = version + 1 where id = any(?::uuid[])`,
    [kept.id, [...gone]],
  );
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
    const checked = await check(em, context, input);
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
