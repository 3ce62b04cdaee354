import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventData } from '../../subgraphs/events.js';
import { openJobseekers } from '../../subgraphs/jobseekers/open-jobseekers.js';
import type { Subgraph, SubgraphOptions } from '../../subgraphs/open.js';
import { openReporting } from '../../subgraphs/reporting/open-reporting.js';
import { openVacancies } from '../../subgraphs/vacancies/open-vacancies.js';
import { until } from '../until.js';
import { alone, type Alone } from './alone.js';

type Open = (options: SubgraphOptions) => Promise<Subgraph>;

const REFUSED = [
  {
    message: expect.stringMatching(/^U bent gemeld als niet meer werkzaam\. Vraag het management/),
    extensions: { code: 'FORBIDDEN' },
  },
];

describe.each<[name: 'vacancies' | 'jobseekers' | 'reporting', open: Open, question: string]>([
  ['vacancies', openVacancies as Open, '{ vacancies(first: 1) { totalCount } }'],
  ['jobseekers', openJobseekers, '{ jobseekers(purpose: "lijst", first: 1) { totalCount } }'],
  ['reporting', openReporting, '{ npsReport(from: "2026-01-01", to: "2026-02-01") { responses } }'],
])('%s', (name, open, question) => {
  let one: Alone;
  beforeAll(async () => {
    one = await alone(open, { demo: false });
  });
  afterAll(() => one?.close());

  const tell = async (data: Omit<EventData['professional.changed'], 'professionalId'>): Promise<void> => {
    await one.subgraph.database.em().transactional((em) =>
      one.outbox.publish(em, {
        type: 'professional.changed',
        occurredOn: '2026-03-10',
        recordedAt: new Date('2026-03-10T08:00:00Z'),
        actorId: 'prof-05',
        data: { professionalId: 'prof-02', ...data },
      }),
    );
    await until(async () => (await one.outbox.waiting(name)) === 0);
  };
  const known = () => one.query(`select id, active, version from ${name}.professional_left`);
  const refused = async (as: string, asked = question) => (await one.ask(asked, {}, { as })).errors;

  test('R-044: who left is refused clearly whatever is asked, and others are answered', async () => {
    expect(await refused('matchmaker')).toBeUndefined();
    await tell({ active: false, version: 4 });
    await until(async () => Boolean(await refused('matchmaker')));
    for (const asked of [question, '{ _entities(representations: []) { __typename } }', '{ __typename }']) {
      const answer = await one.ask(asked, {}, { as: 'matchmaker' });
      expect(answer.data).toBeUndefined();
      expect(answer.errors).toMatchObject(REFUSED);
    }
    expect(await refused('accountmanager')).toBeUndefined();
  });

  test('R-044: what was told before that changes nothing, however late or often it comes', async () => {
    await tell({ active: true, version: 3 });
    await tell({ active: false, version: 4 });
    expect(await known()).toEqual([{ id: 'prof-02', active: false, version: 4 }]);
    expect(await refused('matchmaker')).toMatchObject(REFUSED);
  });

  test('R-044: who is back is let in again, and the history tells both', async () => {
    await tell({ active: true, version: 5 });
    await until(async () => !(await refused('matchmaker')));
    const history = await one.query(
      `select operation, after->'active' as active from ${name}.history where table_name = 'professional_left' order by id`,
    );
    expect(history).toEqual([
      { operation: 'insert', active: false },
      { operation: 'update', active: true },
    ]);
  });

  test('R-044: nothing is answered beside the graph', () => expect(one.subgraph.beside).toEqual({}));
});
