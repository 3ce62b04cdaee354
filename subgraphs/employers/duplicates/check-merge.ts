import { validate as isUuid } from 'uuid';
import type { Identity } from '../../../runtime/identity.js';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { Employer } from '../dossier/employer.js';
import { Role } from '../organisation/professional.js';
import { holdersOn } from '../work/holders-on.js';
import type { MergeEmployersInput } from './merge-employers-input.js';

const MOST_AT_ONCE = 20;
const STEERS: readonly string[] = [Role.MANAGER, Role.ADMIN, Role.WBS_SUPPORT];
/** The rule that a merge carries out. */
export const REQUIREMENT = 'R-043';

/** What is wrong with the question by itself. */
export function inputErrors({ keepId, mergeIds, reason }: MergeEmployersInput): UserError[] {
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

/** The dossiers of a merge that may be done. */
export interface Checked {
  kept: Employer;
  merged: Employer[];
}

/** The dossiers of a merge, or why it is refused. */
export async function checkMerge(
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
