import type { EntityManager } from '../../database.js';
import { cohortsPerYear } from './cohorts-per-year.js';
import { countsPerYear } from './counts-per-year.js';
import { countStatistics } from './count-statistics.js';
import type { EmployerStatistics } from './employer-statistics.js';

export interface AskedStatistics {
  employerId: string;
  years: number[];
}

/** The statistics of many employers at once, in the order asked: two statements, however many there are. */
export async function statisticsOf(
  em: EntityManager,
  asked: readonly AskedStatistics[],
): Promise<EmployerStatistics[]> {
  const employerIds = [...new Set(asked.map(({ employerId }) => employerId))];
  const years = [...new Set(asked.flatMap((one) => one.years))];
  const [counts, cohorts] = await Promise.all([
    countsPerYear(em, employerIds, years),
    cohortsPerYear(em, employerIds, years),
  ]);
  const countsOf = byEmployer(counts);
  const cohortsOf = byEmployer(cohorts);
  return asked.map((one) =>
    countStatistics(one.years, countsOf.get(one.employerId) ?? [], cohortsOf.get(one.employerId) ?? []),
  );
}

function byEmployer<T extends { employerId: string }>(rows: T[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) lists.set(row.employerId, [...(lists.get(row.employerId) ?? []), row]);
  return lists;
}
