import type { EntityManager } from './database.js';
import type { Event } from './events.js';
import { keepsHistory } from './history.js';
import { prepared } from './prepared.js';

/**
 * Who left, or came back after that (`active`), as the employers subgraph tells it. In vacancies also who never left: it is told
 * of everybody, and knows whom there is (`vacancies/known/professionals.ts`).
 */
export const professionalLeftTable: string[] = [
  `create table professional_left (
    id text primary key,
    active boolean not null,
    version int not null,
    known_at timestamptz not null
  )`,
  ...keepsHistory('professional_left'),
];

/** Keeps that somebody left, or is back. What was told before it changes nothing, however late it comes. */
export async function keepWhoLeft(
  em: EntityManager,
  { data: { professionalId, active, version }, recordedAt }: Pick<Event<'professional.changed'>, 'data' | 'recordedAt'>,
): Promise<void> {
  await prepared(
    em,
    `insert into professional_left as known (id, active, version, known_at) values (?, ?, ?, ?::timestamptz)
     on conflict (id) do update
       set active = excluded.active, version = excluded.version, known_at = excluded.known_at
       where excluded.version > known.version`,
    [professionalId, active, version, recordedAt],
  );
}

/** The ids of those who left. */
export const whoLeft = async (em: EntityManager): Promise<string[]> =>
  (await prepared<{ id: string }>(em, 'select id from professional_left where not active', [])).map(({ id }) => id);
