import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { answerersOf } from './answerers-of.js';
import { checkHolder } from '../check-holder.js';
import { makeMain } from '../make-main.js';
import { personOf } from '../open-account.js';
import { openRequest } from './open-request.js';
import type { AnswerOwnershipRequestInput } from '../ownership-inputs.js';
import { OwnershipRequestSchema, OwnershipRequestStatus, placeAsked } from './ownership-request.js';
import { startHoldership } from '../start-holdership.js';
import { tellOfChange } from '../tell-of-change.js';

/**
 * Answers a request for an account: the holder, who deputises while the holder is away, or, when nobody of them is
 * there, the team's lead or management. Agreed, the holder changes in the same transaction.
 */
export async function answerOwnershipRequest(
  asked: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { requestId, agree, note }: AnswerOwnershipRequestInput,
): Promise<Outcome> {
  const who = whoAsks(asked);
  const { request, account, errors: notOpen } = await openRequest(asked, em, requestId);
  if (!request) return refused(...notOpen);
  const context = { ...asked, clock: account.clock };
  const { candidateId, regionId, asMain } = request;
  const { readers, holders, employer, today } = account;
  if (!(await answerersOf(account, candidateId)).includes(who.professionalId))
    return refused(
      userError(
        'NOT_YOURS_TO_ANSWER',
        ['input', 'requestId'],
        'Dit verzoek (requestId) beantwoordt de accounthouder, bij afwezigheid de vervanger, en anders de teamleider of het management.',
        'R-049',
      ),
    );
  const candidate = await personOf(readers, candidateId);
  const errors = [
    ...lengthErrors(['input', 'note'], 'De toelichting (note)', note ?? (agree ? null : ''), agree ? 0 : 3, 1000),
    ...(agree ? checkHolder(candidate, regionId, asMain, ['input', 'requestId']) : []),
  ];
  if (errors.length) return refused(...errors);

  const remark = note?.trim() || null;
  const status = agree ? OwnershipRequestStatus.AGREED : OwnershipRequestStatus.REFUSED;
  await em.nativeUpdate(
    OwnershipRequestSchema,
    { id: requestId },
    { status, answeredAt: context.clock.now(), answeredById: who.professionalId, note: remark },
  );
  const subject = {
    employerId: employer.id,
    subjectType: 'OwnershipRequest',
    subjectId: requestId,
    actorId: who.professionalId,
  };
  const place = placeAsked(asMain);
  await putOnTimeline(em, context.clock, {
    ...subject,
    kind: TimelineKind.OWNERSHIP,
    title: `Het verzoek van ${candidate.name} om het ${place} is ${agree ? 'ingewilligd' : 'geweigerd'}.`,
  });
  await notify(em, context.clock, {
    ...subject,
    kind: NotificationKind.OWNERSHIP_ANSWERED,
    recipientIds: [candidateId],
    title: `Uw verzoek om het ${place} van ${employer.name} is ${agree ? 'ingewilligd' : 'geweigerd'}.`,
  });
  if (!agree) return written(requestId);

  const reason = request.reason;
  if (asMain) {
    const made = await makeMain(context, em, account, {
      candidateId,
      reason,
      endReason: `In overleg overgedragen aan ${candidate.name}.`,
    });
    if (made.errors.length) return made;
    await em.nativeUpdate(OwnershipRequestSchema, { id: requestId }, { holdershipId: made.id });
    return written(requestId);
  }
  if (holders.some((h) => h.holderId === candidateId && !h.validUntil))
    return refused(
      userError(
        'ALREADY_HOLDER',
        ['input', 'requestId'],
        `${candidate.name} is al accounthouder van deze werkgever.`,
        'R-047',
      ),
    );
  const { id } = await startHoldership(context, em, {
    employerId: employer.id,
    holderId: candidateId,
    regionId,
    isMain: false,
    from: today,
    reason,
  });
  await em.nativeUpdate(OwnershipRequestSchema, { id: requestId }, { holdershipId: id });
  await tellOfChange(context, em, account, {
    holdershipId: id!,
    holderId: candidateId,
    title: `${candidate.name} is accounthouder geworden van ${employer.name}.`,
  });
  return written(requestId);
}
