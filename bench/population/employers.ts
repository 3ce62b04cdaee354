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

/**
 * Writes invented employers into the tables of the employers subgraph, numbers `from` up to `to`, as their owner. The
 * same number is the same employer in every run. What is searched is made at once for all of them, as the subgraph's
 * migration does it, and not row by row.
 */
export async function populate(owner: pg.ClientBase, from: number, to: number, regionId = 'rijnmond'): Promise<void> {
  await owner.query('set search_path to employers, public');
  await owner.query('alter table employer disable trigger user');
  try {
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
  } finally {
    await owner.query('alter table employer enable trigger user');
  }
  await owner.query(
    `insert into employer_search (employer_id, name, name_words, words, city, sbi_codes, last_contact_on)
     select employer_id, name, name_words, coalesce(words, '{}'), city, sbi_codes, last_contact_on from employer_search_source
     where employer_id in (select id from employer where wbs_number like 'WBS-P%') on conflict do nothing`,
  );
  await owner.query(
    `insert into search_word (word) select distinct unnest(words) from employer_search on conflict do nothing`,
  );
  await owner.query(
    `insert into search_posting (word, searched_id) select unnest(words), employer_id from employer_search on conflict do nothing`,
  );
  await owner.query('vacuum analyze employer, employer_search, search_word, search_posting');
}
