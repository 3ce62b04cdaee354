import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import { page, pageSize, readCursor, type Page } from '../../pages.js';
import { prepared } from '../../prepared.js';
import { read } from '../../read.js';
import { VacancyLogEntry, type VacancyLogKind } from './vacancy-log-entry.js';

/** Which page of a log: of what length, and after which line. */
export interface PageOfLog {
  first: number;
  after: string | null | undefined;
  /** Moment and id of the last line of the page before. */
  begin: [at: string, id: string] | null;
}

const keysOf = ({ at, id }: VacancyLogEntry) => [at.toISOString(), id];

function beginOf(after: string): [string, string] {
  const [at, id] = readCursor(after, 2).map(String) as [string, string];
  if (Number.isNaN(Date.parse(at)) || !isUuid(id)) {
    throw new GraphQLError('Ongeldige waarde voor after: gebruik een cursor die een eerdere bladzijde gaf.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
    });
  }
  return [at, id];
}

/** @throws GraphQLError BAD_USER_INPUT for a length or a place that cannot be */
export const pageOfLog = (first: number, after: string | null | undefined): PageOfLog => ({
  first: pageSize(first),
  after,
  begin: after ? beginOf(after) : null,
});

async function pagesAlike(
  em: EntityManager,
  kinds: readonly VacancyLogKind[],
  vacancyIds: string[],
  { first, after, begin }: PageOfLog,
): Promise<Map<string, Page<VacancyLogEntry>>> {
  const found = await prepared<{ vacancy_id: string; total: number; ids: string[] }>(
    em,
    `select v.id::text as vacancy_id, counted.total, coalesce(picked.ids, '{}') as ids
     from unnest(?::uuid[]) as v(id)
     cross join lateral (
       select count(*)::int as total from vacancy_log_entry where vacancy_id = v.id and kind = any(?::text[])
     ) counted
     cross join lateral (
       select array_agg(id::text order by at desc, id desc) as ids from (
         select id, at from vacancy_log_entry
         where vacancy_id = v.id and kind = any(?::text[]) ${begin ? 'and (at, id) < (?::timestamptz, ?::uuid)' : ''}
         order by at desc, id desc limit ?
       ) newest
     ) picked`,
    [vacancyIds, kinds, kinds, ...(begin ?? []), first + 1],
  );
  const ids = found.flatMap((one) => one.ids);
  const rows = ids.length ? await read(em, VacancyLogEntry, { id: ids }) : [];
  const entries = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    found.map(({ vacancy_id, total, ids: picked }) => [
      vacancy_id,
      page(
        picked.map((id) => entries.get(id)!),
        first,
        total,
        after,
        keysOf,
      ),
    ]),
  );
}

/** Pages of the logs of many vacancies, of `kinds` alone: two statements for all that ask for the same page. */
export function pagesOfLog(
  em: EntityManager,
  kinds: readonly VacancyLogKind[],
): DataLoader<PageOfLog & { vacancyId: string }, Page<VacancyLogEntry>, string> {
  const alike = ({ first, after }: PageOfLog) => JSON.stringify([first, after ?? null]);
  return new DataLoader(
    async (asked) => {
      const found = new Map<string, Map<string, Page<VacancyLogEntry>>>();
      for (const [key, one] of new Map(asked.map((each) => [alike(each), each]))) {
        const ids = asked.filter((each) => alike(each) === key).map(({ vacancyId }) => vacancyId);
        found.set(key, await pagesAlike(em, kinds, ids, one));
      }
      return asked.map((one) => found.get(alike(one))!.get(one.vacancyId)!);
    },
    { cacheKeyFn: (one) => `${one.vacancyId} ${alike(one)}` },
  );
}
