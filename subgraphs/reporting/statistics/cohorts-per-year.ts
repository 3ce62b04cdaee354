import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { notWithdrawn } from '../facts/contact-facts.js';

/** What began at an employer in one year, and what has come of it until now. */
export interface CohortRow {
  employerId: string;
  year: number;
  /** Invitations to say how satisfied one is, and how many of those were answered. */
  invited: number;
  answered: number;
  /** Positions on vacancies opened in the year, and how many of those somebody was placed in. */
  positions: number;
  filled: number;
}

/**
 * The cohorts of many employers in many years, in one statement. A vacancy counts in the year it was first opened,
 * with the positions it was last opened with; more placements than positions do not fill it twice.
 */
export const cohortsPerYear = (em: EntityManager, employerIds: string[], years: number[]): Promise<CohortRow[]> =>
  prepared<CohortRow>(
    em,
    `with known as (
       select whose.counts_for as employer_id, kind, occurred_on, known_at, payload
       from known_of(?::text[]) whose join fact on fact.employer_id = whose.employer_id
       where kind in ('nps.invited', 'nps.answered', 'vacancy.opened', 'placement.registered')
     ), invitation as (
       select employer_id, payload->>'surveyId' as survey, min(occurred_on) as began
       from known told where kind = 'nps.invited' and ${notWithdrawn()} group by 1, 2
     ), answer as (
       select distinct payload->>'surveyId' as survey from known where kind = 'nps.answered'
     ), vacancy as (
       select employer_id, payload->>'vacancyId' as vacancy, min(occurred_on) as began,
         (array_agg((payload->>'positions')::int order by known_at desc))[1] as positions
       from known where kind = 'vacancy.opened' group by 1, 2
     ), placed as (
       select payload->>'vacancyId' as vacancy, count(*) as placements
       from known where kind = 'placement.registered' group by 1
     ), cohort as (
       select employer_id, began, 1 as invited, (answer.survey is not null)::int as answered, 0 as positions, 0 as filled
       from invitation left join answer using (survey)
       union all
       select employer_id, began, 0, 0, positions, least(positions, coalesce(placements, 0))
       from vacancy left join placed using (vacancy)
     )
     select employer_id as "employerId", extract(year from began)::int as year, sum(invited)::int as invited,
       sum(answered)::int as answered, sum(positions)::int as positions, sum(filled)::int as filled
     from cohort where extract(year from began) = any(?::int[])
     group by 1, 2`,
    [employerIds, years],
  );
