import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { attach } from '../document/attach.js';
import { Employer } from '../dossier/employer.js';
import { MailKind } from '../mail/mail.js';
import { requestMail } from '../mail/request-mail.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { planAppointment } from '../work/appointment/plan-appointment.js';
import { planFollowUps } from '../work/task/plan-follow-ups.js';
import { accountHolders } from './account-holders.js';
import { askSatisfaction } from './satisfaction/ask-satisfaction.js';
import { checkRegistration } from './check/check-registration.js';
import { categoryOf } from './contact-medium.js';
import { closeCallBack } from './satisfaction/close-call-back.js';
import { ContactMomentSchema } from './contact-moment.js';
import { keepVersion } from './correction/keep-version.js';
import { mergeProposal } from './correction/merge-proposal.js';
import { nearbyMoments } from './correction/nearby-moments.js';
import type { RegisterContactMomentInput } from './register-contact-moment-input.js';

/**
 * Registers a contact moment with all that belongs to it: documents, follow-up actions, the next appointment, the mail
 * to colleagues and, when its type asks for it, an NPS survey; in one transaction with the events that tell of it.
 * Refused when it is no good registration; an agreement not followed is written all the same, with a
 * notice. The main holders of the account hear of contact by somebody else.
 * @param newId gives the id of the moment, then that of its survey; demo data has fixed ones
 */
export async function registerContactMoment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: RegisterContactMomentInput,
  newId: () => string = v7,
): Promise<Outcome> {
  const who = whoAsks(context);
  const { employerId, occurredOn, medium, appointment } = input;
  const employer = validate(employerId)
    ? await em.findOne(Employer, { id: employerId }, { disableIdentityMap: true })
    : null;
  if (!employer)
    return refused(
      userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.'),
    );
  const { holderIds, mainHolderIds } = await accountHolders(em, employerId, context.clock.today());
  const isHolder = holderIds.includes(who.professionalId);
  const { regionId } = employer;
  const checked = await checkRegistration(em, context.clock, input, { who, regionId, isHolder });
  const { type, notices } = checked;
  if (!type) return refused(...checked.errors);

  const id = newId();
  const recordedAt = context.clock.now();
  const by = who.professionalId;
  const moment = {
    id,
    employerId,
    typeNumber: type.number,
    medium,
    subject: input.subject.trim(),
    summary: input.summary.trim(),
    occurredOn,
    recordedAt,
    registeredById: by,
    teamId: who.teamId,
    participantIds: [...new Set(input.participantIds)],
    relatedToIds: [...new Set(input.relatedToIds ?? [])],
    consultationId: checked.consultationId,
    followUpToSurveyId: input.followUpToSurveyId ?? null,
    version: 1,
  };
  const about = { employerId, subjectType: 'ContactMoment', subjectId: id };
  await em.insert(ContactMomentSchema, moment);
  await keepVersion(em, moment, { byId: by, recordedAt, reason: null });
  await attach(em, input.attachmentIds, about);
  const line = { ...about, kind: TimelineKind.CONTACT, title: `${type.nameNl}: ${moment.subject}` };
  await putOnTimeline(em, context.clock, { ...line, actorId: by, on: occurredOn });
  await closeCallBack(context, em, moment);
  await planFollowUps(context, em, input.followUps ?? [], { employerId, contactMomentId: id });
  if (appointment) {
    const planned = { path: ['input', 'appointment'], subjectType: 'ContactMoment', subjectId: id };
    const outcome = await planAppointment(context, em, { ...appointment, employerId }, planned);
    if (outcome.errors.length) return refused(...outcome.errors);
    notices.push(...outcome.notices);
  }
  const recipientIds = input.mailTo ?? [];
  await requestMail(context, em, { kind: MailKind.CONTACT_MOMENT, subjectId: id, recipientIds, by });
  if (!isHolder)
    await notify(em, context.clock, {
      ...about,
      kind: NotificationKind.CONTACT_BY_COLLEAGUE,
      recipientIds: mainHolderIds,
      actorId: by,
      title: `Een collega had contact met ${employer.name}: ${moment.subject}`,
    });

  const asked = await askSatisfaction(context, em, moment, type, checked.quietDays, newId);
  await context.publish(em, {
    type: 'contact-moment.registered',
    occurredOn,
    recordedAt,
    actorId: by,
    data: {
      employerId,
      contactMomentId: id,
      typeNumber: type.number,
      medium,
      category: categoryOf(medium),
      teamId: who.teamId,
      npsSurveyId: asked.surveyId,
      consulted: checked.consultationId !== null,
    },
  });
  const nearby = (await nearbyMoments(em, [id])).get(id) ?? [];
  return written(id, [...notices, ...asked.notices, ...mergeProposal(nearby)]);
}
