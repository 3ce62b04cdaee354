import type { Identity } from '../../../../runtime/identity.js';
import { dayOf, type Clock } from '../../../../runtime/clock.js';
import type { EntityManager } from '../../../database.js';
import type { RuleNotice, UserError } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { checkAttachments } from '../../document/check-attachments.js';
import { agreementsOn, RegionAgreements } from '../../organisation/region-agreements.js';
import { checkAppointment } from '../../work/appointment/check-appointment.js';
import { checkFollowUps } from '../../work/task/plan-follow-ups.js';
import { checkParticipants, checkRelatedTo } from './check-belonging.js';
import { checkColleagues } from './check-colleagues.js';
import { checkConsultation } from './check-consultation.js';
import { checkFollowUp } from './check-follow-up.js';
import { checkOccurredOn } from './check-occurred-on.js';
import { checkSummary } from './check-summary.js';
import { checkType } from './check-type.js';
import { ContactMomentType } from '../contact-moment-type.js';
import { promiseNotices, promisesIn } from './promised.js';
import type { RegisterContactMomentInput } from '../register-contact-moment-input.js';
import { acquisitionNotices, lastContactOn } from './renewed-contact.js';
import { specificTypeNotices } from './specific-type.js';
import { checkVacancy, vacancyLogNotices } from './vacancy-log.js';

const READ = { disableIdentityMap: true } as const;

export interface CheckedRegistration {
  /** Null exactly when there are errors. */
  type: ContactMomentType | null;
  consultationId: string | null;
  /** How long after a survey the region leaves an employer alone. */
  quietDays: number;
  errors: UserError[];
  notices: RuleNotice[];
}

/** All that is wrong with a registration at once, and, when nothing is, the agreements it does not follow. */
export async function checkRegistration(
  em: EntityManager,
  clock: Clock,
  input: RegisterContactMomentInput,
  { who, regionId, isHolder }: { who: Identity; regionId: string; isHolder: boolean },
): Promise<CheckedRegistration> {
  const { employerId, typeNumber, occurredOn, medium, appointment } = input;
  const subject = input.subject.trim();
  const followUps = input.followUps ?? [];
  const types = await em.find(ContactMomentType, {}, READ);
  const { type, errors, notices } = checkType(types, typeNumber, occurredOn, who, isHolder);
  const consulted = await checkConsultation(em, { ...input, byId: who.professionalId });
  const followUp = await checkFollowUp(em, {
    employerId,
    typeNumber,
    occurredOn,
    surveyId: input.followUpToSurveyId,
  });
  errors.push(
    ...lengthErrors(['input', 'subject'], 'Het onderwerp (subject)', subject, 3, 200),
    ...checkSummary(input.summary),
    ...checkOccurredOn(occurredOn, clock.today()),
    ...(await checkParticipants(em, employerId, input.participantIds)),
    ...(await checkRelatedTo(em, employerId, input.relatedToIds)),
    ...consulted.errors,
    ...followUp.errors,
    ...checkVacancy(input.vacancyId),
    ...(await checkAttachments(em, input.attachmentIds, employerId, ['input', 'attachmentIds'])),
    ...(await checkFollowUps(em, followUps, occurredOn)),
    ...(appointment ? await checkAppointment(em, { ...appointment, employerId }, ['input', 'appointment']) : []),
    ...(appointment?.employerId && appointment.employerId !== employerId
      ? [
          userError(
            'OTHER_EMPLOYER',
            ['input', 'appointment', 'employerId'],
            'De afspraak (appointment) is met dezelfde werkgever als het contact.',
            'R-089',
          ),
        ]
      : []),
    ...(await checkColleagues(em, input.mailTo, ['input', 'mailTo'])),
  );
  if (!type || errors.length) return { type: null, consultationId: null, quietDays: 0, errors, notices: [] };

  const versions = await em.find(RegionAgreements, { regionId }, READ);
  const agreed = agreementsOn(versions, occurredOn);
  const last = await lastContactOn(em, employerId, occurredOn);
  const planned = [...followUps.map(({ dueOn }) => dueOn), appointment ? dayOf(appointment.startsAt) : null];
  return {
    type,
    consultationId: consulted.consultationId,
    quietDays: agreementsOn(versions, clock.today())?.npsQuietDays ?? 0,
    errors,
    notices: [
      ...notices,
      ...consulted.notices,
      ...acquisitionNotices(typeNumber, occurredOn, last, agreed?.renewedContactMonths ?? 0),
      ...followUp.notices,
      ...specificTypeNotices(typeNumber, { subject, summary: input.summary, medium }),
      ...vacancyLogNotices(typeNumber, `${subject}\n${input.summary}`),
      ...promiseNotices(promisesIn(input.summary, occurredOn), planned),
    ],
  };
}
