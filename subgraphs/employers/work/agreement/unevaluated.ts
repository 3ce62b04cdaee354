import type { EntityManager } from '../../../database.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { dayInDutch } from '../day-in-dutch.js';
import { WorkAgreement, WorkAgreementKind } from './work-agreement.js';

/** The agreements that were over before `today` without a written evaluation, of these employers or of all. */
export const unevaluated = (
  em: EntityManager,
  today: string,
  employerIds?: readonly string[],
): Promise<WorkAgreement[]> =>
  em.find(
    WorkAgreement,
    {
      validUntil: { $lt: today },
      evaluation: null,
      kind: { $ne: WorkAgreementKind.ACCOUNT_PLAN },
      ...(employerIds ? { employerId: { $in: [...employerIds] } } : {}),
    },
    { orderBy: { validUntil: 'asc', id: 'asc' }, disableIdentityMap: true },
  );

/** What is told of an agreement that lacks its evaluation. */
export const evaluationNotice = ({ title, validUntil }: WorkAgreement): RuleNotice => ({
  code: 'AGREEMENT_NOT_EVALUATED',
  message: `De werkafspraak ‘${title}’ is afgelopen op ${dayInDutch(validUntil!)} en nog niet geëvalueerd.`,
  requirement: 'R-102',
  severity: Severity.WARNING,
});
