import type pg from 'pg';
import { nameOf, random } from './names.js';

/** Rows sent in one statement. */
const BATCH = 5_000;
const SECTORS = [
  'Bouw',
  'Zorg',
  'Transport & Logistiek',
  'Horeca',
  'Facilitair',
  'Techniek',
  'Detailhandel',
  'Zakelijke diensten',
];
const CITIES = [
  'Rotterdam',
  'Capelle aan den IJssel',
  'Schiedam',
  'Utrecht',
  'Zeist',
  'Maassluis',
  'Barendrecht',
  'Houten',
];
const TIERS = [null, null, null, 'BASE', 'BASE', 'BRONZE', 'SILVER', 'GOLD'];

/** What is filled: its indexes are left until all rows are there, which takes a third of the time. */
const TABLES = ['employer', 'employer_search', 'search_word', 'search_posting'];

/** Drops the indexes of `TABLES` that no constraint needs. @returns the statements that make them again */
async function dropIndexes(owner: pg.ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; statement: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as statement
     from pg_index i where i.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ statement }) => statement);
}

/**
 * Writes invented employers into the tables of the employers subgraph, numbers `from` up to `to`, as their owner, who
 * is a superuser. The same number is the same employer in every run. What is searched is made at once for all of them,
 * as the subgraph's migration does it, and not row by row.
 */
export async function populate(owner: pg.ClientBase, from: number, to: number, regionId = 'rijnmond'): Promise<void> {
  await owner.query('set search_path to employers, public');
  await owner.query("set maintenance_work_mem = '512MB'");
  // No triggers and no checks of references: what is written is right, and it is much.
  await owner.query('set session_replication_role = replica');
  const indexes = await dropIndexes(owner);
  for (let start = from; start < to; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, to - start) }, (_, i) => {
      const n = start + i;
      const next = random(n + 1);
      return {
        n,
        name: nameOf(next),
        sector: SECTORS[Math.floor(next() * SECTORS.length)],
        tier: TIERS[Math.floor(next() * TIERS.length)],
        city: CITIES[Math.floor(next() * CITIES.length)],
      };
    });
    await owner.query(
      `insert into employer (id, wbs_number, kvk_number, region_id, name, kind, relation_status, is_key_account, sector, tier, lwa,
         manual_visiting_address, manual_set_at, registered_at, version)
       select overlay(overlay(md5('employer ' || n) placing '4' from 13) placing '8' from 17)::uuid, 'WBS-P' || n, lpad((10000000 + n)::text, 8, '0'), $2, name, 'DIRECT_EMPLOYER', 'PROSPECT',
         false, sector, tier, '{}', jsonb_build_object('city', city, 'country', 'Nederland'), now(), now(), 1
       from jsonb_to_recordset($1::jsonb) as r(n int, name text, sector text, tier text, city text)`,
      [JSON.stringify(rows), regionId],
    );
  }
  await owner.query('analyze employer');
  await owner.query(
    `insert into employer_search (employer_id, name, name_words, words, city, sbi_codes, last_contact_on)
     select employer_id, name, name_words, coalesce(words, '{}'), city, sbi_codes, last_contact_on from employer_search_source
     where employer_id in (select id from employer where wbs_number like 'WBS-P%') on conflict do nothing`,
  );
  await owner.query(
    `insert into search_word (word) select distinct unnest(words) from employer_search on conflict do nothing`,
  );
  await owner.query(
    `insert into search_posting (word, searched_id) select unnest(words) as word, employer_id from employer_search
     order by word, employer_id on conflict do nothing`,
  );
  for (const statement of indexes) await owner.query(statement);
  await owner.query('set session_replication_role = origin');
  await owner.query(`vacuum analyze ${TABLES.join(', ')}`);
}
