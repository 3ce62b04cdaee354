import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Employer } from '../../dossier/employer.js';
import { inForce } from '../account-holdership.js';
import { factReaders } from '../loaders.js';
import { OwnershipRequest, OwnershipRequestStatus } from './ownership-request.js';
import { withdrawRequest } from './withdraw-request.js';

/** Withdraws what somebody who left still asked for: nobody who left becomes account holder. */
export async function withdrawRequestsOfLeaver(
  context: Pick<Context, 'clock'>,
  em: EntityManager,
  { candidateId, byId }: { candidateId: string; byId: string },
): Promise<void> {
  const READ = { disableIdentityMap: true } as const;
  const today = context.clock.today();
  const requests = await em.find(
    OwnershipRequest,
    { candidateId, status: OwnershipRequestStatus.OPEN, expiresOn: { $gte: today } },
    READ,
  );
  const readers = factReaders(em);
  for (const request of requests) {
    const { employerId, regionId } = request;
    const employer = await em.findOneOrFail(Employer, { id: employerId }, READ);
    const held = inForce(await readers.holdershipsOfEmployer.load(employerId), today);
    const holders = held.filter((h) => h.regionId === regionId);
    await withdrawRequest(context, em, { employer, holders, readers, regionId, today }, request, {
      byId,
      note: 'De aanvrager is niet meer werkzaam.',
    });
  }
}
