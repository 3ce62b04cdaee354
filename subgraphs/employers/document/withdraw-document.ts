import { raw } from '@mikro-orm/core';
import { validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { Employer } from '../dossier/employer.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { maySteer } from '../pyramid/may-steer.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { holdersOn } from '../work/holders-on.js';
import { Attachment } from './attachment.js';
import type { WithdrawDocumentInput } from './withdraw-document-input.js';

type Asking = Pick<Context, 'clock' | 'identity'>;

/** Refusals of who did not upload it, holds no account of the employer today, and does not decide for its region. */
async function notTheirs(context: Asking, em: EntityManager, one: Attachment): Promise<UserError[]> {
  const asks = whoAsks(context);
  if (one.announcedById === asks.professionalId) return [];
  if ((await holdersOn(em, one.employerId, context.clock.today())).includes(asks.professionalId)) return [];
  const { regionId } = await em.findOneOrFail(Employer, { id: one.employerId }, { disableIdentityMap: true });
  if (maySteer(asks, regionId)) return [];
  return [
    userError(
      'NOT_YOURS',
      ['input', 'id'],
      'Dit document (id) intrekken mag wie het heeft geüpload, een accounthouder van de werkgever, of het management in de regio van de werkgever.',
      'R-249',
    ),
  ];
}

/**
 * Withdraws a document: from now on nobody can download it, and its content leaves the store. That it was
 * there stays, with who withdrew it and why, so that what refers to it can be explained.
 */
export async function withdrawDocument(
  context: Asking,
  em: EntityManager,
  { id, expectedVersion, reason }: WithdrawDocumentInput,
): Promise<Outcome> {
  const errors = lengthErrors(['input', 'reason'], 'De reden (reason)', reason, 10, 500);
  if (errors.length) return refused(...errors);
  if (validate(id)) await prepared(em, 'select id from attachment where id = ?::uuid for update', [id]);
  const one = validate(id) ? await em.findOne(Attachment, { id }, { disableIdentityMap: true }) : null;
  if (!one)
    return refused(userError('UNKNOWN_ATTACHMENT', ['input', 'id'], 'Dit document (id) bestaat niet.', 'R-100'));
  const theirs = await notTheirs(context, em, one);
  if (theirs.length) return refused(...theirs);
  if (!one.uploadedAt)
    return refused(
      userError(
        'ATTACHMENT_INCOMPLETE',
        ['input', 'id'],
        'Dit document (id) is nooit geüpload: er is niets om in te trekken.',
        'R-100',
      ),
    );
  if (one.withdrawnAt)
    return refused(userError('ALREADY_WITHDRAWN', ['input', 'id'], 'Dit document (id) is al ingetrokken.', 'R-100'));
  if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== one.version)
    return refused(conflict(one.version));
  const actorId = whoAsks(context).professionalId;
  const because = reason.trim();
  await em.nativeUpdate(
    Attachment,
    { id },
    {
      withdrawnAt: context.clock.now(),
      withdrawnById: actorId,
      withdrawnBecause: because,
      version: raw('version + 1'),
    },
  );
  const { employerId, fileName, announcedById } = one;
  const line = {
    employerId,
    title: `Document ingetrokken: ${fileName}. ${because}`,
    subjectType: 'Attachment',
    subjectId: id,
    actorId,
  };
  await putOnTimeline(em, context.clock, { ...line, kind: TimelineKind.DOCUMENT });
  await notify(em, context.clock, {
    ...line,
    kind: NotificationKind.DOCUMENT_WITHDRAWN,
    recipientIds: [announcedById],
  });
  return written(id);
}
