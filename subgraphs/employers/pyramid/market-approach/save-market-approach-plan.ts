import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome, type UserError } from '../../../payload.js';
import { countErrors, lengthErrors, unreadErrors, userError } from '../../../user-error.js';
import { Employer } from '../../dossier/employer.js';
import { Organisation } from '../../organisation/organisation.js';
import { Professional } from '../../organisation/professional.js';
import {
  MarketApproachPlan,
  MarketApproachPlanSchema,
  MarketApproachTarget,
  type MarketApproachPlanInput,
} from './market-approach-plan.js';
import { excludedTargets, noTargets, notAgreed } from './market-approach-notices.js';
import { saveTargets } from './save-targets.js';

const READ = { disableIdentityMap: true } as const;
const MOST_TARGETS = 200;
const MOST_AGREED = 100;
const error = (code: string, path: string[], message: string, requirement = 'R-131'): UserError =>
  userError(code, ['input', ...path], message, requirement);

/** Refusals of targets: unknown ones, one twice, and one that another plan of the year assigned to somebody else. */
async function targetErrors(
  em: EntityManager,
  { id, regionId, year, targets }: MarketApproachPlanInput,
): Promise<UserError[]> {
  const employerIds = targets.map(({ employerId }) => employerId);
  const employers = await em.find(Employer, { id: { $in: employerIds.filter((one) => validate(one)) } }, READ);
  const people = await em.find(Professional, { id: { $in: targets.flatMap((one) => one.approachedById ?? []) } }, READ);
  const plans = await em.find(MarketApproachPlan, { regionId, year }, READ);
  const elsewhere = await em.find(
    MarketApproachTarget,
    { planId: { $in: plans.flatMap((plan) => (plan.id === id ? [] : [plan.id])) }, droppedAt: null },
    READ,
  );
  return targets.flatMap(({ employerId, approachedById, reason }, n) => {
    const at = (field: string) => ['targets', String(n), field];
    const person = people.find((one) => one.id === approachedById);
    const other = elsewhere.find((one) => one.employerId === employerId && one.approachedById);
    return [
      ...(employers.some((one) => one.id === employerId)
        ? []
        : [error('UNKNOWN_EMPLOYER', at('employerId'), 'Deze werkgever (employerId) heeft geen dossier.', 'R-130')]),
      ...(employerIds.indexOf(employerId) < n
        ? [
            error(
              'GIVEN_TWICE',
              at('employerId'),
              'Deze werkgever (employerId) staat er twee keer in; één partij benadert hem.',
            ),
          ]
        : []),
      ...(approachedById && !(person?.active && person.regionIds.includes(regionId))
        ? [
            error(
              'UNKNOWN_PROFESSIONAL',
              at('approachedById'),
              'Deze medewerker (approachedById) werkt niet in de regio.',
            ),
          ]
        : []),
      ...(approachedById && other && other.approachedById !== approachedById
        ? [
            error(
              'ASSIGNED_TO_ANOTHER',
              at('approachedById'),
              'Een ander plan van dit jaar wees deze werkgever al aan een andere partij toe (approachedById).',
            ),
          ]
        : []),
      ...lengthErrors(['input', ...at('reason')], 'De reden (reason)', reason, 10, 1000),
    ];
  });
}

/** Records which employers a region wants in its network, why, and who approaches each. */
export async function saveMarketApproachPlan(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: MarketApproachPlanInput,
): Promise<Outcome> {
  const { regionId, year, targets } = input;
  if (!whoAsks(context).regionIds.includes(regionId))
    return refused(error('OTHER_REGION', ['regionId'], 'U werkt niet in deze regio (regionId).', 'R-130'));
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`market approach ${regionId}`]);
  const before = input.id && validate(input.id) ? await em.findOne(MarketApproachPlan, { id: input.id }, READ) : null;
  if (input.id && before?.regionId !== regionId)
    return refused(error('UNKNOWN_PLAN', ['id'], 'Dit marktwerkingsplan (id) bestaat niet in de regio.', 'R-130'));
  const unread = before ? unreadErrors(input.expectedVersion, before.version) : [];
  if (unread.length) return refused(...unread);
  const many = countErrors(
    ['input', 'agreedWithIds'],
    'organisaties (agreedWithIds)',
    input.agreedWithIds,
    MOST_AGREED,
    'R-131',
  );
  if (many.length) return refused(...many);
  const agreedWithIds = [...new Set(input.agreedWithIds)];
  const title = input.title.trim();
  const others = await em.find(MarketApproachPlan, { regionId, year, id: { $ne: before?.id ?? v7() } }, READ);
  const agreed = await em.find(Organisation, { id: { $in: agreedWithIds } }, READ);
  const errors = [
    ...(year >= 2000 && year <= 2100
      ? []
      : [error('OUT_OF_RANGE', ['year'], 'Het jaar (year) is 2000 tot en met 2100.', 'R-130')]),
    ...lengthErrors(['input', 'title'], 'De titel (title)', title, 3, 200),
    ...(others.some((one) => one.title.toLowerCase() === title.toLowerCase())
      ? [error('PLAN_EXISTS', ['title'], 'De regio heeft dit jaar al een plan met deze titel (title).', 'R-130')]
      : []),
    ...lengthErrors(['input', 'employerTypes'], 'De soorten werkgevers (employerTypes)', input.employerTypes, 3, 2000),
    ...lengthErrors(['input', 'invitation'], 'De uitnodiging (invitation)', input.invitation, 3, 2000),
    ...agreedWithIds.flatMap((id, n) =>
      agreed.some((one) => one.id === id)
        ? []
        : [
            error(
              'UNKNOWN_ORGANISATION',
              ['agreedWithIds', String(n)],
              'Deze organisatie (agreedWithIds) bestaat niet.',
            ),
          ],
    ),
    ...(targets.length > MOST_TARGETS
      ? [error('TOO_MANY', ['targets'], `Een plan heeft hoogstens ${MOST_TARGETS} doelwerkgevers (targets).`, 'R-130')]
      : await targetErrors(em, input)),
  ];
  if (errors.length) return refused(...errors);
  const said = {
    year,
    title,
    employerTypes: input.employerTypes.trim(),
    invitation: input.invitation.trim(),
    agreedWithIds,
  };
  const id = before?.id ?? v7();
  const version = (before?.version ?? 0) + 1;
  if (before) await em.nativeUpdate(MarketApproachPlan, { id }, { ...said, version });
  else await em.insert(MarketApproachPlanSchema, { ...said, id, regionId, version });
  await saveTargets(context, em, { id, version, title }, targets);
  return written(id, [
    ...(targets.length ? [] : [noTargets]),
    ...notAgreed(agreed),
    ...(await excludedTargets(context, em, targets)),
  ]);
}
