import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { refused, written, type Outcome, type RuleNotice, type UserError } from '../../../payload.js';
import { conflict, lengthErrors, userError } from '../../../user-error.js';
import { Employer } from '../../dossier/employer.js';
import { agreementsOn, RegionAgreements } from '../../organisation/region-agreements.js';
import { accountHolders } from '../account-holders.js';
import { askSatisfaction } from '../satisfaction/ask-satisfaction.js';
import { checkParticipants } from '../check/check-belonging.js';
import { ACQUISITION, checkConsultation } from '../check/check-consultation.js';
import { checkFollowUp, FEEDBACK } from '../check/check-follow-up.js';
import { checkOccurredOn } from '../check/check-occurred-on.js';
import { checkSummary } from '../check/check-summary.js';
import { checkType, inForceOn } from '../check/check-type.js';
import { closeCallBack } from '../satisfaction/close-call-back.js';
import { ContactMomentType } from '../contact-moment-type.js';
import type { ContactMoment } from '../contact-moment.js';
import type { CorrectContactMomentInput } from './correct-contact-moment-input.js';
import { lockedSurveys } from '../satisfaction/locked-surveys.js';
import { mayChange } from './may-change.js';
import { mergeProposal } from './merge-proposal.js';
import { nearbyMoments } from './nearby-moments.js';
import { acquisitionNotices, lastContactOn } from '../check/renewed-contact.js';
import { specificTypeNotices } from '../check/specific-type.js';
import { isStale, lockedMoments, standing } from './standing-moment.js';
import { tellChanged } from './tell-changed.js';
import { surveyFor } from '../satisfaction/survey-for.js';
import { vacancyLogNotices } from '../check/vacancy-log.js';
import { withdrawSurvey } from '../satisfaction/withdraw-survey.js';

const READ = { disableIdentityMap: true } as const;

type Changed = Pick<
  ContactMoment,
  'subject' | 'summary' | 'typeNumber' | 'occurredOn' | 'medium' | 'participantIds' | 'followUpToSurveyId'
>;

/** What the input changes, by field; a field that says what already stands changes nothing. */
function changesOf(moment: ContactMoment, input: CorrectContactMomentInput): Partial<Changed> {
  const given: { [F in keyof Changed]: Changed[F] | null | undefined } = {
    subject: input.subject?.trim(),
    summary: input.summary?.trim(),
    typeNumber: input.typeNumber,
    occurredOn: input.occurredOn,
    medium: input.medium,
    participantIds: input.participantIds && [...new Set(input.participantIds)],
    followUpToSurveyId: input.followUpToSurveyId,
  };
  const differs = ([field, value]: [string, unknown]) =>
    value !== null && value !== undefined && JSON.stringify(value) !== JSON.stringify(moment[field as keyof Changed]);
  return Object.fromEntries(Object.entries(given).filter(differs));
}

/** The refusals of a correction; what is not corrected is not judged again. */
async function errorsOf(
  em: EntityManager,
  today: string,
  { employerId }: ContactMoment,
  changed: Partial<Changed>,
  { reason, participantIds }: CorrectContactMomentInput,
): Promise<UserError[]> {
  return [
    ...(Object.keys(changed).length
      ? []
      : [userError('NOTHING_CHANGED', ['input'], 'Deze correctie verandert niets: noem wat er anders moet.', 'R-083')]),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', reason, 5, 500),
    ...lengthErrors(['input', 'subject'], 'Het onderwerp (subject)', changed.subject, 3, 200),
    ...(changed.summary === undefined ? [] : checkSummary(changed.summary)),
    ...(changed.occurredOn === undefined ? [] : checkOccurredOn(changed.occurredOn, today)),
    ...(await checkParticipants(em, employerId, changed.participantIds && participantIds)),
  ];
}

/**
 * The survey of a moment whose type has changed: made when the new type asks for it, lapsed when it no longer does.
 * What an employer answered stays.
 */
async function settleSurvey(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  moment: ContactMoment,
  { type, retyped, quietDays }: { type: ContactMomentType; retyped: boolean; quietDays: number },
): Promise<{ surveyId: string | null; notices: RuleNotice[] }> {
  const [survey] = await lockedSurveys(em, [moment.id]);
  if (!retyped) return { surveyId: survey?.id ?? null, notices: [] };
  if (!survey) return askSatisfaction(context, em, moment, type, quietDays);
  if (survey.respondedAt || surveyFor(type)) return { surveyId: survey.id, notices: [] };
  await withdrawSurvey(context, em, survey);
  return { surveyId: null, notices: [] };
}

/** The agreements that the moment, as it is now, does not follow, as far as the correction bears on them. */
async function agreementNotices(
  em: EntityManager,
  moment: ContactMoment,
  { typeNumber, occurredOn, subject, summary, medium }: Partial<Changed>,
  versions: RegionAgreements[],
): Promise<RuleNotice[]> {
  const { id, employerId } = moment;
  const acquired = moment.typeNumber === ACQUISITION && (typeNumber ?? occurredOn) !== undefined;
  const last = acquired ? await lastContactOn(em, employerId, moment.occurredOn, id) : null;
  const agreed = agreementsOn(versions, moment.occurredOn)?.renewedContactMonths ?? 0;
  const retold = (typeNumber ?? subject ?? summary) !== undefined;
  const text = `${moment.subject}\n${moment.summary}`;
  const moved = (subject ?? occurredOn) !== undefined;
  return [
    ...acquisitionNotices(moment.typeNumber, moment.occurredOn, last, agreed),
    ...(retold || medium ? specificTypeNotices(moment.typeNumber, moment) : []),
    ...(retold ? vacancyLogNotices(moment.typeNumber, text) : []),
    ...(moved ? mergeProposal((await nearbyMoments(em, [id])).get(id) ?? []) : []),
  ];
}

/**
 * Corrects a contact moment, with the reason: the text as it was stays among its versions, and colleagues whose
 * registration it is are told.
 */
export async function correctContactMoment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: CorrectContactMomentInput,
): Promise<Outcome> {
  const who = whoAsks(context);
  const today = context.clock.today();
  const [moment] = await lockedMoments(em, [input.id]);
  const gone = await standing(em, moment, ['input', 'id']);
  if (!moment || gone.length) return refused(...gone);
  const employer = await em.findOneOrFail(Employer, { id: moment.employerId }, READ);
  const { holderIds, mainHolderIds } = await accountHolders(em, moment.employerId, today);
  const whose = { registeredByIds: [moment.registeredById], regionId: employer.regionId, mainHolderIds };
  const strange = mayChange(who, whose, 'id');
  if (strange.length) return refused(...strange);
  if (isStale(input.expectedVersion, moment)) return refused(conflict(moment.version));

  const changed = changesOf(moment, input);
  const errors = await errorsOf(em, today, moment, changed, input);
  const notices: RuleNotice[] = [];
  const types = await em.find(ContactMomentType, {}, READ);
  const typeNumber = changed.typeNumber ?? moment.typeNumber;
  const occurredOn = changed.occurredOn ?? moment.occurredOn;
  // Only another type is judged by who corrects it: a steward may mend the text of a type that is not theirs to use.
  const checked =
    changed.typeNumber === undefined
      ? inForceOn(types, typeNumber, occurredOn)
      : checkType(types, typeNumber, occurredOn, who, holderIds.includes(who.professionalId));
  errors.push(...checked.errors);
  const wasFeedback = moment.typeNumber === FEEDBACK;
  const retyped = changed.typeNumber !== undefined;
  if (retyped || changed.followUpToSurveyId) {
    const known = typeNumber === FEEDBACK ? moment.followUpToSurveyId : null;
    const surveyId = input.followUpToSurveyId ?? known;
    const followUp = await checkFollowUp(em, { ...moment, typeNumber, occurredOn, surveyId });
    errors.push(...followUp.errors);
    notices.push(...followUp.notices);
  }
  if (!checked.type || errors.length) return refused(...errors);
  notices.push(...checked.notices);

  const wasOn = moment.occurredOn;
  em.assign(moment, changed);
  if (wasFeedback && typeNumber !== FEEDBACK) moment.followUpToSurveyId = null;
  // A receipt serves a contact of its own days, so another day asks for it anew.
  if (retyped || (typeNumber === ACQUISITION && wasOn !== occurredOn)) {
    const consulted = await checkConsultation(em, { ...moment, byId: moment.registeredById });
    notices.push(...consulted.notices);
    moment.consultationId = consulted.consultationId;
  }
  await em.flush();
  await closeCallBack(context, em, moment);
  const versions = await em.find(RegionAgreements, { regionId: employer.regionId }, READ);
  const quietDays = agreementsOn(versions, today)?.npsQuietDays ?? 0;
  const survey = await settleSurvey(context, em, moment, { type: checked.type, retyped, quietDays });
  notices.push(...survey.notices, ...(await agreementNotices(em, moment, changed, versions)));
  const moved = wasOn === occurredOn ? '' : ` (contact van ${inDutch(occurredOn)}, eerst ${inDutch(wasOn)})`;
  await tellChanged(context, em, moment, {
    reason: input.reason.trim(),
    surveyId: survey.surveyId,
    title: `Contactmoment gecorrigeerd: ${moment.subject}${moved}`,
    recipientIds: [moment.registeredById],
  });
  return written(moment.id, notices);
}
