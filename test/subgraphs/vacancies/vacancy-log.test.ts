import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { contactPersons, planner } from '../../../demo/contact-persons.js';
import { vanGelderen } from '../../../demo/employers.js';
import { vacancies as demoVacancies, vacancyId } from '../../../demo/vacancies.js';
import { silence } from '../../../subgraphs/vacancies/log/silence.js';
import { closeVacancy } from '../../../subgraphs/vacancies/vacancy/close-vacancy.js';
import { enterVacancy } from '../../../subgraphs/vacancies/vacancy/enter-vacancy.js';
import { TEST_NOW, type Data } from '../alone.js';
import { vacanciesAlone, type VacanciesAlone } from './vacancies-alone.js';

let it: VacanciesAlone;
const statements: string[] = [];
beforeAll(async () => {
  it = await vacanciesAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => it?.close());

const ENTRY = 'id at kind text by { id } contactPerson { id }';
const LOG = `totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { ${ENTRY} } }`;
const LOG_VACANCY = `mutation ($input: VacancyLogInput!) { logVacancy(input: $input) {
  vacancy { id log(first: 1) { totalCount edges { node { ${ENTRY} } } } }
  notices { code } errors { code path message requirement } } }`;

const BY = { by: 'prof-01', at: new Date(TEST_NOW) };
const inTransaction = <T>(work: (em: Parameters<typeof closeVacancy>[0]) => Promise<T>): Promise<T> =>
  it.subgraph.database.em().transactional(work);

/** An open vacancy of Van Gelderen with a log of its own. */
async function entered(change: Record<string, unknown> = {}): Promise<{ id: string; number: string; title: string }> {
  const {
    closed: _c,
    referrals: _r,
    employerOwnerTeamId: _e,
    ...model
  } = demoVacancies('2026-03-10').find(({ id }) => id === vacancyId(1))!;
  const id = randomUUID();
  const row = { ...model, id, number: `T${id.replaceAll('-', '').slice(0, 10)}`, ...change };
  await inTransaction((em) => enterVacancy(em, it.outbox.publish, row as never, BY));
  return row;
}
const closed = (id: string, status: string): Promise<void> =>
  inTransaction((em) =>
    closeVacancy(em, it.outbox.publish, { id, employerId: vanGelderen.id }, { status, on: '2026-03-10' }, BY),
  );
const log = async (input: Record<string, unknown>, as = 'accountmanager', idempotencyKey?: string): Promise<Data> =>
  (await it.data(LOG_VACANCY, { input }, { as, ...(idempotencyKey ? { idempotencyKey } : {}) })).logVacancy;
const logOf = async (id: string, as = 'accountmanager', args = 'first: 50'): Promise<Data> =>
  (await it.data(`query ($id: ID!) { vacancy(id: $id) { log(${args}) { ${LOG} } } }`, { id }, { as })).vacancy.log;
const textsOf = async (id: string, as?: string): Promise<string[]> =>
  (await logOf(id, as)).edges.map(({ node }: Data) => node.text);
/** All that a write leaves behind. */
const written = async (): Promise<Data> =>
  (
    await it.query(`select (select count(*)::int from vacancies.vacancy_log_entry) as lines,
      (select count(*)::int from outbox.job where data->>'type' = 'vacancy.logged') as events`)
  )[0];

describe('R-079: contact on a vacancy goes into its log', () => {
  test('aftercare is logged with who did it, when, and with whom it was, also after the vacancy closed', async () => {
    const { id } = await entered();
    await closed(id, 'FULFILLED');
    const { vacancy, notices, errors } = await log({
      vacancyId: id,
      kind: 'AFTERCARE',
      text: '  Gebeld: het gaat goed.\nVolgende maand weer. ',
      contactPersonId: planner,
    });
    expect([notices, errors]).toEqual([[], []]);
    expect(vacancy).toEqual({
      id,
      log: {
        totalCount: 3,
        edges: [
          {
            node: {
              id: expect.any(String),
              at: '2026-03-10T08:00:00.000Z',
              kind: 'AFTERCARE',
              text: 'Gebeld: het gaat goed.\nVolgende maand weer.',
              by: { id: 'prof-01' },
              contactPerson: { id: planner },
            },
          },
        ],
      },
    });
  });

  test.each(['INFORMATION', 'CONTACT', 'PROGRESS', 'CANDIDATE_FEEDBACK', 'AFTERCARE'])(
    'a line of the kind %s is told without its text, to employers alone',
    async (kind) => {
      const { id, number, title } = await entered({ title: `Chauffeur ${kind}` });
      const { vacancy } = await log({ vacancyId: id, kind, text: 'Alleen in het logboek te lezen.' });
      const told = await it.query(
        "select name, data from outbox.job where data->>'type' = 'vacancy.logged' and data->'data'->>'vacancyId' = $1",
        [id],
      );
      expect(told).toEqual([
        {
          name: 'employers',
          data: expect.objectContaining({
            actorId: 'prof-01',
            occurredOn: '2026-03-10',
            data: {
              employerId: vanGelderen.id,
              vacancyId: id,
              entryId: vacancy.log.edges[0].node.id,
              kind,
              number,
              title,
            },
          }),
        },
      ]);
      expect(JSON.stringify(await it.query('select data, output from outbox.job'))).not.toContain('Alleen in het');
    },
  );
});

describe('R-137: the log holds information on a vacancy and how it went', () => {
  test.each([
    ['FULFILLED', 'Vacature vervuld.'],
    ['CLOSED_UNFILLED', 'Vacature gesloten zonder vervulling.'],
    ['EXPIRED', 'Vacature verlopen.'],
    ['WITHDRAWN', 'Vacature ingetrokken.'],
  ])('that it opened and became %s stands there by itself', async (status, told) => {
    const { id } = await entered({ positions: status === 'EXPIRED' ? 1 : 3 });
    const opened = `Vacature geopend: ${status === 'EXPIRED' ? '1 arbeidsplaats' : '3 arbeidsplaatsen'}.`;
    await closed(id, status);
    const { edges } = await logOf(id);
    expect(edges.map(({ node }: Data) => [node.kind, node.text, node.by.id])).toEqual([
      ['STATUS', told, 'prof-01'],
      ['STATUS', opened, 'prof-01'],
    ]);
  });

  test('what the system did itself is by nobody', async () => {
    const { id } = await entered();
    await inTransaction((em) =>
      closeVacancy(
        em,
        it.outbox.publish,
        { id, employerId: vanGelderen.id },
        { status: 'EXPIRED', on: '2026-03-10' },
        { by: null, at: BY.at },
      ),
    );
    expect((await logOf(id)).edges[0].node).toMatchObject({ text: 'Vacature verlopen.', by: null });
  });

  test('a vacancy that is not entered after all leaves no log', async () => {
    const before = await written();
    await expect(
      inTransaction(async (em) => {
        const row = demoVacancies('2026-03-10')[0]!;
        const { closed: _c, referrals: _r, employerOwnerTeamId: _e, ...model } = row;
        await enterVacancy(em, it.outbox.publish, { ...model, id: randomUUID(), number: 'T-WEG' } as never, BY);
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(await written()).toEqual(before);
  });

  test.each(["update vacancy_log_entry set text = 'Anders'", 'delete from vacancy_log_entry'])(
    'nobody changes or deletes a line: %s is refused',
    async (sql) => {
      await expect(it.subgraph.database.em().execute(sql)).rejects.toThrow(/append-only|permission denied/);
      await expect(it.query(sql.replace('vacancy_log_entry', 'vacancies.vacancy_log_entry'))).rejects.toThrow(
        /append-only/,
      );
    },
  );

  test('what turned out otherwise is a line of its own, and the first one stays', async () => {
    const { id } = await entered();
    await log({ vacancyId: id, kind: 'INFORMATION', text: 'Begint om zes uur.' });
    await log({ vacancyId: id, kind: 'INFORMATION', text: 'Rechtgezet: begint om zeven uur.' });
    expect(await textsOf(id)).toEqual([
      'Rechtgezet: begint om zeven uur.',
      'Begint om zes uur.',
      'Vacature geopend: 3 arbeidsplaatsen.',
    ]);
  });

  test('the same request sent twice under one key writes one line', async () => {
    const { id } = await entered();
    const input = { vacancyId: id, kind: 'CONTACT', text: 'Gebeld.' };
    const key = randomUUID();
    await Promise.all([log(input, 'accountmanager', key), log(input, 'accountmanager', key)]);
    expect(await textsOf(id)).toEqual(['Gebeld.', 'Vacature geopend: 3 arbeidsplaatsen.']);
  });

  test('the log is read page by page, newest first, each line once, while new lines come in between', async () => {
    const { id } = await entered();
    for (let n = 1; n <= 6; n += 1) await log({ vacancyId: id, kind: 'PROGRESS', text: `Regel ${n}` });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Data = await logOf(id, 'accountmanager', `first: 2${after ? `, after: "${after}"` : ''}`);
      seen.push(...page.edges.map(({ node }: Data) => node.text));
      await log({ vacancyId: id, kind: 'PROGRESS', text: 'Ertussen' });
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([...[6, 5, 4, 3, 2, 1].map((n) => `Regel ${n}`), 'Vacature geopend: 3 arbeidsplaatsen.']);
  });

  test.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['after: "verzonnen"', 'after'],
    [`after: "${Buffer.from('["a","b"]').toString('base64url')}"`, 'after'],
  ])('a page that cannot be is refused: %s', async (args, argument) => {
    const { errors } = await it.ask(`{ vacancy(number: "V-000000001") { log(${args}) { totalCount } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test('the logs of a list of vacancies, with their notices, are read in three statements more', async () => {
    const list = (fields: string) => `{ vacancies(first: 25) { edges { node { id ${fields} } } } }`;
    const count = async (fields: string) => {
      statements.length = 0;
      const { vacancies } = await it.data(list(fields));
      return { count: statements.length, edges: vacancies.edges as Data[] };
    };
    const plain = await count('title');
    const logged = await count('notices { code } log(first: 3) { totalCount edges { node { text by { id } } } }');
    expect(logged.edges).toHaveLength(25);
    expect(logged.edges.every(({ node }) => node.log.totalCount > 0)).toBe(true);
    expect(logged.count).toBe(plain.count + 3);
  });
});

describe('who reads and writes the log', () => {
  const AFTERCARE = 'Nazorg: het gaat goed met de nieuwe collega.';
  const FEEDBACK = 'De kandidaat wil liever in de ochtend werken.';

  test('R-007: everybody of the service in the region, whichever organisation they are of', async () => {
    const { id } = await entered();
    const { errors } = await log({ vacancyId: id, kind: 'CONTACT', text: 'Langs geweest.' }, 'prof-08');
    expect(errors).toEqual([]);
    const [uwv, municipal] = await Promise.all([textsOf(id, 'accountmanager'), textsOf(id, 'municipal')]);
    expect(uwv).toEqual(['Langs geweest.', 'Vacature geopend: 3 arbeidsplaatsen.']);
    expect(municipal).toEqual(uwv);
  });

  test('R-167: what is about a person is there for who mediates, and for others neither shown nor counted', async () => {
    const { id } = await entered();
    await log({ vacancyId: id, kind: 'AFTERCARE', text: AFTERCARE });
    await log({ vacancyId: id, kind: 'CANDIDATE_FEEDBACK', text: FEEDBACK });
    await log({ vacancyId: id, kind: 'PROGRESS', text: 'Twee gesprekken gepland.' });
    expect(await textsOf(id, 'casemanager')).toEqual(expect.arrayContaining([AFTERCARE, FEEDBACK]));
    for (const other of ['prof-14', 'manager', 'admin']) {
      const seen = await logOf(id, other, 'first: 2');
      expect(seen.edges.map(({ node }: Data) => node.kind)).toEqual(['PROGRESS', 'STATUS']);
      expect([seen.totalCount, seen.pageInfo.hasNextPage]).toEqual([2, false]);
    }
  });

  test('R-248: an analyst, who sees figures and not people, reads no log', async () => {
    const { errors } = await it.ask('{ vacancy(number: "V-000000001") { log { totalCount } } }', {}, { as: 'analyst' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test.each(['manager', 'analyst', 'admin'])('R-004: %s, who does not register, writes none', async (as) => {
    const before = await written();
    const input = { vacancyId: vacancyId(1), kind: 'CONTACT', text: 'Gebeld.' };
    const { errors } = await it.ask(LOG_VACANCY, { input }, { as });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await written()).toEqual(before);
  });
});

describe('what is refused leaves nothing behind', () => {
  const right = { vacancyId: vacancyId(1), kind: 'CONTACT', text: 'Gebeld.' };
  const stranger = contactPersons.find(({ employerId }) => employerId !== vanGelderen.id)!.id;

  test.each<[string, Record<string, unknown>, string, string, string?]>([
    ['no text', { text: '' }, 'TOO_SHORT', 'text'],
    ['spaces alone', { text: ' \n\t ' }, 'TOO_SHORT', 'text'],
    ['one character too many', { text: 'x'.repeat(10_001) }, 'TOO_LONG', 'text'],
    ['a line only the system writes', { kind: 'STATUS' }, 'WRITTEN_BY_SYSTEM', 'kind'],
    ['aftercare by who does not mediate', { kind: 'AFTERCARE' }, 'KIND_FOR_MEDIATORS', 'kind', 'prof-14'],
    ['feedback by who does not mediate', { kind: 'CANDIDATE_FEEDBACK' }, 'KIND_FOR_MEDIATORS', 'kind', 'prof-14'],
    ['a vacancy that nobody has', { vacancyId: randomUUID() }, 'UNKNOWN_VACANCY', 'vacancyId'],
    ['an id that is none', { vacancyId: 'V-000000001' }, 'UNKNOWN_VACANCY', 'vacancyId'],
    ['a vacancy of another region', { vacancyId: vacancyId(8) }, 'OTHER_REGION', 'vacancyId'],
    ['who works in another region', {}, 'OTHER_REGION', 'vacancyId', 'prof-19'],
    [
      'a contact person of another employer',
      { contactPersonId: stranger },
      'UNKNOWN_CONTACT_PERSON',
      'contactPersonId',
    ],
    ['a contact person that is none', { contactPersonId: 'Teun' }, 'UNKNOWN_CONTACT_PERSON', 'contactPersonId'],
  ])('%s', async (_, change, code, field, as = 'accountmanager') => {
    const before = await written();
    const { vacancy, errors } = await log({ ...right, ...change }, as);
    expect(vacancy).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ code, path: ['input', field] })]);
    expect(errors[0].message).toContain(field);
    expect(await written()).toEqual(before);
  });

  test.each(['vacancyId', 'kind', 'text'])('a missing %s, which the schema itself asks for', async (field) => {
    const before = await written();
    const { [field as 'text']: _, ...input } = right;
    const { errors } = await it.ask(LOG_VACANCY, { input });
    expect(errors?.[0]?.message).toContain(field);
    expect(await written()).toEqual(before);
  });

  test('while 10,000 characters are taken', async () => {
    const { id } = await entered();
    const { errors } = await log({ vacancyId: id, kind: 'INFORMATION', text: 'é'.repeat(10_000) });
    expect(errors).toEqual([]);
    expect((await textsOf(id))[0]).toHaveLength(10_000);
  });
});

describe('R-136: the owner keeps the log of an open vacancy', () => {
  const open = { status: 'OPEN', openedOn: '2026-02-01' };
  test.each<[string, { status: string; openedOn: string }, string | null, string, number | null]>([
    ['13 days after it opened there is no notice yet', open, null, '2026-02-14', null],
    ['14 days after it opened without a line there is one', open, null, '2026-02-15', 14],
    ['a line begins the count anew', open, '2026-02-10T10:00:00Z', '2026-02-23', null],
    ['and it ends 14 days after the line', open, '2026-02-10T10:00:00Z', '2026-02-24', 14],
    ['a line of half past midnight is of the new day', open, '2026-02-09T23:30:00Z', '2026-02-23', null],
    ['across the change to summer time days are whole', open, '2026-03-20T10:00:00Z', '2026-04-03', 14],
    ['a closed vacancy wants no lines', { ...open, status: 'FULFILLED' }, null, '2026-03-31', null],
  ])('%s', (_, vacancy, last, today, days) => {
    const notice = silence(vacancy, last ? new Date(last) : null, today);
    expect(notice?.message ?? null).toEqual(days === null ? null : expect.stringContaining(`al ${days} dagen niets`));
  });

  test('the notice stands at the vacancy, and is gone once somebody writes', async () => {
    const { id } = await entered({ openedOn: '2026-02-20' });
    const asked = async () =>
      (await it.data('query ($id: ID!) { vacancy(id: $id) { notices { code requirement severity } } }', { id })).vacancy
        .notices;
    expect(await asked()).toEqual([{ code: 'LOG_SILENT', requirement: 'R-136', severity: 'WARNING' }]);
    await log({ vacancyId: id, kind: 'PROGRESS', text: 'Voorselectie loopt.' });
    expect(await asked()).toEqual([]);
  });

  test('at a vacancy of the demo it is seen, and at one that is kept it is not', async () => {
    const { kept, silent } = await it.data(
      '{ kept: vacancy(number: "V-000000001") { notices { code } } silent: vacancy(number: "V-000000002") { notices { message } } }',
      {},
      { as: 'analyst' },
    );
    expect(kept.notices).toEqual([]);
    expect(silent.notices[0].message).toContain('al 17 dagen niets');
  });
});
