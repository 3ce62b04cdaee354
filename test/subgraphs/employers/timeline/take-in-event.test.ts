import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { vanGelderen } from '../../../../demo/employers.js';
import type { Event, EventData } from '../../../../subgraphs/events.js';
import { employerId } from '../../../../subgraphs/employers/dossier/employer-id.js';
import { lineOfEvent } from '../../../../subgraphs/employers/timeline/line-of-event.js';
import { takeInEvent } from '../../../../subgraphs/employers/timeline/take-in-event.js';
import { until } from '../../../until.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph.close());

const vacancyId = '7c000000-0000-4000-8000-000000000001';
type Told = { [T in keyof EventData]: { type: T; data: EventData[T] } }[keyof EventData];
const event = (told: Told, more: Partial<Event> = {}): Event => ({
  id: randomUUID(),
  occurredOn: '2026-03-09',
  recordedAt: '2026-03-09T13:15:00.000Z',
  actorId: 'prof-02',
  ...told,
  ...more,
});
const vacancy = { employerId: vanGelderen.id, vacancyId };
const opened = (more: object = {}) =>
  event({ type: 'vacancy.opened', data: { ...vacancy, number: 'V-001', title: 'Chauffeur', positions: 3 } }, more);
const logged = { ...vacancy, entryId: randomUUID(), number: 'V-001', title: 'Chauffeur' };
const placed = { ...vacancy, placementId: randomUUID(), targetGroup: 'WAJONG' as const, teamIds: [] };

const agreement = randomUUID();
const cites = (cited: { agreementId?: string; covenantId?: string }): Told => ({
  type: 'vacancy.agreement-cited',
  data: { ...vacancy, number: 'V-001', title: 'Chauffeur', agreementId: null, covenantId: null, ...cited },
});

const rows = () =>
  graph.query(`select id, kind, title, actor_id, at, subject_type, subject_id from employers.timeline_entry
               where kind in ('VACANCY', 'PLACEMENT') order by id`);

describe('R-023, R-114, R-115: what other subgraphs tell becomes a line', () => {
  test.each<[Told, string | null]>([
    [
      { type: 'vacancy.opened', data: { ...vacancy, number: 'V-001', title: 'Chauffeur', positions: 3 } },
      'Vacature V-001 (Chauffeur) is geopend: 3 arbeidsplaatsen.',
    ],
    [
      { type: 'vacancy.opened', data: { ...vacancy, number: 'V-001', positions: 1 } },
      'Vacature V-001 is geopend: 1 arbeidsplaats.',
    ],
    [
      { type: 'vacancy.closed', data: { ...vacancy, status: 'FULFILLED', number: 'V-001', title: 'Chauffeur' } },
      'Vacature V-001 (Chauffeur) is vervuld.',
    ],
    [{ type: 'vacancy.closed', data: { ...vacancy, status: 'EXPIRED' } }, 'Vacature is verlopen.'],
    [{ type: 'vacancy.closed', data: { ...vacancy, status: 'WITHDRAWN' } }, 'Vacature is ingetrokken.'],
    [
      { type: 'vacancy.closed', data: { ...vacancy, status: 'CLOSED_UNFILLED' } },
      'Vacature is gesloten zonder vervulling.',
    ],
    [{ type: 'vacancy.closed', data: { ...vacancy, status: 'SOMETHING_NEW' } }, 'Vacature is gesloten.'],
    [cites({ agreementId: agreement }), 'Vacature V-001 (Chauffeur) komt voort uit een werkafspraak.'],
    [
      cites({ covenantId: agreement }),
      'Vacature V-001 (Chauffeur): het werkprofiel is opgesteld bij een samenwerkingsconvenant.',
    ],
    [
      cites({ agreementId: agreement, covenantId: agreement }),
      'Vacature V-001 (Chauffeur) komt voort uit een werkafspraak; het werkprofiel is opgesteld bij een samenwerkingsconvenant.',
    ],
    [cites({}), 'Vacature V-001 (Chauffeur) is niet meer verbonden aan een werkafspraak.'],
    [{ type: 'placement.registered', data: { ...placed, sustainable: true } }, 'Plaatsing vastgelegd: duurzaam.'],
    [
      { type: 'placement.registered', data: { ...placed, number: 'V-001', sustainable: false } },
      'Plaatsing vastgelegd op vacature V-001: niet duurzaam.',
    ],
    ...(
      [
        ['INFORMATION', 'informatie'],
        ['CONTACT', 'contact'],
        ['PROGRESS', 'voortgang'],
        ['CANDIDATE_FEEDBACK', 'terugkoppeling over een kandidaat'],
        ['AFTERCARE', 'nazorg'],
      ] as const
    ).map(([kind, what]): [Told, string] => [
      { type: 'vacancy.logged', data: { ...logged, kind } },
      `Vacature V-001 (Chauffeur): ${what} vastgelegd in het logboek.`,
    ]),
    // What became of the vacancy itself has events of its own.
    [{ type: 'vacancy.logged', data: { ...logged, kind: 'STATUS' } }, null],
    [{ type: 'nps.answered', data: { employerId: vanGelderen.id, surveyId: randomUUID(), score: 8 } }, null],
  ])('%j', (told, title) => {
    expect(lineOfEvent(event(told))?.title ?? null).toBe(title);
  });

  test('R-079: a line in the log of a vacancy is a line about that vacancy, and no contact moment', async () => {
    const counted = async () =>
      (
        await graph.query(
          "select (select count(*)::int from employers.contact_moment) as moments, (select count(*)::int from outbox.job where name = 'reporting') as told",
        )
      )[0];
    const before = await counted();
    const told = event({ type: 'vacancy.logged', data: { ...logged, kind: 'AFTERCARE' } });
    await takeInEvent(graph.subgraph.database.em(), told);
    const line = (await rows()).find(({ id }) => id === told.id);
    expect(line).toMatchObject({
      kind: 'VACANCY',
      subject_type: 'Vacancy',
      subject_id: vacancyId,
      actor_id: 'prof-02',
    });
    expect(await counted()).toEqual(before);
    await graph.query('delete from employers.timeline_entry where id = $1', [told.id]);
  });

  test('of a placement no target group and no jobseeker is told', () => {
    const line = lineOfEvent(event({ type: 'placement.registered', data: { ...placed, sustainable: true } }));
    expect(JSON.stringify(line)).not.toMatch(/wajong/i);
  });
});

test('an event that goes out becomes exactly one line, under its own id', async () => {
  const told = opened();
  const { database } = graph.subgraph;
  await database.em().transactional(async (em) => {
    const { type, occurredOn, actorId, data, id } = told as Event<'vacancy.opened'>;
    await graph.outbox.publish(em, { type, occurredOn, actorId, data, id, recordedAt: new Date(told.recordedAt) });
  });
  await until(async () => (await rows()).length > 0);
  expect(await rows()).toEqual([
    {
      id: told.id,
      kind: 'VACANCY',
      title: 'Vacature V-001 (Chauffeur) is geopend: 3 arbeidsplaatsen.',
      actor_id: 'prof-02',
      at: new Date(told.recordedAt),
      subject_type: 'Vacancy',
      subject_id: vacancyId,
    },
  ]);
  for (let again = 0; again < 3; again += 1) await takeInEvent(database.em(), told);
  expect(await rows()).toHaveLength(1);
});

test('replaying all events makes the same timeline', async () => {
  const { database } = graph.subgraph;
  const all = [
    opened(),
    opened({ occurredOn: '2026-02-01' }),
    event({ type: 'placement.registered', data: { ...placed, sustainable: true } }),
  ];
  for (const told of all) await takeInEvent(database.em(), told);
  const before = await rows();
  await graph.query(`delete from employers.timeline_entry where id = any($1)`, [all.map(({ id }) => id)]);
  for (const told of all.toReversed()) await takeInEvent(database.em(), told);
  expect(await rows()).toEqual(before);
});

test('what became known later stands at noon of its day, and an actor we do not know is nobody', async () => {
  const told = opened({ occurredOn: '2026-02-01', actorId: 'prof-999' });
  await takeInEvent(graph.subgraph.database.em(), told);
  const found = (await rows()).find(({ id }) => id === told.id);
  expect(found).toMatchObject({ at: new Date('2026-02-01T11:00:00Z'), actor_id: null });
});

test('a line of an employer without a dossier waits for it, and is there when it is opened', async () => {
  const id = employerId('68727720');
  await takeInEvent(
    graph.subgraph.database.em(),
    event({ type: 'vacancy.closed', data: { ...vacancy, employerId: id, status: 'EXPIRED' } }),
  );
  const OPEN = `mutation { registerEmployer(input: { kvkNumber: "68727720", kind: DIRECT_EMPLOYER, regionId: "rijnmond" }) {
    errors { code } employer { timeline { edges { node { kind title } } } } } }`;
  const { registerEmployer } = await graph.data(OPEN);
  expect(registerEmployer.errors).toEqual([]);
  expect(registerEmployer.employer.timeline.edges.map(({ node }: { node: { title: string } }) => node.title)).toEqual([
    expect.stringMatching(/^Dossier WBS-\d+ geopend\.$/),
    'Vacature is verlopen.',
  ]);
});

test('an event that is not as agreed is no line, and names no value', async () => {
  const wrong = { ...opened(), data: { employerId: 'geheim', vacancyId, positions: 1 } } as never;
  await expect(takeInEvent(graph.subgraph.database.em(), wrong)).rejects.toThrow(/employerId/);
  await expect(takeInEvent(graph.subgraph.database.em(), wrong)).rejects.not.toThrow(/geheim/);
});
