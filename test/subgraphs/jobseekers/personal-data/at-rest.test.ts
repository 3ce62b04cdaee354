import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Bsn } from '../../../../adapters/sonar/bsn.js';
import { jobseekerId, jobseekers } from '../../../../demo/jobseekers.js';
import { keepPersonNumber } from '../../../../subgraphs/jobseekers/personal-data/keep-person-number.js';
import { personNumbers } from '../../../../subgraphs/jobseekers/personal-data/person-numbers.js';
import { resealPersonNumbers } from '../../../../subgraphs/jobseekers/personal-data/reseal-person-numbers.js';
import { createLog, silent } from '../../../../runtime/log.js';
import { Writable } from 'node:stream';
import { jobseekersAlone, type JobseekersAlone } from '../jobseekers-alone.js';

const KEY = randomBytes(32).toString('base64');
const NEXT_KEY = randomBytes(32).toString('base64');
const people = jobseekers('2026-03-10');
const digits = people.map(({ bsn }) => bsn);

/** Every value of every column of every table, of every schema of ours, as text. */
async function everything({ query }: JobseekersAlone): Promise<string> {
  const tables = await query(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.map(({ name }) => name)).toContain('jobseekers.history');
  let all = '';
  for (const { name } of tables)
    for (const { row } of await query(`select to_jsonb(t)::text as row from ${String(name)} t`))
      all += `${String(row)}\n`;
  return all;
}

/** The number as digits, in groups, backwards, and as bytes would stand in text. */
const shapes = (number: string): string[] => [
  number,
  `${number.slice(0, 4)} ${number.slice(4)}`,
  Buffer.from(number).toString('hex'),
  Buffer.from(number).toString('base64').replace(/=+$/, ''),
];

let open: JobseekersAlone;
const answers: unknown[] = [];
beforeAll(async () => {
  open = await jobseekersAlone({ jobseekers: { personNumberKeys: [KEY] } });
  // Everything that touches a number is done once: read, refreshed, refused, silent.
  const QUERY = `query ($id: ID!) { jobseeker(id: $id) { id sonarId name(purpose: "test") benefits { kind } targetGroupRegister { registered } sources { message } provenance { field } } }`;
  const REFRESH = `mutation ($id: ID!) { refreshJobseeker(input: { id: $id }) { jobseeker { id } notices { message } errors { message } } }`;
  for (const n of [1, 6, 13, 24]) answers.push(await open.ask(QUERY, { id: jobseekerId(n) }));
  for (const n of [1, 6, 24]) answers.push(await open.ask(REFRESH, { id: jobseekerId(n) }));
  for (const kind of ['500', 'soap-fault', 'schema'] as const) {
    await open.sonar.fault({ kind });
    answers.push(await open.ask(QUERY, { id: jobseekerId(2) }), await open.ask(REFRESH, { id: jobseekerId(3) }));
  }
  await open.sonar.lift();
  answers.push(
    await open.ask(
      'query ($id: ID!) { processingLog(jobseekerId: $id) { action fields purpose } }',
      { id: jobseekerId(6) },
      { as: 'admin' },
    ),
  );
});
afterAll(() => open.close());

test('each demo jobseeker has a number that passes, and the register is asked with it', async () => {
  const [row] = await open.query('select count(*)::int as n from jobseekers.person_number');
  expect(row).toEqual({ n: 24 });
  for (const number of digits) expect(Bsn.of(number).reveal()).toMatch(/^9999/);
  const told = JSON.stringify(answers);
  expect(told).toContain('"registered":true');
});

test('no number stands in any column of any table, the history with them', async () => {
  const all = await everything(open);
  expect(all).toContain('person_number');
  for (const number of digits) for (const shape of shapes(number)) expect(all).not.toContain(shape);
  const [history] = await open.query(
    "select count(*)::int as n from jobseekers.history where table_name = 'person_number' and after->>'sealed' is not null",
  );
  expect(history).toEqual({ n: 24 });
});

test('no number stands in a log, an answer or an error', () => {
  const told = JSON.stringify(answers) + open.lines.join('\n');
  expect(open.lines.length).toBeGreaterThan(5);
  for (const number of digits) for (const shape of shapes(number)) expect(told).not.toContain(shape);
});

test('no type of the graph has a field for it', () => {
  const names = Object.values(open.subgraph.schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [type.name],
  );
  expect(names.filter((name) => /bsn|personNumber|burgerservice/i.test(name))).toEqual([]);
});

describe('keeping a number', () => {
  const numbers = personNumbers([KEY]);
  const keep = (n: number, number: string) =>
    open.subgraph.database.em().transactional((em) => keepPersonNumber(em, numbers, jobseekerId(n), Bsn.of(number)));
  const row = async (n: number) =>
    (await open.query('select * from jobseekers.person_number where jobseeker_id = $1', [jobseekerId(n)]))[0];

  test('that is kept already changes nothing', async () => {
    const before = await row(1);
    expect(await keep(1, digits[0]!)).toBe('SAME');
    expect(await row(1)).toEqual(before);
  });

  test('of another jobseeker is not done: each number stands once', async () => {
    const before = await row(2);
    expect(await keep(2, digits[0]!)).toBe('TAKEN');
    expect(await row(2)).toEqual(before);
    await expect(
      open.query(
        'update jobseekers.person_number set hash = (select hash from jobseekers.person_number where jobseeker_id = $1) where jobseeker_id = $2',
        [jobseekerId(1), jobseekerId(2)],
      ),
    ).rejects.toThrow(/unique/);
  });

  test('in the place of another keeps the row, and of the old one the ciphertext in its history', async () => {
    const before = await row(24);
    expect(await keep(24, '999990020')).toBe('KEPT');
    expect(await row(24)).toMatchObject({ id: before!.id, key_id: before!.key_id });
    expect((await row(24))!.sealed).not.toBe(before!.sealed);
    expect(await keep(24, digits[23]!)).toBe('KEPT');
  });
});

describe('a number that cannot be read', () => {
  const QUERY = `query ($id: ID!) { jobseeker(id: $id) { sonarId unemploymentPhase targetGroupRegister { registered } benefits { law } sources { source freshness message } } }`;

  test.each([
    ['was tampered with', "sealed = translate(sealed, 'abcdefgh', 'hgfedcba')"],
    ['stands under another key', "key_id = 'onbekend'"],
  ])('because it %s is told so, and all else stays', async (_, change) => {
    const id = jobseekerId(8);
    const [before] = await open.query('select sealed, key_id from jobseekers.person_number where jobseeker_id = $1', [
      id,
    ]);
    await open.query(`update jobseekers.person_number set ${change} where jobseeker_id = $1`, [id]);
    await open.calls();
    const { data, errors } = await open.ask(QUERY, { id });
    expect(data.jobseeker).toMatchObject({
      sonarId: 'SNR-000008',
      targetGroupRegister: null,
      benefits: [{ law: 'WW' }],
    });
    expect(data.jobseeker.sources[1]).toEqual({
      source: 'DOELGROEPENREGISTER',
      freshness: 'UNAVAILABLE',
      message: 'Het doelgroepregister kan niet worden gevraagd: het bewaarde burgerservicenummer is niet te lezen.',
    });
    expect(errors?.map(({ path }) => path!.join('.'))).toEqual(['jobseeker.targetGroupRegister']);
    expect(JSON.stringify(errors) + open.lines.join('')).not.toContain(digits[7]);
    expect(await open.calls()).toEqual({});
    const refreshed = await open.data(
      'mutation ($id: ID!) { refreshJobseeker(input: { id: $id, sources: [UWV] }) { notices { code } errors { code } } }',
      { id },
    );
    expect(refreshed.refreshJobseeker).toEqual({ notices: [{ code: 'PERSON_NUMBER_UNREADABLE' }], errors: [] });
    await open.query('update jobseekers.person_number set sealed = $2, key_id = $3 where jobseeker_id = $1', [
      id,
      before!.sealed,
      before!.key_id,
    ]);
  });
});

test('when the key changes, what stands under the old one is sealed again and opens without it', async () => {
  const { database } = open.subgraph;
  await resealPersonNumbers(database, personNumbers([NEXT_KEY, KEY]), silent);
  const alone = personNumbers([NEXT_KEY]);
  const rows = await open.query(
    'select jobseeker_id, key_id, sealed, hash from jobseekers.person_number order by jobseeker_id',
  );
  expect(rows).toHaveLength(24);
  rows.forEach((row, n) => {
    expect(row.key_id).toBe(alone.keyId);
    const opened = alone.open({ keyId: String(row.key_id), sealed: String(row.sealed) }, String(row.jobseeker_id));
    expect(opened.reveal()).toBe(digits[n]);
    expect(row.hash).toBe(alone.hashes(opened)[0]);
  });
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  await resealPersonNumbers(database, personNumbers([KEY]), createLog('test', { level: 'info', destination }));
  expect(lines.join('')).toContain('"unreadable":24');
  for (const number of digits) expect(lines.join('')).not.toContain(number);
});
