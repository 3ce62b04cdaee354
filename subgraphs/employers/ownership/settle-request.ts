import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { Account } from './open-account.js';
import { OwnershipRequestSchema, OwnershipRequestStatus } from './ownership-request.js';

/** Withdraws the open request of one who became account holder by another road: there is nothing left to answer. */
export async function settleRequest(
  { clock }: Pick<Context, 'clock'>,
  em: EntityManager,
  { employer, regionId }: Account,
  candidateId: string,
): Promise<void> {
  await em.nativeUpdate(
    OwnershipRequestSchema,
    { employerId: employer.id, regionId, candidateId, status: OwnershipRequestStatus.OPEN },
    {
      status: OwnershipRequestStatus.WITHDRAWN,
      answeredAt: clock.now(),
      answeredById: candidateId,
      note: 'Niet meer nodig: de aanvrager is accounthouder geworden.',
    },
  );
}
