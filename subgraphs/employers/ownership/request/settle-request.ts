import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { Account } from '../open-account.js';
import { OwnershipRequest, OwnershipRequestStatus } from './ownership-request.js';
import { withdrawRequest } from './withdraw-request.js';

/**
 * Withdraws the open request of one who became account holder by another road: there is nothing left to answer. Who
 * asked for the lead and came to stand beside it, still asks.
 */
export async function settleRequest(
  context: Pick<Context, 'clock'>,
  em: EntityManager,
  account: Account,
  { candidateId, isMain }: { candidateId: string; isMain: boolean },
): Promise<void> {
  const { employer, regionId, holders } = account;
  const request = await em.findOne(
    OwnershipRequest,
    {
      employerId: employer.id,
      regionId,
      candidateId,
      status: OwnershipRequestStatus.OPEN,
      ...(isMain ? {} : { asMain: false }),
    },
    { disableIdentityMap: true },
  );
  if (request)
    await withdrawRequest(context, em, account, request, {
      byId: candidateId,
      note: 'Niet meer nodig: de aanvrager is accounthouder geworden.',
      // They hear of the change itself.
      knowing: holders.map(({ holderId }) => holderId),
    });
}
