import type { EntityManager } from '../../database.js';
import type { NpsScore } from '../nps-score.js';
import { scoreNps } from '../score-nps.js';
import { CONTACT, notWithdrawn } from '../facts/contact-facts.js';
import type { Period } from './period.js';

/** Answers and invitations of a period. A survey is of the team that registered the contact moment it followed. */
export async function npsReport(em: EntityManager, { from, to, teamId, knownAt }: Period): Promise<NpsScore> {
  const rows = await em.execute<{ kind: string; score: number | null; count: number; answered: number }[]>(
    `select kind, (payload->>'score')::int as score, count(*)::int as count,
       count(*) filter (where exists (
         select from fact answer where answer.kind = 'nps.answered'
           and answer.payload->>'surveyId' = told.payload->>'surveyId' and answer.known_at <= ?
       ))::int as answered
     from fact told
     where kind in ('nps.invited', 'nps.answered') and occurred_on between ? and ? and known_at <= ?
       and (?::text is null or exists (
         select from fact contact where contact.kind in ${CONTACT}
           and contact.payload->>'npsSurveyId' = told.payload->>'surveyId' and contact.known_at <= ?
           and ? = any(contact.team_ids)
       ))
       and (kind <> 'nps.invited' or ${notWithdrawn('?')})
     group by 1, 2`,
    [knownAt, from, to, knownAt, teamId, knownAt, teamId, knownAt],
  );
  const invitations = rows.find(({ kind }) => kind === 'nps.invited');
  return scoreNps({
    scores: rows.flatMap(({ score, count }) => (score === null ? [] : [{ score, count }])),
    invited: invitations?.count ?? 0,
    invitedAnswered: invitations?.answered ?? 0,
  });
}
