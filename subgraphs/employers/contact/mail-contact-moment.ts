import { Field, ID, InputType } from 'type-graphql';
import { validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { MailKind } from '../mail/mail.js';
import { requestMail } from '../mail/request-mail.js';
import { checkColleagues } from './check/check-colleagues.js';
import { ContactMoment } from './contact-moment.js';
import { standing } from './correction/standing-moment.js';

@InputType({ description: 'Contactmoment mailen aan collega’s.' })
export class MailContactMomentInput {
  @Field(() => ID, { description: 'Het contactmoment.' }) id!: string;
  @Field(() => [ID], { description: 'De medewerkers die het verslag krijgen: 1 tot 20, in één bericht.' })
  to!: string[];
}

/** Mails the report of a contact moment to colleagues: one message, however often this request is repeated. */
export async function mailContactMoment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { id, to }: MailContactMomentInput,
): Promise<Outcome> {
  const moment = validate(id) ? await em.findOne(ContactMoment, { id }, { disableIdentityMap: true }) : null;
  const errors = [
    ...(await standing(em, moment ?? undefined, ['input', 'id'])),
    ...(to.length ? [] : [userError('REQUIRED', ['input', 'to'], 'Noem aan wie (to) het gaat.', 'R-063')]),
    ...(await checkColleagues(em, to, ['input', 'to'])),
  ];
  if (errors.length) return refused(...errors);
  const by = whoAsks(context).professionalId;
  await requestMail(context, em, { kind: MailKind.CONTACT_MOMENT, subjectId: id, recipientIds: to, by });
  return written(id);
}
