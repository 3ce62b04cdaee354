import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notifyOfAll } from '../../notification/notify.js';
import { OwnershipRequest, OwnershipRequestSchema, OwnershipRequestStatus, placeAsked } from './ownership-request.js';
import { tellWhoAnswers } from './tell-who-answers.js';

/**
 * Writes down, once a day, which requests nobody answered in time, and tells who asked; of those that still wait, whoever
 * may answer them since is told.
 */
export async function lapseRequests({ clock }: Pick<Context, 'clock'>, em: EntityManager): Promise<void> {
  const today = clock.today();
  const READ = { disableIdentityMap: true } as const;
  const open = OwnershipRequestStatus.OPEN;
  const lapsed = await em.find(OwnershipRequest, { status: open, expiresOn: { $lt: today } }, READ);
  const ids = lapsed.map(({ id }) => id);
  await em.nativeUpdate(
    OwnershipRequestSchema,
    { id: { $in: ids }, status: open },
    { status: OwnershipRequestStatus.EXPIRED, answeredAt: clock.now() },
  );
  const employers = await em.find(Employer, { id: { $in: lapsed.map(({ employerId }) => employerId) } }, READ);
  const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
  await notifyOfAll(
    em,
    clock,
    lapsed.map(({ id, employerId, candidateId, asMain, expiresOn }) => ({
      kind: NotificationKind.OWNERSHIP_ANSWERED,
      recipientIds: [candidateId],
      actorId: null,
      title: `Uw verzoek om het ${placeAsked(asMain)} van ${nameOf.get(employerId)!} kreeg tot en met ${inDutch(expiresOn)} geen antwoord en is verlopen. U kunt het opnieuw vragen.`,
      employerId,
      subjectType: 'OwnershipRequest',
      subjectId: id,
      occasion: 'lapsed',
    })),
  );
  await tellWhoAnswers({ clock }, em, {});
}
