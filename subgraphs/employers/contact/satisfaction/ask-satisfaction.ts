import { v7 } from 'uuid';
import { ZONE } from '../../../../runtime/clock.js';
import type { Context } from '../../../context.js';
import { whoAsks } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { ContactPerson } from '../../dossier/contact-person.js';
import { MailKind } from '../../mail/mail.js';
import { requestMail } from '../../mail/request-mail.js';
import { daysBefore } from '../days.js';
import type { ContactMomentType } from '../contact-moment-type.js';
import { NpsSurveySchema } from './nps-survey.js';
import { surveyFor } from './survey-for.js';

export interface Asked {
  surveyId: string | null;
  notices: RuleNotice[];
}

/** Whether the employer was asked less than `quietDays` ago. One asker of an employer at a time, so that none overtakes. */
async function askedLately(em: EntityManager, employerId: string, today: string, quietDays: number): Promise<boolean> {
  if (quietDays === 0) return false;
  await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`nps ${employerId}`]);
  const rows = await em.execute<unknown[]>(
    `select 1 from nps_survey where employer_id = ? and withdrawn_at is null
       and (invited_at at time zone '${ZONE}')::date > ? limit 1`,
    [employerId, daysBefore(today, quietDays)],
  );
  return rows.length > 0;
}

/** Who of the contact persons are written to: who still work there and have an address, one of those who share it. */
async function invited(em: EntityManager, participantIds: readonly string[]): Promise<ContactPerson[]> {
  if (participantIds.length === 0) return [];
  const people = await em.find(
    ContactPerson,
    { id: { $in: [...participantIds] }, active: true, email: { $ne: null } },
    { orderBy: { name: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  const byAddress = new Map(people.map((person) => [person.email!.trim().toLowerCase(), person]));
  return people.filter((person) => byAddress.get(person.email!.trim().toLowerCase()) === person);
}

/**
 * Asks the employer how satisfied it is when the type of the contact asks for it: a survey, and a mail to
 * each of the contact persons who were there, who see no address but their own. Not within the quiet days that the region chose.
 */
export async function askSatisfaction(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  moment: { id: string; employerId: string; participantIds: readonly string[] },
  type: ContactMomentType,
  quietDays: number,
  newId: () => string = v7,
): Promise<Asked> {
  const survey = surveyFor(type);
  if (!survey) return { surveyId: null, notices: [] };
  const { employerId } = moment;
  const today = context.clock.today();
  if (await askedLately(em, employerId, today, quietDays))
    return {
      surveyId: null,
      notices: [
        {
          code: 'NPS_QUIET_PERIOD',
          message: `De werkgever is korter dan ${quietDays} dagen geleden naar tevredenheid gevraagd en wordt nu niet opnieuw gevraagd.`,
          requirement: 'R-092',
          severity: Severity.INFO,
        },
      ],
    };
  const surveyId = newId();
  const now = context.clock.now();
  const actorId = whoAsks(context).professionalId;
  await em.insert(NpsSurveySchema, {
    id: surveyId,
    contactMomentId: moment.id,
    employerId,
    invitedAt: now,
    note: survey.note,
  });
  await context.publish(em, {
    type: 'nps.invited',
    occurredOn: today,
    recordedAt: now,
    actorId,
    data: { employerId, surveyId },
  });
  for (const { id } of await invited(em, moment.participantIds))
    await requestMail(context, em, {
      kind: MailKind.NPS_INVITATION,
      subjectId: surveyId,
      recipientIds: [id],
      by: actorId,
    });
  return { surveyId, notices: [] };
}
