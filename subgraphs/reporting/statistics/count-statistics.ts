import { rate } from '../half-up.js';
import { scoreNps } from '../score-nps.js';
import { TargetGroup } from '../../target-group.js';
import type { CohortRow } from './cohorts-per-year.js';
import type { CountRow } from './counts-per-year.js';
import type { EmployerStatistics, YearCount } from './employer-statistics.js';

const sum = <T>(rows: T[], count: (row: T) => number): number => rows.reduce((total, row) => total + count(row), 0);

/**
 * One employer's statistics from its counts. Lists a year hold one entry for each of `years`, in that order,
 * also for one without facts or asked twice; figures over the years together count each year once.
 */
export function countStatistics(years: number[], counts: CountRow[], cohorts: CohortRow[]): EmployerStatistics {
  const asked = counts.filter(({ year }) => years.includes(year));
  const started = cohorts.filter(({ year }) => years.includes(year));
  const of = (kind: CountRow['kind'], detail?: string) =>
    asked.filter((row) => row.kind === kind && (detail === undefined || row.detail === detail));
  const perYear = (rows: CountRow[]): YearCount[] =>
    years.map((year) => ({ year, count: sum(rows, (row) => (row.year === year ? row.count : 0)) }));
  return {
    placementsPerYear: perYear(of('placement.registered')),
    placementsByTargetGroup: Object.values(TargetGroup).map((targetGroup) => ({
      targetGroup,
      count: sum(of('placement.registered', targetGroup), (row) => row.count),
    })),
    contactMomentsPerYear: perYear(of('contact-moment.registered')),
    visits: perYear(of('contact-moment.registered', 'VISIT')),
    nps: scoreNps({
      scores: of('nps.answered').map(({ detail, count }) => ({ score: Number(detail), count })),
      invited: sum(started, (row) => row.invited),
      invitedAnswered: sum(started, (row) => row.answered),
    }),
    vacancyFillRate: rate(
      sum(started, (row) => row.filled),
      sum(started, (row) => row.positions),
    ),
  };
}
