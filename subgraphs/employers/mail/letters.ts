import { npsInvitationLetter } from '../contact/satisfaction/nps-invitation-letter.js';
import { contactMomentLetter } from './contact-moment-letter.js';
import type { LetterWriter } from './letter.js';
import { MailKind } from './mail.js';
import { taskLetter } from './task-letter.js';

/** How each kind of mail is written. */
export const letters: Partial<Record<MailKind, LetterWriter>> = {
  [MailKind.TASK]: taskLetter,
  [MailKind.CONTACT_MOMENT]: contactMomentLetter,
  [MailKind.NPS_INVITATION]: npsInvitationLetter,
};
