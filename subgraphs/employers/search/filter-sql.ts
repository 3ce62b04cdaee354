import { GraphQLError } from 'graphql';
import type { EmployerFilter } from './employer-filter.js';

/** A condition on `employer e` and its `employer_search s`. */
export interface Sql {
  sql: string;
  values: unknown[];
}

/** The main holder of today, of the account in any region. Takes today twice. */
const HOLDS = `from account_holdership h where h.employer_id = e.id and h.valid_from <= ?::date
  and (h.valid_until is null or h.valid_until >= ?::date)`;

/** A running plan whose review should have been, by what its owner's region had agreed when it was last reviewed. Takes today. */
const OVERDUE = `exists (select from account_plan p where p.employer_id = e.id and p.status in ('ACTIVE', 'UNDER_REVIEW')
  and coalesce(p.last_reviewed_on, p.drawn_up_on) + make_interval(months => coalesce((
    select a.account_plan_review_months from region_agreements a where a.region_id = (select region_ids[1] from professional where id = p.owned_by_id) and a.valid_from <= coalesce(p.last_reviewed_on, p.drawn_up_on)
    order by a.valid_from desc limit 1), 6)) < ?::date)`;

/** A vacancy that vacancies told of: it has begun, and nobody has closed it. Takes today. */
const OPEN_VACANCY = `exists (select from employer_activity v where v.employer_id = e.id and v.kind = 'VACANCY' and v.ended_on is null
  and v.began_on <= ?::date)`;

function sbiCode(prefix: string): string {
  if (/^\d{1,5}$/.test(prefix)) return prefix;
  throw new GraphQLError('Ongeldige waarde voor sbiPrefix: geef 1 tot en met 5 cijfers, zonder punten.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'filter' },
  });
}

/** What the filter asks, as one condition; all of it must hold. Lists are one value each, so that the text stays the same. */
export function filterSql(filter: EmployerFilter | null | undefined, today: string): Sql {
  // A merged dossier lives on in another.
  const parts: [string, ...unknown[]][] = [['e.merged_into_id is null']];
  const given = filter ?? {};
  if (given.regionId) parts.push(['e.region_id = ?', given.regionId]);
  if (given.sectors) parts.push(['e.sector = any(?::text[])', given.sectors]);
  if (given.tiers) parts.push(['e.tier = any(?::text[])', given.tiers]);
  if (given.relationStatus) parts.push(['e.relation_status = any(?::text[])', given.relationStatus]);
  if (typeof given.keyAccount === 'boolean') parts.push(['e.is_key_account = ?', given.keyAccount]);
  if (given.portfolioId) parts.push(['e.portfolio_id::text = ?', given.portfolioId]);
  if (given.city?.trim()) parts.push(['plain(s.city) = plain(?)', given.city.trim()]);
  if (given.sbiPrefix)
    parts.push(["exists (select from unnest(s.sbi_codes) code where code like ? || '%')", sbiCode(given.sbiPrefix)]);
  if (given.holderId) parts.push([`exists (select ${HOLDS} and h.holder_id = ?)`, today, today, given.holderId]);
  if (typeof given.withoutHolder === 'boolean')
    parts.push([`${given.withoutHolder ? 'not ' : ''}exists (select ${HOLDS} and h.is_main)`, today, today]);
  if (given.noContactSince)
    parts.push(['(s.last_contact_on is null or s.last_contact_on < ?::date)', given.noContactSince]);
  if (typeof given.hasOpenVacancies === 'boolean')
    parts.push([`${given.hasOpenVacancies ? '' : 'not '}${OPEN_VACANCY}`, today]);
  if (typeof given.planOverdue === 'boolean') parts.push([`${given.planOverdue ? '' : 'not '}${OVERDUE}`, today]);
  return {
    sql: parts.map(([sql]) => `(${sql})`).join(' and ') || 'true',
    values: parts.flatMap(([, ...values]) => values),
  };
}
