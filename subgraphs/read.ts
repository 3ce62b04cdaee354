import type { EntityClass, EntityProperty } from '@mikro-orm/core';
import type { EntityManager } from './database.js';
import { preparedValues } from './prepared.js';

export type Order = 'asc' | 'desc' | 'asc nulls first';

/** How the rows of one table become records. */
interface Reading<T> {
  /** `select COLUMNS from TABLE`. */
  select: string;
  property(name: string): { column: string; type: string };
  record(values: unknown[]): T;
}

type Convert = ((value: unknown) => unknown) | null;

function converterOf(em: EntityManager, property: EntityProperty): Convert {
  const { customType: type, runtimeType } = property;
  if (type) return (value) => type.convertToJSValue(value as never, em.getPlatform());
  return runtimeType === 'Date' ? (value) => new Date(value as string) : null;
}

function readingOf<T extends object>(em: EntityManager, entity: EntityClass<T>): Reading<T> {
  const meta = em.getMetadata().get(entity);
  const properties = meta.props as unknown as EntityProperty[];
  const quote = (name: string): string => `"${name}"`;
  const columns = properties.map(({ fieldNames }) => quote(fieldNames[0]!));
  const names = properties.map(({ name }) => name as string);
  const converters = properties.map((property) => converterOf(em, property));
  // A record has the methods of its class, and none of the traps by which MikroORM would see it change.
  const prototype = Object.create(
    entity.prototype as object,
    Object.fromEntries(names.map((name) => [name, { value: undefined, writable: true, configurable: true }])),
  ) as object;
  return {
    select: `select ${columns.join(', ')} from ${quote(em.config.get('schema')!)}.${quote(meta.tableName)} as r`,
    property(name) {
      const { fieldNames, columnTypes } = properties[names.indexOf(name)]!;
      return { column: quote(fieldNames[0]!), type: columnTypes[0]! };
    },
    record(values) {
      const record = Object.create(prototype) as Record<string, unknown>;
      for (let n = 0; n < names.length; n++) {
        const value = values[n];
        const convert = converters[n];
        record[names[n]!] = value === null || !convert ? value : convert(value);
      }
      return record as T;
    },
  };
}

const known = new WeakMap<object, Map<unknown, Reading<never>>>();

/**
 * Reads the records whose properties have one of the values given, in `order`, to be answered and not changed: past
 * MikroORM's unit of work, which costs more than PostgreSQL does. Values of one property are one array, so the text
 * is the same however many there are, and stays prepared.
 */
export async function read<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  where: Partial<Record<keyof T & string, readonly unknown[]>>,
  order: Partial<Record<keyof T & string, Order>> = {},
): Promise<T[]> {
  const metadata = em.getMetadata();
  const readings = known.get(metadata) ?? new Map<unknown, Reading<never>>();
  known.set(metadata, readings);
  const reading = (readings.get(entity) as Reading<T> | undefined) ?? readingOf(em, entity);
  readings.set(entity, reading as Reading<never>);
  const conditions = Object.keys(where).map((name) => {
    const { column, type } = reading.property(name);
    return `${column} = any(?::${type}[])`;
  });
  const sorted = Object.entries(order).map(([name, direction]) => `${reading.property(name).column} ${direction}`);
  const sql = [
    reading.select,
    conditions.length ? `where ${conditions.join(' and ')}` : '',
    sorted.length ? `order by ${sorted.join(', ')}` : '',
  ].join(' ');
  return (await preparedValues(em, sql, Object.values(where))).map((values) => reading.record(values));
}
