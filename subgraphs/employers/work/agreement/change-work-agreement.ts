import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { attach } from '../../document/attach.js';
import { agreementToChange } from './agreement-to-change.js';
import { checkWorkAgreement, twinErrors } from './check-work-agreement.js';
import { publishAgreement } from './publish-agreement.js';
import { tellOfAgreement } from './tell-of-agreement.js';
import { evaluationNotice } from './unevaluated.js';
import type { ChangeWorkAgreementInput } from './work-agreement-input.js';

const NEVER_EMPTY = ['title', 'summary', 'partyIds', 'validFrom'] as const;

/**
 * Changes a work agreement or adds documents to it. Once evaluated it stands. What changes
 * nothing is told to nobody.
 */
export async function changeWorkAgreement(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: ChangeWorkAgreementInput,
): Promise<Outcome> {
  const { agreement, errors } = await agreementToChange(context, em, input);
  if (errors) return refused(...errors);
  const empty = NEVER_EMPTY.filter((field) => input[field] === null);
  const wrong = [
    ...empty.map((field) => userError('NOT_EMPTY', ['input', field], `${field} kan niet leeg worden gemaakt.`)),
    ...(agreement.evaluation
      ? [userError('ALREADY_EVALUATED', ['input', 'id'], 'Deze werkafspraak (id) is al geëvalueerd.', 'R-102')]
      : []),
  ];
  if (wrong.length) return refused(...wrong);
  const { id, employerId } = agreement;
  const next = {
    title: (input.title ?? agreement.title).trim(),
    summary: (input.summary ?? agreement.summary).trim(),
    partyIds: input.partyIds ?? agreement.partyIds,
    validFrom: input.validFrom ?? agreement.validFrom,
    validUntil: input.validUntil === undefined ? (agreement.validUntil ?? null) : input.validUntil,
    goals: input.goals ? input.goals.map(({ what, number }) => ({ what: what.trim(), number })) : agreement.goals,
  };
  const refusals = await checkWorkAgreement(
    em,
    { ...next, employerId, attachmentIds: input.attachmentIds ?? [] },
    ['input'],
    id,
  );
  if (refusals.length) return refused(...refusals);
  const twins = await twinErrors(em, { ...next, id, employerId, kind: agreement.kind }, ['input']);
  if (twins.length) return refused(...twins);
  next.partyIds = [...new Set(next.partyIds)];
  const { title, summary, partyIds, validFrom, validUntil = null, goals } = agreement;
  const asItWas = isDeepStrictEqual(next, { title, summary, partyIds, validFrom, validUntil, goals });
  const notices = () => (agreement.lacksEvaluation(context.clock.today()) ? [evaluationNotice(agreement)] : []);
  if (asItWas && !input.attachmentIds?.length) return written(id, notices());
  em.assign(agreement, next);
  await em.flush();
  await attach(em, input.attachmentIds, { subjectType: 'WorkAgreement', subjectId: id });
  await publishAgreement(context, em, agreement);
  await tellOfAgreement(context, em, {
    id,
    employerId,
    title: `Werkafspraak gewijzigd: ${next.title}`,
    occasion: `changed ${agreement.version}`,
  });
  return written(id, notices());
}
