import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { chauffeurs, citations, drawnUpTogether } from '../../../demo/agreements.js';
import { testCompanies, vanGelderen } from '../../../demo/employers.js';
import { vacancies as demoVacancies, vacancyId } from '../../../demo/vacancies.js';
import { keepWorkAgreement } from '../../../subgraphs/vacancies/known/work-agreements.js';
import { VacancySchema } from '../../../subgraphs/vacancies/vacancy/vacancy.js';
import { enterVacancy } from '../../../subgraphs/vacancies/vacancy/enter-vacancy.js';
import { TEST_NOW, type Data } from '../alone.js';
import { vacanciesAlone, type VacanciesAlone } from './vacancies-alone.js';

let vacancies: VacanciesAlone;
const statements: string[] = [];
beforeAll(async () => {
  vacancies = await vacanciesAlone({ onStatement: (sql) => statements.push(sql) });
  await told(ids.over, { validUntil: '2026-02-28' });
  await told(ids.longOver, { validUntil: '2026-01-31' });
  await told(ids.lastDayBefore, { validUntil: '2026-02-07' });
  await told(ids.untilOpening, { validUntil: '2026-02-08' });
  await told(ids.untilToday, { validUntil: '2026-03-10' });
  await told(ids.later, { validFrom: '2026-03-11' });
  await told(ids.fromToday, { validFrom: '2026-03-10' });
  await told(ids.cooperation, { kind: 'COOPERATION_AGREEMENT' });
  await told(ids.covenant, { kind: 'COVENANT' });
  await told(ids.plan, { kind: 'ACCOUNT_PLAN' });
  await told(ids.elsewhere, { employerId: testCompanies[0]!.id, kind: 'COVENANT' });
});
afterAll(() => vacancies?.close());

const ids = Object.fromEntries(
  'over longOver lastDayBefore untilOpening untilToday later fromToday cooperation covenant plan elsewhere'
    .split(' ')
    .map((name) => [name, randomUUID()]),
) as Record<string, string>;

const told = (agreementId: string | undefined, change: object): Promise<void> =>
  vacancies.subgraph.database.em().transactional((em) =>
    keepWorkAgreement(em, {
      data: {
        employerId: vanGelderen.id,
        agreementId: agreementId!,
        kind: 'ARRANGEMENT',
        validFrom: '2025-01-01',
        validUntil: null,
        ...change,
      },
      recordedAt: new Date(TEST_NOW).toISOString(),
    }),
  );

/** A vacancy, of the carrier unless said otherwise, opened on 8 February 2026. */
async function entered(change: object = {}, like = vacancyId(2)): Promise<string> {
  const {
    closed: _c,
    referrals: _r,
    employerOwnerTeamId: _e,
    ...model
  } = demoVacancies('2026-03-10').find((one) => one.id === like)!;
  const id = randomUUID();
  const number = `T${id.replaceAll('-', '').slice(0, 10)}`;
  await vacancies.subgraph.database.em().transactional(async (em) => {
    const vacancy = { ...model, id, number, title: 'Chauffeur C', openedOn: '2026-02-08' };
    await enterVacancy(em, vacancies.outbox.publish, vacancy, { by: 'prof-01', at: new Date(TEST_NOW) });
    await em.nativeUpdate(VacancySchema, { id }, { version: 1, ...change });
  });
  return id;
}

const cite = async (input: object, as = 'accountmanager'): Promise<Data> =>
  (
    await vacancies.data(
      `mutation ($input: CiteAgreementsInput!) { citeAgreements(input: $input) {
        vacancy { id version agreement { id } workProfile { covenant { id } } }
        notices { code message requirement severity } errors { code path message requirement currentVersion } } }`,
      { input },
      { as },
    )
  ).citeAgreements;
const events = (id: string) =>
  vacancies.query(
    `select data->'data' as data, data->>'actorId' as by, data->>'occurredOn' as "on" from outbox.job
     where data->>'type' = 'vacancy.agreement-cited' and data->'data'->>'vacancyId' = $1 order by created_on`,
    [id],
  );
/** All that citing could leave behind. */
const all = async (): Promise<unknown> =>
  vacancies.query(
    `select (select json_agg(v order by id) from vacancies.vacancy v) as vacancies,
      (select count(*) from vacancies.history)::int as history, (select count(*) from outbox.job)::int as events,
      (select count(*) from vacancies.publication_message)::int as messages`,
  );

describe('citing work agreements', () => {
  test('R-114, R-115: a vacancy tells from which agreement it came, and by which covenant its work profile was drawn up', async () => {
    const id = await entered();
    expect(
      await cite({ vacancyId: id, agreementId: chauffeurs.id, covenantId: ids.covenant, expectedVersion: 1 }),
    ).toEqual({
      vacancy: {
        id,
        version: 2,
        agreement: { id: chauffeurs.id },
        workProfile: { covenant: { id: ids.covenant } },
      },
      notices: [],
      errors: [],
    });
    const data = {
      employerId: vanGelderen.id,
      vacancyId: id,
      number: expect.any(String),
      title: 'Chauffeur C',
      agreementId: chauffeurs.id,
      covenantId: ids.covenant,
    };
    expect(await events(id)).toEqual([{ data, by: 'prof-01', on: '2026-03-10' }]);
  });

  test('R-114: what is named is all; what is left out is cited no longer, and what was stays in the history', async () => {
    const id = await entered();
    await cite({ vacancyId: id, agreementId: chauffeurs.id, covenantId: ids.covenant });
    expect((await cite({ vacancyId: id, covenantId: ids.covenant })).vacancy).toMatchObject({
      version: 3,
      agreement: null,
      workProfile: { covenant: { id: ids.covenant } },
    });
    expect((await cite({ vacancyId: id, agreementId: null, covenantId: null })).vacancy).toMatchObject({
      version: 4,
      agreement: null,
      workProfile: { covenant: null },
    });
    expect((await events(id)).at(-1)!.data).toMatchObject({ agreementId: null, covenantId: null });
    const past = await vacancies.query(
      "select after->>'agreement_id' as agreement from vacancies.history where record_id = $1 order by id",
      [id],
    );
    expect(past.map(({ agreement }) => agreement)).toEqual([null, chauffeurs.id, null, null]);
  });

  test('R-114: the same again is no new version, and is told to nobody', async () => {
    const id = await entered();
    const input = { vacancyId: id, agreementId: ids.over };
    await cite(input);
    const before = await all();
    expect(await cite({ ...input, agreementId: ids.over!.toUpperCase() })).toMatchObject({
      vacancy: { version: 2 },
      notices: [{ code: 'AGREEMENT_OVER' }],
      errors: [],
    });
    expect(await all()).toEqual(before);
    const untouched = await entered();
    expect(await cite({ vacancyId: untouched })).toMatchObject({ vacancy: { version: 1 }, errors: [] });
    expect(await events(untouched)).toEqual([]);
  });

  test('R-114: a vacancy that is still a concept may cite', async () => {
    const id = await entered({ status: 'DRAFT' });
    expect(await cite({ vacancyId: id, agreementId: chauffeurs.id })).toMatchObject({ errors: [] });
  });

  test('R-115: a co-operation agreement is a covenant too, and one agreement may be both', async () => {
    const id = await entered();
    expect(await cite({ vacancyId: id, agreementId: ids.cooperation, covenantId: ids.cooperation })).toMatchObject({
      vacancy: { agreement: { id: ids.cooperation }, workProfile: { covenant: { id: ids.cooperation } } },
      notices: [],
      errors: [],
    });
  });

  test.each([
    ['that ended yesterday or before', 'over', ['AGREEMENT_OVER']],
    ['that ended on the day the vacancy was opened', 'untilOpening', ['AGREEMENT_OVER']],
    ['of which today is the last day', 'untilToday', []],
    ['that begins tomorrow', 'later', ['AGREEMENT_NOT_BEGUN']],
    ['that begins today', 'fromToday', []],
    ['without a last day', 'covenant', []],
  ])('R-114: an agreement %s is cited, with the notices that belong to it', async (_, name, codes) => {
    const { vacancy, notices, errors } = await cite({ vacancyId: await entered(), agreementId: ids[name] });
    expect(errors).toEqual([]);
    expect(vacancy.agreement).toEqual({ id: ids[name] });
    expect(notices).toEqual(
      codes.map((code) => ({
        code,
        requirement: 'R-114',
        severity: 'WARNING',
        message: expect.stringContaining('agreementId'),
      })),
    );
  });

  test('R-115: a covenant that is over tells so under its own rule', async () => {
    await told(ids.over, { validUntil: '2026-02-28', kind: 'COVENANT' });
    const { notices } = await cite({ vacancyId: await entered(), covenantId: ids.over });
    expect(notices).toMatchObject([{ code: 'AGREEMENT_OVER', requirement: 'R-115' }]);
  });

  test('R-114: werk.nl is told nothing of it', async () => {
    const id = await entered({}, vacancyId(5));
    const { publishVacancy } = await vacancies.data(
      'mutation ($input: PublishVacancyInput!) { publishVacancy(input: $input) { publication { id } errors { code } } }',
      {
        input: {
          id,
          channel: 'WERK_NL',
          municipality: 'Rotterdam',
          contactName: 'Afdeling planning',
          applyEmail: 'werk@bedrijf.example',
          jobCategory: 17,
        },
      },
    );
    expect(publishVacancy.errors).toEqual([]);
    await vacancies.delivered();
    const messages = () => vacancies.query('select id, content from vacancies.publication_message order by id');
    const before = await messages();
    const calls = vacancies.fake.calls().total;
    expect((await cite({ vacancyId: id, agreementId: ids.elsewhere })).errors).toEqual([]);
    await vacancies.delivered();
    expect(await messages()).toEqual(before);
    expect(vacancies.fake.calls().total).toBe(calls);
  });

  test('R-114: of two who cite at once on the same version one succeeds', async () => {
    const id = await entered();
    const both = await Promise.all(
      [chauffeurs.id, ids.covenant].map((agreementId) => cite({ vacancyId: id, agreementId, expectedVersion: 1 })),
    );
    expect(both.filter(({ vacancy }) => vacancy)).toHaveLength(1);
    expect(both.find(({ vacancy }) => !vacancy)).toMatchObject({ errors: [{ code: 'CONFLICT', currentVersion: 2 }] });
    expect(await events(id)).toHaveLength(1);
  });
});

describe('what cannot be cited is refused, and nothing is written', () => {
  let id: string;
  let before: unknown;
  beforeEach(async () => {
    id = await entered();
    before = await all();
  });

  const none = '00000000-0000-4000-8000-000000000000';
  test.each<[string, Record<string, unknown>, string, string, string | null]>([
    ['a vacancy that does not exist', { vacancyId: none }, 'UNKNOWN_VACANCY', 'vacancyId', null],
    ['a vacancy without an id', { vacancyId: 'x' }, 'UNKNOWN_VACANCY', 'vacancyId', null],
    ['an agreement that does not exist', { agreementId: none }, 'UNKNOWN_AGREEMENT', 'agreementId', 'R-114'],
    ['an agreement without an id', { agreementId: 'x' }, 'UNKNOWN_AGREEMENT', 'agreementId', 'R-114'],
    ['an empty agreement', { agreementId: '' }, 'UNKNOWN_AGREEMENT', 'agreementId', 'R-114'],
    ['an agreement of another employer', { agreementId: 'elsewhere' }, 'UNKNOWN_AGREEMENT', 'agreementId', 'R-114'],
    ['a covenant of another employer', { covenantId: 'elsewhere' }, 'UNKNOWN_AGREEMENT', 'covenantId', 'R-115'],
    ['a covenant without an id', { covenantId: '12' }, 'UNKNOWN_AGREEMENT', 'covenantId', 'R-115'],
    ['an account plan as covenant', { covenantId: 'plan' }, 'NOT_A_COVENANT', 'covenantId', 'R-115'],
    [
      'an arrangement as covenant',
      { agreementId: 'covenant', covenantId: chauffeurs.id },
      'NOT_A_COVENANT',
      'covenantId',
      'R-115',
    ],
    ['what was over long before it opened', { agreementId: 'longOver' }, 'AGREEMENT_WAS_OVER', 'agreementId', 'R-114'],
    [
      'what was over the day before it opened',
      { agreementId: 'lastDayBefore' },
      'AGREEMENT_WAS_OVER',
      'agreementId',
      'R-114',
    ],
    ['a stale version', { agreementId: 'covenant', expectedVersion: 7 }, 'CONFLICT', 'expectedVersion', null],
  ])('R-114, R-115: %s', async (_, wrong, code, field, requirement) => {
    const input = Object.fromEntries(
      Object.entries(wrong).map(([name, value]) => [name, ids[value as string] ?? value]),
    );
    const { vacancy, notices, errors } = await cite({ vacancyId: id, ...input });
    expect([vacancy, notices]).toEqual([null, []]);
    expect(errors).toEqual([
      {
        code,
        path: ['input', field],
        message: expect.stringMatching(code === 'CONFLICT' ? /versie.* 1\b/ : new RegExp(field)),
        requirement,
        currentVersion: code === 'CONFLICT' ? 1 : null,
      },
    ]);
    expect(await all()).toEqual(before);
  });

  test('R-114, R-115: all that is wrong is told at once', async () => {
    const { errors } = await cite({ vacancyId: id, agreementId: 'x', covenantId: ids.plan });
    expect(errors.map((error: Data) => error.code)).toEqual(['UNKNOWN_AGREEMENT', 'NOT_A_COVENANT']);
    expect(await all()).toEqual(before);
  });

  test('of a vacancy in a region where one does not work', async () => {
    expect(await cite({ vacancyId: id, agreementId: chauffeurs.id }, 'prof-18')).toMatchObject({
      vacancy: null,
      errors: [{ code: 'OTHER_REGION', path: ['input', 'vacancyId'] }],
    });
    expect(await all()).toEqual(before);
  });

  test.each(['analyst', 'manager'])('by %s, who registers nothing', async (as) => {
    const { errors } = await vacancies.ask(
      'mutation ($input: CiteAgreementsInput!) { citeAgreements(input: $input) { errors { code } } }',
      { input: { vacancyId: id, agreementId: chauffeurs.id } },
      { as },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await all()).toEqual(before);
  });

  test('of no vacancy at all', async () => {
    const { errors } = await vacancies.ask(
      'mutation ($input: CiteAgreementsInput!) { citeAgreements(input: $input) { errors { code } } }',
      { input: { agreementId: chauffeurs.id } },
    );
    expect(errors![0]!.message).toContain('vacancyId');
    expect(await all()).toEqual(before);
  });

  test.each(['FULFILLED', 'CLOSED_UNFILLED', 'EXPIRED', 'WITHDRAWN'])(
    'R-114: of a vacancy that is %s',
    async (status) => {
      const closed = await entered({ status });
      const standing = await all();
      expect(await cite({ vacancyId: closed, agreementId: chauffeurs.id })).toMatchObject({
        vacancy: null,
        errors: [{ code: 'VACANCY_CLOSED', path: ['input', 'vacancyId'] }],
      });
      expect(await all()).toEqual(standing);
    },
  );
});

describe('a work agreement with its vacancies', () => {
  const ofAgreements = async (agreementIds: string[], as = 'accountmanager'): Promise<Data> =>
    (
      await vacancies.data(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on WorkAgreement { id vacancies { id number } } } }',
        { r: agreementIds.map((id) => ({ __typename: 'WorkAgreement', id })) },
        { as },
      )
    )._entities;

  test('R-114, R-115: has those that cite it either way, once each and the newest first', async () => {
    const agreement = randomUUID();
    await told(agreement, { kind: 'COVENANT' });
    const older = await entered({ openedOn: '2026-01-10' });
    const newer = await entered({ openedOn: '2026-03-01' });
    const both = await entered();
    await cite({ vacancyId: older, covenantId: agreement });
    await cite({ vacancyId: newer, agreementId: agreement });
    await cite({ vacancyId: both, agreementId: agreement, covenantId: agreement });
    const [found] = await ofAgreements([agreement]);
    expect(found.vacancies.map((vacancy: Data) => vacancy.id)).toEqual([newer, both, older]);
  });

  test('R-114, R-115: of the demo is the carrier’s arrangement, seen by an analyst too', async () => {
    const [arrangement, covenant] = await ofAgreements([chauffeurs.id, drawnUpTogether.id], 'analyst');
    const numbers = (one: Data) => one.vacancies.map((vacancy: Data) => vacancy.number);
    expect(numbers(arrangement)).toContain('V-000000001');
    expect(numbers(covenant)).toEqual(expect.arrayContaining(['V-000000001', 'V-000000003']));
    expect([...citations.keys()]).toEqual([vacancyId(1), vacancyId(3)]);
  });

  test('R-114: many agreements take as many statements as one, and what is no id has no vacancies', async () => {
    const counted = async (agreementIds: string[]): Promise<number> => {
      statements.length = 0;
      await ofAgreements(agreementIds);
      return statements.length;
    };
    const one = await counted([chauffeurs.id]);
    expect(await counted([chauffeurs.id, drawnUpTogether.id, ...Object.values(ids)])).toBe(one);
    expect(await ofAgreements(['x'])).toEqual([{ id: 'x', vacancies: [] }]);
  });
});
