import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { WorkAgreement } from './work-agreement.js';

/** Tells who must know which work agreements there are, of which kind and when: vacancies cite them. */
export async function publishAgreement(
  { clock, publish, identity }: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  {
    id,
    employerId,
    kind,
    validFrom,
    validUntil,
  }: Pick<WorkAgreement, 'id' | 'employerId' | 'kind' | 'validFrom' | 'validUntil'>,
): Promise<void> {
  await publish(em, {
    type: 'work-agreement.saved',
    occurredOn: clock.today(),
    recordedAt: clock.now(),
    actorId: whoAsks({ identity }).professionalId,
    data: { employerId, agreementId: id, kind, validFrom, validUntil: validUntil ?? null },
  });
}
