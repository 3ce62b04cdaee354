import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { Employer } from '../dossier/employer.js';
import { agreementsOn, RegionAgreements } from '../organisation/region-agreements.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { checkFollowUps, planFollowUps } from '../work/plan-follow-ups.js';
import { checkBelonging } from './check-belonging.js';
import { checkOccurredOn } from './check-occurred-on.js';
import { checkSummary } from './check-summary.js';
import { checkType } from './check-type.js';
import { categoryOf } from './contact-medium.js';
import { ContactMomentType } from './contact-moment-type.js';
import { ContactMomentSchema } from './contact-moment.js';
import { findNearby } from './find-nearby.js';
import { mergeProposal } from './merge-proposal.js';
import { NpsSurveySchema } from './nps-survey.js';
import type { RegisterContactMomentInput } from './register-contact-moment-input.js';
import { surveyFor } from './survey-for.js';

const READ = { disableIdentityMap: true } as const;

/**
 * Registers a contact moment, with its follow-up actions and, when its type asks for it, an NPS survey; in one
 * transaction with the events that tell of it. Refused when it is no good registration; an agreement
 * not followed is written all the same, with a notice.
 */
export async function registerContactMoment(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: RegisterContactMomentInput,
): Promise<Outcome> {
  const who = whoAsks(context);
  const { employerId, occurredOn, medium } = input;
  if (!validate(employerId) || !(await em.count(Employer, { id: employerId })))
    return refused(
      userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.'),
    );

  const subject = input.subject.trim();
  const followUps = input.followUps ?? [];
  const types = await em.find(ContactMomentType, {}, READ);
  const { type, errors, notices } = checkType(types, input.typeNumber, occurredOn, who);
  errors.push(
    ...lengthErrors(['input', 'subject'], 'Het onderwerp (subject)', subject, 3, 200),
    ...checkSummary(input.summary),
    ...checkOccurredOn(occurredOn, context.clock.today()),
    ...(await checkBelonging(em, input)),
    ...(await checkFollowUps(em, followUps, occurredOn)),
  );
  if (!type || errors.length) return refused(...errors);

  const regions = await em.find(RegionAgreements, { regionId: { $in: [...who.regionIds] } }, READ);
  const agreed = agreementsOn(regions, occurredOn);
  if (agreed) {
    const nearby = await findNearby(em, { employerId, subject, occurredOn }, agreed.contactMergeWindowDays);
    notices.push(...mergeProposal(nearby));
  }

  const id = v7();
  const recordedAt = context.clock.now();
  await em.insert(ContactMomentSchema, {
    id,
    employerId,
    typeNumber: type.number,
    medium,
    subject,
    summary: input.summary.trim(),
    occurredOn,
    recordedAt,
    registeredById: who.professionalId,
    participantIds: [...new Set(input.participantIds)],
    relatedToIds: [...new Set(input.relatedToIds ?? [])],
    version: 1,
  });
  await putOnTimeline(em, context.clock, {
    employerId,
    kind: TimelineKind.CONTACT,
    title: `${type.nameNl}: ${subject}`,
    subjectType: 'ContactMoment',
    subjectId: id,
    actorId: who.professionalId,
    on: occurredOn,
  });
  await planFollowUps(context, em, followUps, { employerId, contactMomentId: id });

  const survey = surveyFor(type);
  const surveyId = survey ? v7() : null;
  const told = { occurredOn, recordedAt, actorId: who.professionalId };
  await context.publish(em, {
    ...told,
    type: 'contact-moment.registered',
    data: {
      employerId,
      contactMomentId: id,
      typeNumber: type.number,
      medium,
      category: categoryOf(medium),
      teamId: who.teamId,
      npsSurveyId: surveyId,
    },
  });
  if (survey && surveyId) {
    await em.insert(NpsSurveySchema, {
      id: surveyId,
      contactMomentId: id,
      employerId,
      invitedAt: recordedAt,
      note: survey.note,
    });
    await context.publish(em, {
      ...told,
      occurredOn: context.clock.today(),
      type: 'nps.invited',
      data: { employerId, surveyId },
    });
  }
  return written(id, notices);
}
