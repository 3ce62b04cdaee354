import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Event } from '../../../subgraphs/events.js';
import { factOf } from '../../../subgraphs/reporting/facts/fact-of.js';
import { keepFact } from '../../../subgraphs/reporting/facts/keep-fact.js';
import { openReporting } from '../../../subgraphs/reporting/open-reporting.js';
import { takeEvent } from '../../../subgraphs/reporting/take-event.js';
import { alone, type Alone } from '../alone.js';
import { until } from '../../until.js';
import { answered, contact, invited, placement, told } from './facts.js';

describe('what an event becomes', () => {
  test('the event id, both its times and its teams are kept, and who did it is not', () => {
    const event = placement('e-1', '2021-03-29', { teamIds: ['team-ag', 'team-zorg', 'team-ag'] });
    expect(factOf({ ...event, data: { ...event.data, bsn: '123456782' } as never })).toEqual({
      id: event.id,
      kind: 'placement.registered',
      employerId: 'e-1',
      teamIds: ['team-ag', 'team-zorg'],
      occurredOn: '2021-03-29',
      knownAt: '2021-03-29T10:00:00.000Z',
      payload: expect.not.objectContaining({ bsn: expect.anything(), actorId: expect.anything() }),
    });
    expect(factOf(contact('e-1', '2021-03-29', { teamId: 'team-ag' })).teamIds).toEqual(['team-ag']);
    expect(factOf(contact('e-1', '2021-03-29')).teamIds).toEqual([]);
  });

  test.each<[string, Event]>([
    ['an unknown kind', { ...invited('e-1', '2021-01-01', 's-1'), type: 'employer.vanished' as never }],
    ['a score of eleven', answered('e-1', '2021-01-01', 's-1', 11)],
    ['half a score', answered('e-1', '2021-01-01', 's-1', 7.5)],
    ['no employer', told('nps.invited', { surveyId: 's-1' } as never, '2021-01-01')],
    ['a day that is none', invited('e-1', '2021-02-30', 's-1')],
    ['an id that is no UUID', { ...invited('e-1', '2021-01-01', 's-1'), id: 'seven' }],
  ])('%s is refused', (_, event) => {
    expect(() => factOf(event)).toThrow();
  });
});

describe('the table of facts', () => {
  let reporting: Alone;
  beforeAll(async () => {
    reporting = await alone(openReporting);
  });
  afterAll(() => reporting.close());

  test('an event handed over twice is one fact', async () => {
    const event = contact('e-1', '2021-03-29', { teamId: 'team-ag' });
    await keepFact(reporting.subgraph.database.em(), event);
    await keepFact(reporting.subgraph.database.em(), event);
    const rows = await reporting.query('select *, occurred_on::text as day from reporting.fact where id = $1', [
      event.id,
    ]);
    expect(rows).toMatchObject([
      {
        kind: 'contact-moment.registered',
        employer_id: 'e-1',
        team_ids: ['team-ag'],
        day: '2021-03-29',
        known_at: new Date('2021-03-29T10:00:00Z'),
        payload: { typeNumber: 2, category: 'OTHER', npsSurveyId: null },
      },
    ]);
  });

  test('an event on the outbox becomes a fact', async () => {
    const id = randomUUID();
    await reporting.subgraph.database.em().transactional((em) =>
      reporting.outbox.publish(em, {
        id,
        type: 'nps.invited',
        occurredOn: '2026-03-10',
        recordedAt: new Date('2026-03-10T08:00:00Z'),
        actorId: null,
        data: { employerId: 'e-2', surveyId: 's-2' },
      }),
    );
    await until(async () => (await reporting.query('select id from reporting.fact where id = $1', [id])).length === 1);
  });

  test('R-044: who left is no fact, and all events told again make the same facts', async () => {
    const facts = () => reporting.query('select * from reporting.fact order by id');
    const left = told('professional.changed', { professionalId: 'prof-02', active: false, version: 2 }, '2026-03-10');
    const events = [contact('e-3', '2021-03-29'), left, placement('e-3', '2021-03-30')];
    for (const event of events) await takeEvent(reporting.subgraph.database.em(), event);
    const before = await facts();
    expect(before.filter((fact) => fact.employer_id === 'e-3')).toHaveLength(2);
    expect(before.filter((fact) => fact.id === left.id)).toEqual([]);
    for (const event of events.reverse()) await takeEvent(reporting.subgraph.database.em(), event);
    expect(await facts()).toEqual(before);
  });

  test.each(['update reporting.fact set known_at = now()', 'delete from reporting.fact', 'truncate reporting.fact'])(
    'nobody who works here may: %s',
    async (sql) => {
      await expect(reporting.query(`set role werkgraaf_app; ${sql}`)).rejects.toThrow(/denied|append-only/);
    },
  );
});
