import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { openRequest } from './open-request.js';
import type { WithdrawOwnershipRequestInput } from '../ownership-inputs.js';
import { withdrawRequest } from './withdraw-request.js';

/** Withdraws one's own request for an account, as long as nobody answered it, and tells who would have. */
export async function withdrawOwnershipRequest(
  asked: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { requestId }: WithdrawOwnershipRequestInput,
): Promise<Outcome> {
  const { professionalId } = whoAsks(asked);
  const { request, account, errors } = await openRequest(asked, em, requestId);
  if (!request) return refused(...errors);
  const context = { ...asked, clock: account.clock };
  if (request.candidateId !== professionalId)
    return refused(
      userError('NOT_YOURS', ['input', 'requestId'], 'Alleen de aanvrager trekt een verzoek (requestId) in.', 'R-049'),
    );
  await withdrawRequest(context, em, account, request, { byId: professionalId });
  return written(requestId);
}
