import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** Months of vacancies and placements that count. */
export const COUNTED_MONTHS = 12;
/** Half years that continuity looks back over. */
export const HALF_YEARS = 6;

/** What happened at an employer, as far as the pyramid counts it. */
export interface Activity {
  /** First day that counts for vacancies and placements. */
  since: string;
  vacancyIds: string[];
  placementIds: string[];
  /** Per half year, the latest first: how many contact moments and placements. */
  halfYears: { from: string; until: string; contacts: number; placements: number }[];
}

/** Counts what happened at an employer up to and with a day. Twelve months end on that day. */
export async function countActivity(em: EntityManager, employerId: string, onDate: string): Promise<Activity> {
  const day = Temporal.PlainDate.from(onDate);
  const after = (months: number) => day.subtract({ months }).add({ days: 1 }).toString();
  const since = after(COUNTED_MONTHS);
  const halves = Array.from({ length: HALF_YEARS }, (_, n) => ({
    from: after(6 * (n + 1)),
    until: day.subtract({ months: 6 * n }).toString(),
  }));
  const first = halves.at(-1)!.from;
  const [facts, contacts] = [
    await prepared<{ id: string; kind: string; on: string }>(
      em,
      `select id, kind, began_on::text as on from employer_activity
       where employer_id = ?::uuid and began_on between ?::date and ?::date order by began_on desc, id`,
      [employerId, first, onDate],
    ),
    await prepared<{ on: string }>(
      em,
      `select occurred_on::text as on from contact_moment
       where employer_id = ?::uuid and merged_into_id is null and occurred_on between ?::date and ?::date`,
      [employerId, first, onDate],
    ),
  ];
  const idsOf = (kind: string) => facts.filter((one) => one.kind === kind && one.on >= since).map(({ id }) => id);
  const within = (on: string, { from, until }: { from: string; until: string }) => on >= from && on <= until;
  return {
    since,
    vacancyIds: idsOf('VACANCY'),
    placementIds: idsOf('PLACEMENT'),
    halfYears: halves.map((half) => ({
      ...half,
      contacts: contacts.filter(({ on }) => within(on, half)).length,
      placements: facts.filter(({ kind, on }) => kind === 'PLACEMENT' && within(on, half)).length,
    })),
  };
}
