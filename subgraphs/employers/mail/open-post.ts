import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Message, Post } from './send-mail.js';

export interface PostOptions {
  /** `smtp://` or `smtps://` address of the mail server, with user and password where it asks for them. Null: the folder. */
  smtpUrl: string | null;
  /** Where messages are put as `.eml` files when there is no mail server. */
  folder: string;
  /** Whom messages are from, e.g. `Werkgraaf <werkgraaf@example.nl>`. */
  from: string;
}

const composed = ({ messageId, to, replyTo, subject, text, at }: Message, from: string) => ({
  from,
  to: to.map(({ name, email }) => ({ name, address: email })),
  ...(replyTo ? { replyTo: { name: replyTo.name, address: replyTo.email } } : {}),
  messageId: `<${messageId}>`,
  date: at,
  subject,
  text,
  // What a machine sends is not answered by a machine (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Post by SMTP, or, where there is no mail server, into a folder of `.eml` files that a mail program opens. */
export function openPost({ smtpUrl, folder, from }: PostOptions): Post {
  if (smtpUrl) {
    const transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
    return {
      send: async (message) => void (await transport.sendMail(composed(message, from))),
      close: async () => transport.close(),
    };
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(message) {
      const { message: bytes } = await transport.sendMail(composed(message, from));
      await mkdir(folder, { recursive: true });
      const part = join(folder, `.${randomBytes(8).toString('hex')}.part`);
      await writeFile(part, bytes as Buffer);
      // One message one file: sent again, it takes the place of itself.
      await rename(part, join(folder, `${message.messageId.replace(/[^\w.@-]/g, '_')}.eml`));
    },
    close: async () => transport.close(),
  };
}
