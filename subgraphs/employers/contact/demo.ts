import { daysBefore } from '../../../demo/employers.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { Outcome } from '../../payload.js';
import { demoAs } from '../demo-as.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { demoMoments } from './demo-moments.js';
import { NpsSurvey } from './satisfaction/nps-survey.js';
import { recordNpsResponse } from './satisfaction/record-nps-response.js';
import { registerContactMoment } from './register-contact-moment.js';

const uuid = (family: string, n: number): string => `${family}-0000-7000-8000-${n.toString().padStart(12, '0')}`;
/** The ids of the nth moment and its survey: fixed, so that examples can name them. */
const idsOf = (n: number): (() => string) => {
  const ids = [uuid('c0a7ac70', n), uuid('c0a70595', n)];
  return () => ids.shift()!;
};

const done = (outcome: Outcome): string => {
  if (!outcome.id) throw new Error(`demo data refused: ${JSON.stringify(outcome.errors)}`);
  return outcome.id;
};

/** Registers the demo's contact moments through the verb of every day, each on its own day, and the answers to their surveys. */
export async function seedContact(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  const today = context.clock.today();
  const people = await em.find(ContactPerson, {}, { orderBy: { name: 'asc' }, disableIdentityMap: true });
  const bySubject = new Map<string, string>();
  for (const [n, demo] of demoMoments.entries()) {
    const { employerId, by, ago, type, medium, subject, summary, follows, followUp, score, comment } = demo;
    const occurredOn = daysBefore(today, ago);
    const earlier = follows && bySubject.get(follows);
    const input = {
      employerId,
      typeNumber: type,
      medium,
      subject,
      summary,
      occurredOn,
      participantIds: people
        .filter((p) => p.employerId === employerId)
        .slice(0, 1)
        .map((p) => p.id),
      relatedToIds: earlier ? [earlier] : [],
      followUps: followUp
        ? [{ title: followUp.title, ownerId: followUp.ownerId, dueOn: daysBefore(occurredOn, -followUp.withinDays) }]
        : [],
    };
    const id = done(await registerContactMoment(demoAs(context, by, occurredOn), em, input, idsOf(n + 1)));
    bySubject.set(subject, id);
    if (score === undefined) continue;
    const survey = await em.findOneOrFail(NpsSurvey, { contactMomentId: id }, { disableIdentityMap: true });
    const answer = { surveyId: survey.id, score, comment };
    done(await recordNpsResponse(demoAs(context, 'prof-14', daysBefore(today, ago - 5)), em, answer));
  }
  // The invitations went out at the time: nobody is written to of contacts long past.
  await em.execute(
    "update mail set settled_at = requested_at, outcome = 'SENT' where kind = 'NPS_INVITATION' and settled_at is null",
  );
  await em.execute('update nps_survey set sent_at = invited_at where sent_at is null and withdrawn_at is null');
}
