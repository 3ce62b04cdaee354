import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Subgraph, SubgraphOptions } from '../../subgraphs/open.js';
import { alone, type Alone } from './alone.js';

const root = join(import.meta.dirname, '../..');
const openers = globSync('subgraphs/*/open-*.ts', { cwd: root }).sort();

interface Column {
  table_name: string;
  column_name: string;
  is_nullable: 'YES' | 'NO';
  data_type: string;
}

/** What MikroORM calls a property's type, and the types of column that hold it. */
const holds: Record<string, RegExp> = {
  UuidType: /^uuid$/,
  text: /^text$/,
  integer: /^integer$/,
  boolean: /^boolean$/,
  DateType: /^date$/,
  datetime: /^timestamp with time zone$/,
  JsonType: /^jsonb$/,
  ArrayType: /^ARRAY$/,
  enum: /^text$/,
  float: /^double precision$/,
};

test('all four subgraphs are looked at', () => {
  expect(openers.map((file) => basename(dirname(file)))).toEqual(['employers', 'jobseekers', 'reporting', 'vacancies']);
});

describe.each(openers)('the tables of %s', (file) => {
  const name = basename(dirname(file));
  let one: Alone;
  let columns: Column[];

  beforeAll(async () => {
    const opener = Object.values(await import(join(root, file))).find((value) => typeof value === 'function');
    one = await alone(opener as (options: SubgraphOptions) => Promise<Subgraph>, { demo: false });
    columns = (await one.query(
      'select table_name, column_name, is_nullable, data_type from information_schema.columns where table_schema = $1',
      [name],
    )) as unknown as Column[];
  });
  afterAll(() => one?.close());

  test('have a column for every property, as nullable as the property and of its type', () => {
    const entities = [...one.subgraph.database.orm.getMetadata().getAll().values()].filter(
      (e) => !e.abstract && !e.embeddable,
    );
    const odd = entities.flatMap((entity) =>
      Object.values(entity.properties)
        .filter((property) => property.persist !== false)
        .flatMap((property) =>
          property.fieldNames.flatMap((field) => {
            const column = columns.find((c) => c.table_name === entity.tableName && c.column_name === field);
            const path = `${entity.className}.${property.name}`;
            if (!column) return [`${path} has no column ${entity.tableName}.${field}`];
            const type = property.enum ? 'enum' : property.runtimeType === 'Date' ? 'datetime' : property.type;
            return [
              ...((column.is_nullable === 'YES') === Boolean(property.nullable)
                ? []
                : [`${path} is ${property.nullable ? '' : 'not '}nullable and its column is the other way`]),
              ...(holds[type]?.test(column.data_type) ? [] : [`${path} is ${type} and its column ${column.data_type}`]),
            ];
          }),
        ),
    );
    expect(entities.length).toBeGreaterThan(0);
    expect(odd).toEqual([]);
  });

  test('have no column that nobody writes and that may not be empty', () => {
    const entities = [...one.subgraph.database.orm.getMetadata().getAll().values()];
    const known = new Set(
      entities.flatMap((e) =>
        Object.values(e.properties).flatMap((p) => p.fieldNames.map((f) => `${e.tableName}.${f}`)),
      ),
    );
    const tables = new Set(entities.map((e) => e.tableName));
    const forgotten = columns
      .filter(
        (c) => tables.has(c.table_name) && !known.has(`${c.table_name}.${c.column_name}`) && c.is_nullable === 'NO',
      )
      .map((c) => `${c.table_name}.${c.column_name}`);
    expect(forgotten).toEqual([]);
  });

  test('keep the history of every record, or never change one', async () => {
    const triggers = await one.query(
      `select event_object_table as name from information_schema.triggers
       where trigger_schema = $1 and (trigger_name = 'keep_history' or action_statement like '%refuse_change%')`,
      [name],
    );
    const guarded = new Set(triggers.map((row) => row.name));
    const tables = new Set([...one.subgraph.database.orm.getMetadata().getAll().values()].map((e) => e.tableName));
    expect([...tables].filter((table) => !guarded.has(table))).toEqual([]);
  });
});
