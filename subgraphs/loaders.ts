import DataLoader from 'dataloader';
import type { EntityClass } from '@mikro-orm/core';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from './database.js';
import { read } from './read.js';

/** PostgreSQL refuses to compare with a text that holds U+0000: no value of ours does. */
const isText = (value: unknown): boolean => typeof value !== 'string' || !value.includes('\0');

/** The ids that can exist: where ids are UUIDs, PostgreSQL refuses to compare with anything else. */
const possible = (em: EntityManager, entity: EntityClass<unknown>, ids: readonly string[]): string[] =>
  (em.getMetadata().get(entity).properties as Record<string, { columnTypes: string[] }>)['id']?.columnTypes[0] ===
  'uuid'
    ? ids.filter((id) => isUuid(id))
    : ids.filter(isText);

/** Loads records by id, each once per request, all that one tick asks for in one statement. */
export const byId = <T extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<T>,
): DataLoader<string, T | null> =>
  new DataLoader(async (ids) => {
    const rows = await read(em, entity, { id: possible(em, entity, ids) } as never);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** Loads the records whose column `key` has a value, in `order`, for all values that one tick asks for in one statement. */
export const listBy = <T extends object, K extends keyof T & string>(
  em: EntityManager,
  entity: EntityClass<T>,
  key: K,
  order: Partial<Record<keyof T & string, 'asc' | 'desc'>>,
): DataLoader<string, T[]> =>
  new DataLoader(async (values) => {
    const rows = await read(em, entity, { [key]: values.filter(isText) } as never, order);
    const lists = new Map<unknown, T[]>(values.map((value) => [value, []]));
    for (const row of rows) lists.get(row[key as keyof typeof row])?.push(row);
    return values.map((value) => lists.get(value)!);
  });
