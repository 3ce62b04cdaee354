import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { attach } from '../../document/attach.js';
import { lockedDossier } from '../../plan/employer-to-plan.js';
import { otherRegionErrors } from '../../plan/of-own-region.js';
import { checkWorkAgreement, twinErrors } from './check-work-agreement.js';
import { publishAgreement } from './publish-agreement.js';
import { tellOfAgreement } from './tell-of-agreement.js';
import { evaluationNotice, unevaluated } from './unevaluated.js';
import type { WorkAgreementInput } from './work-agreement-input.js';
import { WorkAgreementSchema } from './work-agreement.js';

export interface AgreementFrom {
  /** Where the agreement stands in the input. Default `['input']`. */
  path?: string[];
  /** Default: a new one. */
  id?: string;
  /** What it came from, e.g. a contact moment or an account plan that was written before in this transaction. */
  subjectType?: string;
  subjectId?: string;
}

/**
 * Records a work agreement of any kind with an employer, within the transaction of `em`. Earlier
 * agreements of the employer that are over and were not evaluated are a notice.
 */
export async function registerWorkAgreement(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: WorkAgreementInput,
  { path = ['input'], id = v7(), subjectType, subjectId }: AgreementFrom = {},
): Promise<Outcome> {
  const { employerId, kind, validFrom } = input;
  const employer = await lockedDossier(em, employerId);
  if (!employer)
    return refused(
      userError('UNKNOWN_EMPLOYER', [...path, 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.'),
    );
  const elsewhere = await otherRegionErrors(context, em, employer, 'employerId');
  if (elsewhere.length) return refused(...elsewhere);
  const title = input.title.trim();
  const errors = await checkWorkAgreement(em, input, path);
  if (errors.length) return refused(...errors);
  const twins = await twinErrors(em, input, path);
  if (twins.length) return refused(...twins);
  const notices = (await unevaluated(em, context.clock.today(), [employerId])).map(evaluationNotice);
  const validUntil = input.validUntil ?? null;
  await em.insert(WorkAgreementSchema, {
    id,
    employerId,
    kind,
    title,
    summary: input.summary.trim(),
    partyIds: [...new Set(input.partyIds)],
    goals: (input.goals ?? []).map(({ what, number }) => ({ what: what.trim(), number })),
    validFrom,
    validUntil,
    registeredById: whoAsks(context).professionalId,
    registeredAt: context.clock.now(),
    subjectType: subjectType ?? null,
    subjectId: subjectId ?? null,
    version: 1,
  });
  await attach(em, input.attachmentIds, { subjectType: 'WorkAgreement', subjectId: id });
  await publishAgreement(context, em, { id, employerId, kind, validFrom, validUntil });
  await tellOfAgreement(context, em, { id, employerId, title: `Werkafspraak: ${title}`, occasion: 'registered' });
  return written(id, notices);
}
