import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { jobseekerId } from '../../../../demo/jobseekers.js';
import { linkPersonNumbers } from '../../../../subgraphs/jobseekers/personal-data/link-person-numbers.js';
import { DEVELOPMENT_PERSON_NUMBER_KEY } from '../../../../subgraphs/jobseekers/personal-data/person-number-keys.js';
import { personNumbers } from '../../../../subgraphs/jobseekers/personal-data/person-numbers.js';
import { jobseekersAlone, type JobseekersAlone } from '../jobseekers-alone.js';

const numbers = personNumbers([DEVELOPMENT_PERSON_NUMBER_KEY]);
let open: JobseekersAlone;
beforeAll(async () => {
  open = await jobseekersAlone();
});
afterAll(() => open.close());

test('a list of Sonar’s is kept line by line, and what is wrong is told by its line', async () => {
  const list = [
    'SNR-000024,999990020',
    'SNR-000001;999991000',
    '',
    'SNR-000002,999991000',
    'SNR-999999,999990032',
    'SNR-000003,999990021',
    'SNR-000003',
    'kenmerk,nummer',
    ' SNR-000004 , 999990032 ',
  ].join('\r\n');
  expect(await linkPersonNumbers(open.subgraph.database, numbers, list)).toEqual({
    kept: 2,
    same: 1,
    invalid: [6, 7, 8],
    unknown: [5],
    taken: [4],
  });
  const [row] = await open.query('select key_id, sealed from jobseekers.person_number where jobseeker_id = $1', [
    jobseekerId(4),
  ]);
  const opened = numbers.open({ keyId: String(row!.key_id), sealed: String(row!.sealed) }, jobseekerId(4));
  expect(opened.reveal()).toBe('999990032');
  const [by] = await open.query(
    "select actor_id from jobseekers.history where table_name = 'person_number' order by id desc limit 1",
  );
  expect(by).toEqual({ actor_id: 'koppeling' });
  expect(open.lines.join('')).not.toMatch(/99999\d{4}/);
});
