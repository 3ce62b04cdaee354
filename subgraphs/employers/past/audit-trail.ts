import { GraphQLError } from 'graphql';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

export interface AuditLine {
  at: Date;
  action: string;
  actorId: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
  hash: string;
  redacted: boolean;
}

interface Row {
  recorded_at: string;
  operation: string;
  actor_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
  hash: string;
  redacted: boolean;
}

/** What is kept out of every list: secrets, and columns that a search makes of others. */
const HIDDEN = new Set(['ticket_hash', 'token_hash', 'search', 'transaction', 'place']);

const shown = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

function changesOf({ before, after }: Row): AuditLine['changes'] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].filter((one) => !HIDDEN.has(one));
  return fields
    .map((field) => ({ field, before: shown(before?.[field]), after: shown(after[field]) }))
    .filter((change) => change.before !== change.after);
}

const tableOf = (type: string): string => type.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/**
 * Who changed what of a record, newest first, and whether its history is whole: each hash must follow from the one
 * before it.
 * @throws GraphQLError BAD_USER_INPUT for a type of which no history is kept
 */
export async function auditTrail(
  em: EntityManager,
  subjectType: string,
  subjectId: string,
  first: number,
): Promise<{ entries: AuditLine[]; intact: boolean }> {
  const table = tableOf(subjectType);
  const [kept] = await prepared<{ kept: boolean }>(
    em,
    `select exists (select from pg_trigger where tgname = 'keep_history' and tgrelid = to_regclass(quote_ident(?))) as kept`,
    [table],
  );
  if (!kept!.kept)
    throw new GraphQLError('Ongeldige waarde voor subjectType: van dit soort gegeven is hier geen logboek.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'subjectType' },
    });
  const [rows, [chain]] = await Promise.all([
    prepared<Row>(
      em,
      `select recorded_at, operation, actor_id, before, after, hash, redacted_at is not null as redacted
       from history where table_name = ? and record_id = ? order by id desc limit ?`,
      [table, subjectId, first],
    ),
    prepared<{ intact: boolean }>(em, 'select chain_is_intact(?, ?) as intact', [table, subjectId]),
  ]);
  const entries = rows.map((row) => ({
    at: new Date(row.recorded_at),
    action: row.operation,
    actorId: row.actor_id,
    changes: changesOf(row),
    hash: row.hash,
    redacted: row.redacted,
  }));
  return { entries, intact: chain!.intact };
}
