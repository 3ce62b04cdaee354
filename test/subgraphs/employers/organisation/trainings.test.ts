import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

const RECORD = `mutation ($input: RecordTrainingInput!) { recordTraining(input: $input) {
  training { id kind title on professional { id } } errors { code path message requirement } } }`;
const record = async (input: object, as = 'accountmanager') =>
  (await graph.data(RECORD, { input }, { as })).recordTraining;
const rows = async () => (await graph.query('select id from employers.training')).length;

test('R-253: the holder of an account shows the last training, and earlier ones after it', async () => {
  const { training, errors } = await record({ kind: 'STRATEGIC_PARTNERSHIP', on: '2026-03-10' });
  expect(errors).toEqual([]);
  expect(training).toMatchObject({ kind: 'STRATEGIC_PARTNERSHIP', title: null, professional: { id: 'prof-01' } });
  const earlier = await record({ title: ' Loonwaarde ', on: '2026-01-05' });
  expect(earlier.training).toMatchObject({ kind: 'OTHER', title: 'Loonwaarde', on: '2026-01-05' });
  const { me, professionals } = await graph.data(
    '{ me { lastTraining { on kind } trainings { on } } professionals(role: CASE_MANAGER) { lastTraining { on } trainings { on } } }',
  );
  expect(me.lastTraining).toEqual({ on: '2026-03-10', kind: 'STRATEGIC_PARTNERSHIP' });
  const days = me.trainings.map(({ on }: { on: string }) => on);
  expect(days).toEqual([...days].sort().reverse());
  expect(days).toEqual(expect.arrayContaining(['2026-03-10', '2026-01-05']));
  expect(professionals[0]).toEqual({ lastTraining: null, trainings: [] });
});

test('R-253: management records it for somebody of the own region', async () => {
  const { training } = await record({ professionalId: 'prof-03', kind: 'PEER_REVIEW', on: '2026-03-09' }, 'manager');
  expect(training).toMatchObject({ professional: { id: 'prof-03' }, on: '2026-03-09' });
});

test('R-253: one training stands once, however often it is asked at the same time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => record({ title: 'Regionaal overleg', on: '2026-02-02' }, 'matchmaker')),
  );
  expect(answers.filter(({ training }) => training)).toHaveLength(1);
  expect(answers.filter(({ errors }) => errors[0]?.code === 'TRAINING_EXISTS')).toHaveLength(4);
});

describe('recordTraining refuses, in Dutch, and writes nothing:', () => {
  beforeAll(() => record({ title: 'Dubbel', on: '2026-02-03' }));
  test.each([
    ['no title', { title: null }, 'REQUIRED', 'title'],
    ['a blank title', { title: '  ' }, 'REQUIRED', 'title'],
    ['a short title', { title: 'ab' }, 'TOO_SHORT', 'title'],
    ['a long title', { title: 'x'.repeat(201) }, 'TOO_LONG', 'title'],
    ['a long title of peer review', { kind: 'PEER_REVIEW', title: 'x'.repeat(201) }, 'TOO_LONG', 'title'],
    ['tomorrow', { on: '2026-03-11' }, 'IN_THE_FUTURE', 'on'],
    ['the last day of 1999', { on: '1999-12-31' }, 'TOO_LONG_AGO', 'on'],
    ['somebody unknown', { professionalId: 'x' }, 'UNKNOWN_PROFESSIONAL', 'professionalId'],
    ['a colleague', { professionalId: 'prof-02' }, 'NOT_YOURS', 'professionalId'],
    ['the same again', { title: 'Dubbel', on: '2026-02-03' }, 'TRAINING_EXISTS', 'on'],
  ])('%s', async (_, more, code, field) => {
    const before = await rows();
    const { training, errors } = await record({ title: 'Gespreksvoering', on: '2026-03-01', ...more });
    expect(training).toBeNull();
    expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringContaining(`(${field})`) }]);
    expect(await rows()).toBe(before);
  });
  test('somebody of another region, also by management', async () => {
    const { errors } = await record({ professionalId: 'prof-18', title: 'Elders', on: '2026-03-01' }, 'manager');
    expect(errors).toMatchObject([{ code: 'NOT_YOURS', path: ['input', 'professionalId'] }]);
  });
  test.each([
    ['a day that is none', { title: 'Gesprek', on: '2026-02-30' }],
    ['a kind that is none', { title: 'Gesprek', on: '2026-02-03', kind: 'PARTY' }],
    ['a title that is a number', { title: 7, on: '2026-02-03' }],
    ['no day', { title: 'Gesprek' }],
  ])('%s', async (_, input) => {
    const before = await rows();
    const { errors } = await graph.ask(RECORD, { input });
    expect(errors).toHaveLength(1);
    expect(await rows()).toBe(before);
  });
});
