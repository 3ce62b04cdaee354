import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { Employer } from '../../dossier/employer.js';
import type { Organisation } from '../../organisation/organisation.js';
import { assessmentOn, PyramidAssessment } from '../pyramid-assessment.js';
import { MarketApproachStatus, type MarketApproachPlanInput } from './market-approach-plan.js';

const READ = { disableIdentityMap: true } as const;
const LIST = new Intl.ListFormat('nl', { type: 'conjunction' });

/** Who should have agreed and has not: municipalities, UWV and the service point act as one government. */
export function notAgreed(agreed: Organisation[]): RuleNotice[] {
  const kinds = agreed.map(({ kind }) => String(kind));
  const missing = [
    ...(kinds.some((kind) => kind.endsWith('MUNICIPALITY')) ? [] : ['een gemeente']),
    ...(kinds.includes('UWV') ? [] : ['UWV']),
    ...(kinds.includes('WSP') ? [] : ['het WSP']),
  ];
  return missing.length
    ? [
        {
          code: 'NOT_AGREED_WITH_ALL',
          message: `Het plan is nog niet afgestemd met ${LIST.format(missing)}; benader werkgevers als één overheid.`,
          requirement: 'R-131',
          severity: Severity.WARNING,
        },
      ]
    : [];
}

/** A plan says which employers the region wants to bind; it may be begun before that is known. */
export const noTargets: RuleNotice = {
  code: 'NO_TARGETS',
  message:
    'Het plan noemt nog geen werkgever (targets): vul aan welke werkgevers de regio aan zich wil binden, en waarom.',
  requirement: 'R-130',
  severity: Severity.WARNING,
};

/** Targets with which no business is done, by the pre-selection of the pyramid. */
export async function excludedTargets(
  { clock }: Pick<Context, 'clock'>,
  em: EntityManager,
  targets: MarketApproachPlanInput['targets'],
): Promise<RuleNotice[]> {
  const ids = targets
    .filter(({ status }) => status !== MarketApproachStatus.DECLINED)
    .map(({ employerId }) => employerId);
  const assessments = await em.find(PyramidAssessment, { employerId: { $in: ids } }, READ);
  const excluded = ids.filter(
    (id) =>
      assessmentOn(
        assessments.filter(({ employerId }) => employerId === id),
        clock.today(),
      )?.reliable === false,
  );
  const employers = await em.find(Employer, { id: { $in: excluded } }, { ...READ, orderBy: { name: 'asc' } });
  return employers.map(({ name }) => ({
    code: 'TARGET_EXCLUDED',
    message: `${name} is als niet betrouwbaar beoordeeld: benader die niet, en haal die uit het plan (targets).`,
    requirement: 'R-117',
    severity: Severity.WARNING,
  }));
}
