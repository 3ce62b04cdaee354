import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { CONTACT, standing } from '../facts/contact-facts.js';

/** How many facts of one kind an employer has in one year, told apart by what the kind counts. */
export interface CountRow {
  employerId: string;
  year: number;
  kind: 'placement.registered' | 'contact-moment.registered' | 'nps.answered';
  /** Target group, category of medium, or score. */
  detail: string;
  count: number;
}

/** The counts of many employers in many years, in one statement; with those of dossiers merged into them. */
export const countsPerYear = (em: EntityManager, employerIds: string[], years: number[]): Promise<CountRow[]> =>
  prepared<CountRow>(
    em,
    `select whose.counts_for as "employerId", extract(year from occurred_on)::int as year,
       case when kind in ${CONTACT} then 'contact-moment.registered' else kind end as kind,
       coalesce(payload->>'targetGroup', payload->>'category', payload->>'score') as detail, count(*)::int as count
     from known_of(?::text[]) whose join fact told on told.employer_id = whose.employer_id
     where (kind in ('placement.registered', 'nps.answered') or kind in ${CONTACT})
       and extract(year from occurred_on) = any(?::int[]) and (kind not in ${CONTACT} or ${standing()})
     group by 1, 2, 3, 4`,
    [employerIds, years],
  );
