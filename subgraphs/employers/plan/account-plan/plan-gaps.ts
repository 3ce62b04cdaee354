import type { EntityManager } from '../../../database.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { read } from '../../../read.js';
import type { Employer } from '../../dossier/employer.js';
import { accountPlanForm } from './account-plan-form.js';
import { AccountPlanSectionKind } from './account-plan-section.js';
import { AccountPlan, isRunning } from './account-plan.js';
import { planTeam } from '../plan-team.js';

const profileRows = accountPlanForm
  .filter(({ kind }) => kind === AccountPlanSectionKind.EMPLOYER_CHARACTERISTICS)
  .flatMap(({ rows }) => rows.map(([key]) => key));

const notice = (code: string, message: string, requirement: string): RuleNotice => ({
  code,
  message,
  requirement,
  severity: Severity.WARNING,
});

/**
 * What a dossier lacks in its plans: a key account without a plan or a team, and an employer of which nobody
 * wrote down what it makes, how large it is or what it needs.
 */
export async function planGaps(
  em: EntityManager,
  employer: Pick<Employer, 'id' | 'isKeyAccount' | 'portfolioId'>,
  today: string,
): Promise<RuleNotice[]> {
  const plans = await read(em, AccountPlan, { employerId: [employer.id] }, { version: 'desc' });
  const written = plans[0]?.answers ?? {};
  const gaps: RuleNotice[] = [];
  if (employer.isKeyAccount && !plans.some(isRunning))
    gaps.push(notice('KEY_ACCOUNT_WITHOUT_PLAN', 'Een keyaccount heeft een accountplan; dat loopt er niet.', 'R-035'));
  if (employer.isKeyAccount && (await planTeam(em, employer, today)).length === 0)
    gaps.push(
      notice(
        'KEY_ACCOUNT_WITHOUT_TEAM',
        'Een keyaccount heeft een team; er is geen accounthouder of portefeuillehouder.',
        'R-035',
      ),
    );
  if (!profileRows.some((key) => written[key]?.value))
    gaps.push(
      notice(
        'WITHOUT_PROFILE',
        'Er is geen werkgeversprofiel: vul in het accountplan de kenmerken van het bedrijf in.',
        'R-040',
      ),
    );
  return gaps;
}
