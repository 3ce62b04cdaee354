import type { Surroundings } from '../../context.js';
import type { Event, EventData } from '../../events.js';
import { Professional } from '../organisation/professional.js';
import type { Addressee } from './letter.js';
import { letters } from './letters.js';
import { Mail, MailOutcome } from './mail.js';

/** A message as it leaves. */
export interface Message {
  /** Without angle brackets. */
  messageId: string;
  to: Addressee[];
  replyTo: Addressee | null;
  subject: string;
  text: string;
  at: Date;
}

/** Lets one message go: by SMTP, or into a folder. Rejects when it did not. */
export interface Post {
  send(message: Message): Promise<void>;
  close(): Promise<void>;
}

const CLOSING = 'Werkgraaf, namens het werkgeversservicepunt';
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Sends what `mail.requested` asks for, once: its row stays locked while it is sent, so that no other process
 * sends it too, and remembers that it was. Whoever is stopped between the two sends the same Message-ID again, by which
 * a mail server or a reader knows the double; SMTP promises no more. What this throws, the outbox tries again.
 */
export function mailSender({ database, clock, log }: Surroundings, post: Post): (event: Event) => Promise<void> {
  return async ({ data }) => {
    const { mailId } = data as EventData['mail.requested'];
    await database.em().transactional(async (em) => {
      await em.execute('select id from mail where id = ? for update', [mailId]);
      const mail = await em.findOneOrFail(Mail, { id: mailId });
      if (mail.settledAt) return;
      const writer = letters[mail.kind];
      if (!writer) throw new Error(`nobody writes mail of kind ${mail.kind}`);
      const to = await writer.addressees(em, mail);
      const letter = to.length ? await writer.write(em, mail) : null;
      const by = mail.requestedById ? await em.findOne(Professional, { id: mail.requestedById }) : null;
      const at = clock.now();
      if (letter) {
        await post.send({
          messageId: mail.messageId,
          to,
          replyTo: by?.email ? { name: by.name, email: by.email } : null,
          subject: line(letter.subject).slice(0, 200),
          text: `${[...letter.paragraphs, CLOSING].join('\n\n')}\n`,
          at,
        });
        await writer.sent?.(em, mail, at);
      }
      mail.settledAt = at;
      mail.outcome = letter ? MailOutcome.SENT : MailOutcome.NOBODY;
      await em.flush();
      log.info({ mailId, kind: mail.kind, recipients: to.length, outcome: mail.outcome }, 'mail settled');
    });
  };
}
