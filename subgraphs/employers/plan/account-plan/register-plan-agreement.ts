import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { Outcome } from '../../../payload.js';
import { refused } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import type { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { publishAgreement } from '../../work/agreement/publish-agreement.js';
import { registerWorkAgreement } from '../../work/agreement/register-work-agreement.js';
import { WorkAgreement, WorkAgreementKind } from '../../work/agreement/work-agreement.js';

export interface PlanToRegister {
  employer: Pick<Employer, 'id' | 'name'>;
  planId: string;
  version: number;
  conclusions: string | null;
  attachmentIds: string[] | null | undefined;
}

/** Ends the agreements of plans that run no longer, today. */
export async function endPlanAgreements(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  planIds: string[],
): Promise<void> {
  if (planIds.length === 0) return;
  const running = await em.find(WorkAgreement, {
    kind: WorkAgreementKind.ACCOUNT_PLAN,
    subjectId: { $in: planIds },
    validUntil: null,
  });
  for (const agreement of running) agreement.validUntil = context.clock.today();
  await em.flush();
  for (const agreement of running) await publishAgreement(context, em, agreement);
}

/** Registers a plan that runs from today as a work agreement, with its documents, so that the whole chain sees it. */
export async function registerPlanAgreement(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { employer, planId, version, conclusions, attachmentIds }: PlanToRegister,
): Promise<Outcome> {
  const { professionalId, organisationId } = whoAsks(context);
  const writer = await em.findOne(Professional, { id: professionalId }, { disableIdentityMap: true });
  const party = writer?.organisationId ?? organisationId;
  if (!party)
    return refused(
      userError(
        'WITHOUT_ORGANISATION',
        ['input'],
        'U werkt bij geen organisatie die een accountplan kan aangaan.',
        'R-100',
      ),
    );
  return registerWorkAgreement(
    context,
    em,
    {
      employerId: employer.id,
      kind: WorkAgreementKind.ACCOUNT_PLAN,
      title: `Accountplan ${employer.name.slice(0, 170)}, versie ${version}`,
      summary: conclusions ? `Accountplan: ${conclusions}` : `Accountplan, versie ${version}, zoals in het dossier.`,
      partyIds: [party],
      validFrom: context.clock.today(),
      ...(attachmentIds ? { attachmentIds } : {}),
    },
    { subjectType: 'AccountPlan', subjectId: planId },
  );
}
