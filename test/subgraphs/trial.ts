import { defineEntity, p } from '@mikro-orm/core';
import { silent } from '../../runtime/log.js';
import { openDatabase, type Database, type DatabaseOptions } from '../../subgraphs/database.js';
import { historyTables, keepsHistory } from '../../subgraphs/history.js';
import { migration } from '../../subgraphs/migration.js';
import { answeredWritesTable } from '../../subgraphs/write.js';

export const ThingSchema = defineEntity({
  name: 'Thing',
  tableName: 'thing',
  properties: { id: p.text().primary(), name: p.text(), note: p.text().nullable() },
});
export class Thing extends ThingSchema.class {}
ThingSchema.setClass(Thing);

/** Tables as a subgraph has them, with one kind of record: to try what all subgraphs share. */
export const trialMigrations = [
  migration(
    '0001-trial',
    ...historyTables,
    answeredWritesTable,
    'create table thing (id text primary key, name text not null, note text)',
    ...keepsHistory('thing'),
  ),
];

export const openTrial = (url: string, more: Partial<DatabaseOptions> = {}): Promise<Database> =>
  openDatabase({ url, schema: 'trial', entities: [ThingSchema], migrations: trialMigrations, log: silent, ...more });
