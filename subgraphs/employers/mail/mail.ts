import { defineEntity, p } from '@mikro-orm/core';

/** What a mail tells of; `letters.ts` knows how to write each. */
export enum MailKind {
  TASK = 'TASK',
  CONTACT_MOMENT = 'CONTACT_MOMENT',
  NPS_INVITATION = 'NPS_INVITATION',
}

export enum MailOutcome {
  SENT = 'SENT',
  /** Nobody of the recipients has an address, or what it tells of is no more. */
  NOBODY = 'NOBODY',
}

export const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    /** Also the id of its event. */
    id: p.uuid().primary(),
    kind: p.enum(() => MailKind),
    subjectId: p.text(),
    recipientIds: p.array(),
    requestedById: p.text().nullable(),
    requestedAt: p.datetime(),
    /** Message-ID of RFC 5322, without angle brackets. */
    messageId: p.text(),
    settledAt: p.datetime().nullable(),
    outcome: p.enum(() => MailOutcome).nullable(),
  },
});

/** A message that was asked for, and what became of it. Its text is written when it is sent, and not kept. */
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
