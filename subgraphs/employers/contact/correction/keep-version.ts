import { v7 } from 'uuid';
import type { EntityManager } from '../../../database.js';
import type { ContactMoment } from '../contact-moment.js';
import { ContactMomentVersionSchema } from './contact-moment-version.js';

type Text = Pick<
  ContactMoment,
  'id' | 'version' | 'subject' | 'summary' | 'typeNumber' | 'medium' | 'occurredOn' | 'participantIds'
>;

/** Keeps the text of a contact moment as it stands now, for ever: on registering and on every change. */
export async function keepVersion(
  em: EntityManager,
  { id, version, subject, summary, typeNumber, medium, occurredOn, participantIds }: Text,
  { byId, recordedAt, reason }: { byId: string; recordedAt: Date; reason: string | null },
): Promise<void> {
  await em.insert(ContactMomentVersionSchema, {
    id: v7(),
    contactMomentId: id,
    number: version,
    recordedAt,
    byId,
    subject,
    summary,
    typeNumber,
    medium,
    occurredOn,
    participantIds: [...participantIds],
    reason,
  });
}
