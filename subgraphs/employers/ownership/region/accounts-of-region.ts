import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import type { ContactFact, TakeOverFacts } from '../decision/may-take-over.js';

/** What the rule weighs of one account, without the agreements it is weighed under. */
export interface AccountFacts extends Pick<TakeOverFacts, 'holders' | 'lastContacts' | 'lastNps'> {
  employerId: string;
}

interface Found {
  employer_id: string;
  holdership_id: string;
  holder_id: string;
  is_main: boolean;
  last: [string, string, string] | null;
  by_holder: [string, string, string] | null;
  nps: [string, string, string] | null;
}

const contact = (found: [string, string, string] | null): ContactFact[] =>
  found ? [{ id: found[0], on: found[1], byId: found[2] }] : [];

/**
 * What the rule weighs of every account that has a holder in the region on a day, in one statement however many there
 * are, or of those employers alone: the leading holder, the last contact of anybody and that of the holder, and the last NPS answer of the year.
 */
export async function accountsOfRegion(
  em: EntityManager,
  regionId: string,
  onDate: string,
  employerIds?: readonly string[],
): Promise<AccountFacts[]> {
  const rows = await prepared<Found>(
    em,
    `select h.*, last.found as last, by_holder.found as by_holder, nps.found as nps from (
       select distinct on (employer_id) employer_id, id as holdership_id, holder_id, is_main from account_holdership
       where region_id = ? and valid_from <= ? and (valid_until is null or valid_until >= ?)
         and (?::uuid[] is null or employer_id = any(?::uuid[]))
       order by employer_id, is_main desc, valid_from, id
     ) h
     left join lateral (
       select array[id::text, occurred_on::text, registered_by_id] as found from contact_moment
       where employer_id = h.employer_id and occurred_on <= ? order by occurred_on desc, id desc limit 1
     ) last on true
     left join lateral (
       select array[id::text, occurred_on::text, registered_by_id] as found from contact_moment
       where employer_id = h.employer_id and occurred_on <= ? and registered_by_id = h.holder_id
       order by occurred_on desc, id desc limit 1
     ) by_holder on true
     left join lateral (
       select array[id::text, responded_on::text, score::text] as found from nps_survey
       where employer_id = h.employer_id and responded_on <= ? and responded_on >= (?::date - interval '12 months')::date
       order by responded_on desc, responded_at desc, id desc limit 1
     ) nps on true
     order by h.employer_id`,
    [regionId, onDate, onDate, employerIds ?? null, employerIds ?? null, onDate, onDate, onDate, onDate],
  );
  return rows.map(({ employer_id, holdership_id, holder_id, is_main, last, by_holder, nps }) => ({
    employerId: employer_id,
    holders: [{ id: holdership_id, holderId: holder_id, isMain: is_main }],
    lastContacts: [...contact(by_holder), ...contact(last)],
    lastNps: nps && { id: nps[0], on: nps[1], score: Number(nps[2]) },
  }));
}
