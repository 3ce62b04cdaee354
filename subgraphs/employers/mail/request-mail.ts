import { v7 } from 'uuid';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { MailSchema, type MailKind } from './mail.js';

export interface MailRequest {
  kind: MailKind;
  /** Id of what it tells of: the task, the contact moment, the survey. */
  subjectId: string;
  /** Professionals, who share one message, or for NPS_INVITATION one contact person. */
  recipientIds: readonly string[];
  /** The professional who asked for it; answers go to that address. Null: the system itself. */
  by: string | null;
}

/**
 * Asks for one message, in the transaction of what it tells of: it goes out if and only if that commits. The
 * event bears ids alone; the text is written when it is sent, of what is true by then.
 * @returns the id of the mail, or null when there is nobody to send it to
 */
export async function requestMail(
  { clock, publish }: Pick<Context, 'clock' | 'publish'>,
  em: EntityManager,
  { kind, subjectId, recipientIds, by }: MailRequest,
): Promise<string | null> {
  const recipients = [...new Set(recipientIds)];
  if (recipients.length === 0) return null;
  const id = v7();
  const requestedAt = clock.now();
  await em.insert(MailSchema, {
    id,
    kind,
    subjectId,
    recipientIds: recipients,
    requestedById: by,
    requestedAt,
    messageId: `${id}@werkgraaf`,
  });
  await publish(em, {
    id,
    type: 'mail.requested',
    occurredOn: clock.today(),
    recordedAt: requestedAt,
    actorId: by,
    data: { mailId: id, kind, subjectId },
  });
  return id;
}
