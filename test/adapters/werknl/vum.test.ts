import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'undici';
import { werkNlClient } from '../../../adapters/werknl/client.js';
import { startWerkNlFake, WERK_NL_FAKE_OIN, type WerkNlFake } from '../../../adapters/werknl/fake.js';
import type { VacancySearch } from '../../../adapters/werknl/port.js';
import { question } from '../../../adapters/werknl/question.js';
import { silent } from '../../../runtime/log.js';
import { SENDER, VACANCY } from './examples.js';

const REFERENCE = new URL('../../../../shared/reference/', import.meta.url);
const VACANCIES = new URL('vum/acceptance/vacancies.ndjson', REFERENCE);
const PLACES = new URL('data/pc4-centroids.csv', REFERENCE);
const OUR_OIN = '00000001234567890000';
const HEADERS = {
  'content-type': 'application/json',
  'X-VUM-berichtVersie': '3.0.0',
  'API-Version': '3.0.0',
  'X-VUM-fromParty': OUR_OIN,
  'X-VUM-toParty': WERK_NL_FAKE_OIN,
  'X-VUM-viaParty': OUR_OIN,
};

const there = existsSync(VACANCIES) && existsSync(PLACES);
if (!there)
  test.skip('../shared/reference/vum does not stand beside the project: the fake is not held against VUM', () => {});

type Fields = Record<string, unknown>;
interface Wire extends Fields {
  idVacature: string;
  adres: { postcode: string };
}
interface Match extends Fields {
  vumID: string;
}
interface Question {
  nr: number;
  vraagObject: Fields & { selectiegebied: { postcode: string; afstand: number } };
  expectedIds: string[];
}
const readLines = (file: URL) => readFileSync(file, 'utf8').trim().split('\n');
const wires: Wire[] = there ? readLines(VACANCIES).map((line) => JSON.parse(line) as Wire) : [];
const onFile = new Map(wires.map((wire) => [wire.idVacature, wire]));
const questions: Question[] = there
  ? (JSON.parse(readFileSync(new URL('vum/acceptance/vacancy-queries.json', REFERENCE), 'utf8')) as Question[])
  : [];

let fake: WerkNlFake;
let client: ReturnType<typeof werkNlClient>;
beforeAll(async () => {
  fake = await startWerkNlFake({
    port: 0,
    askers: [OUR_OIN],
    ...(there ? { vacanciesFile: VACANCIES, placesFile: PLACES } : {}),
  });
  client = werkNlClient({
    delivery: { baseUrl: fake.url },
    vum: { baseUrl: `${fake.url}/api/v3`, fromOin: OUR_OIN, toOin: WERK_NL_FAKE_OIN },
    sender: SENDER,
    log: silent,
    deadlineMs: 20_000,
  });
});
afterAll(async () => {
  await client.close();
  await fake.stop();
});

async function ask(path: string, vraagObject?: unknown, headers: Record<string, string> = {}) {
  const response = await request(`${fake.url}/api/v3${path}`, {
    method: vraagObject === undefined ? 'GET' : 'POST',
    headers: { ...HEADERS, ...headers },
    body: vraagObject === undefined ? null : JSON.stringify({ vraagObject }),
  });
  const text = await response.body.text();
  return { status: response.statusCode, headers: response.headers, body: (text ? JSON.parse(text) : null) as Fields };
}
const matchesOf = async (vraagObject: unknown): Promise<Match[]> =>
  (await ask('/vacatures/matches', vraagObject)).body.matches as Match[];

/** The same question in our words; fails where a part of it has none. */
function ours(vraag: Question['vraagObject']): VacancySearch {
  const { selectiegebied, ...rest } = vraag as Record<string, Record<string, unknown>> & Question['vraagObject'];
  const query: VacancySearch = { postcode: selectiegebied.postcode, distanceKm: selectiegebied.afstand };
  const known: Record<string, (asked: Fields) => Partial<VacancySearch>> = {
    'beroep.codeBeroepsnaam': (asked) => ({ occupation: asked.$eq as string }),
    codeWerkEnDenkniveauMinimaal: (asked) => ({
      level: asked.$eq
        ? 'UNKNOWN'
        : { ...(asked.$gte ? { atLeast: Number(asked.$gte) as 1 | 2 | 3 | 4 | 5 | 6 } : {}) },
    }),
    datumAanvangWerkzaamheden: (asked) => ({ startsFrom: asked.$gte as string }),
    'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': (asked) => ({ irregularHours: asked.$eq === 1 }),
    rijbewijs: (asked) => ({
      drivingLicences: (asked.$all as { $elemMatch: { codeSoortRijbewijs: { $eq: string } } }[]).map(
        (one) => one.$elemMatch.codeSoortRijbewijs.$eq,
      ),
    }),
    taalbeheersing: (asked) => ({
      languages: (asked.$all as { $elemMatch: Record<string, { $eq: string; $gte: 2 | 3 | 4 }> }[]).map(
        ({ $elemMatch: one }) => ({
          code: one.codeTaal!.$eq,
          ...(one.codeNiveauTaalbeheersingMondeling
            ? { speakingAtLeast: one.codeNiveauTaalbeheersingMondeling.$gte }
            : {}),
          ...(one.codeNiveauTaalbeheersingSchriftelijk
            ? { writingAtLeast: one.codeNiveauTaalbeheersingSchriftelijk.$gte }
            : {}),
        }),
      ),
    }),
    'werktijden.aantalWerkurenPerWeekMaximaal': (asked) => ({ maximumHoursFrom: asked.$gte as number }),
    'werktijden.aantalWerkurenPerWeekMinimaal': (asked) => ({ minimumHoursUpTo: asked.$lte as number }),
  };
  for (const [name, asked] of Object.entries(rest)) Object.assign(query, known[name]!(asked as Fields));
  expect(question(query)).toEqual(vraag);
  return query;
}

if (there)
  describe('VUM’s acceptance questions about vacancies', () => {
    test('are all about vacancies that are on file', () => {
      expect(questions.length).toBeGreaterThanOrEqual(50);
      expect(questions.flatMap(({ expectedIds }) => expectedIds).filter((id) => !onFile.has(id))).toEqual([]);
    });

    test.each(questions.map((one): [number, Question] => [one.nr, one]))(
      'question %d finds every expected vacancy, and each in whole, through client and fake',
      async (_nr, { vraagObject, expectedIds }) => {
        const { value } = await client.searchVacancies(ours(vraagObject));
        const found = value.matches.map(({ vumId }) => vumId);
        expect(expectedIds.filter((id) => !found.includes(id))).toEqual([]);
        expect(found.length).toBeLessThanOrEqual(100);
        for (const id of expectedIds) {
          expect((await ask(`/vacatures/${id}`)).body.vacature).toEqual(onFile.get(id));
          const whole = (await client.vacancy(id)).value;
          const match = value.matches.find(({ vumId }) => vumId === id)!;
          expect(whole).toMatchObject({ ...match, id });
        }
      },
    );

    test.each(questions.map((one): [number, Question] => [one.nr, one]))(
      'question %d finds nothing outside the filter, and leaves nothing out',
      async (_nr, { vraagObject }) => {
        const { body } = await ask('/vacatures/matches', vraagObject);
        const found = (body.matches as Match[]).map(({ vumID }) => vumID);
        const asked = ours(vraagObject);
        const fitting = wires.filter((wire) => fits(wire, asked));
        const ids = fitting.map(({ idVacature }) => idVacature);
        expect(found.filter((id) => !ids.includes(id))).toEqual([]);
        expect(found).toHaveLength(Math.min(100, fitting.length));
        expect(body.maximumAantalResultatenBereikt).toBe(fitting.length > 100);
        // The nearest: nobody who was left out is nearer than the farthest who was not.
        const away = (id: string) => distance(vraagObject.selectiegebied.postcode, onFile.get(id)!.adres.postcode);
        const left = ids.filter((id) => !found.includes(id)).map(away);
        expect(Math.max(0, ...found.map(away))).toBeLessThanOrEqual(Math.min(Infinity, ...left) + 1e-6);
      },
    );
  });

/** The filter once more, written for these questions alone, so that it can disagree with the fake’s. */
function fits(wire: Wire, asked: VacancySearch): boolean {
  const hours = (wire.werktijden ?? {}) as Record<string, number | undefined>;
  if (distance(asked.postcode, wire.adres.postcode) > asked.distanceKm) return false;
  if (asked.occupation && (wire.beroep as Fields | undefined)?.codeBeroepsnaam !== asked.occupation) return false;
  const level = wire.codeWerkEnDenkniveauMinimaal as string | undefined;
  if (asked.level === 'UNKNOWN' && level !== '7') return false;
  if (asked.level && asked.level !== 'UNKNOWN') {
    if (level === undefined || level === '7') return false;
    if (Number(level) < (asked.level.atLeast ?? 0)) return false;
  }
  if (
    asked.minimumHoursUpTo !== undefined &&
    !((hours.aantalWerkurenPerWeekMinimaal ?? Infinity) <= asked.minimumHoursUpTo)
  )
    return false;
  if (asked.maximumHoursFrom !== undefined && !((hours.aantalWerkurenPerWeekMaximaal ?? -1) >= asked.maximumHoursFrom))
    return false;
  const irregular = (wire.flexibiliteit as Fields | undefined)?.indicatieOnregelmatigWerkOfPloegendienst;
  if (asked.irregularHours !== undefined && irregular !== (asked.irregularHours ? 1 : 2)) return false;
  const licences = ((wire.rijbewijs ?? []) as Fields[]).map((one) => one.codeSoortRijbewijs);
  if (asked.drivingLicences?.some((category) => !licences.includes(category))) return false;
  const spoken = (wire.taalbeheersing ?? []) as Record<string, string | number | undefined>[];
  return (asked.languages ?? []).every(({ code, speakingAtLeast = 0, writingAtLeast = 0 }) =>
    spoken.some(
      (one) =>
        one.codeTaal === code &&
        (!speakingAtLeast || Number(one.codeNiveauTaalbeheersingMondeling ?? -1) >= speakingAtLeast) &&
        (!writingAtLeast || Number(one.codeNiveauTaalbeheersingSchriftelijk ?? -1) >= writingAtLeast),
    ),
  );
}

const centroids = new Map<string, [lat: number, lon: number]>(
  there
    ? readLines(PLACES)
        .slice(1)
        .map((line) => line.split(','))
        .map((cells) => [cells[0]!, [Number(cells.at(-2)), Number(cells.at(-1))]])
    : [],
);

/** By the law of cosines, which haversine is not. */
function distance(a: string, b: string): number {
  const [from, to] = [centroids.get(a.slice(0, 4))!, centroids.get(b.slice(0, 4))!];
  const [la, lo, lb, mo] = [...from, ...to].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  return (
    6371.0088 * Math.acos(Math.min(1, Math.sin(la) * Math.sin(lb) + Math.cos(la) * Math.cos(lb) * Math.cos(lo - mo)))
  );
}

if (there)
  describe('VUM’s specification (bemiddelaar, vacatures)', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(
      JSON.parse(
        readFileSync(new URL('vum/OAS_Contracten/VUM-Bemiddelaar-Vacatures.json', REFERENCE), 'utf8'),
      ) as object,
      'vum',
    );
    const validator = (pointer: string) => ajv.compile({ $ref: `vum#${pointer}` });
    const asked = there
      ? validator('/components/requestBodies/VacatureMatchesRequest/content/application~1json/schema')
      : null!;
    const answered = there ? validator('/components/schemas/VacaturesMatchesResponse') : null!;
    const error = there ? validator('/components/schemas/Error') : null!;
    const whole = there
      ? validator('/paths/~1vacatures~1{vumID}/get/responses/200/content/application~1json/schema')
      : null!;

    const WIDE: VacancySearch = { postcode: '3511 aa', distanceKm: 999 };
    const QUERIES: VacancySearch[] = [
      WIDE,
      { ...WIDE, occupation: 'https://linkeddata.competentnl.nl/uwv/id/occupation/3FF67282A9' },
      { ...WIDE, level: 'UNKNOWN' },
      { ...WIDE, level: {} },
      { ...WIDE, level: { atLeast: 6 } },
      { ...WIDE, minimumHoursUpTo: 1, maximumHoursFrom: 99 },
      { ...WIDE, startsFrom: '2026-11-21', irregularHours: false },
      { ...WIDE, irregularHours: true, drivingLicences: ['B', 'B+', 'C1E'] },
      { ...WIDE, languages: [{ code: 'nld', speakingAtLeast: 2, writingAtLeast: 4 }, { code: 'eng' }] },
    ];

    test.each(QUERIES)('allows our question %j', (query) => {
      const valid = asked({ vraagObject: question(query) });
      expect([valid, asked.errors]).toEqual([true, null]);
    });

    test.each(QUERIES)('allows the fake’s answer to %j', async (query) => {
      const { status, headers, body } = await ask('/vacatures/matches', question(query));
      expect([status, answered(body), answered.errors]).toEqual([200, true, null]);
      expect(headers).toMatchObject({
        'x-vum-berichtversie': '3.0.0',
        'api-version': '3.0.0',
        'x-vum-fromparty': WERK_NL_FAKE_OIN,
        'x-vum-toparty': OUR_OIN,
        'x-vum-viaparty': OUR_OIN,
      });
    });

    test('allows every vacancy the fake tells in whole', async () => {
      for (const { idVacature } of wires.slice(0, 100)) {
        const { body } = await ask(`/vacatures/${idVacature}`);
        expect([idVacature, whole(body), whole.errors]).toEqual([idVacature, true, null]);
      }
    });

    test('allows a vacancy that was put by SETU and is found by VUM', async () => {
      const { externalId } = await client.putVacancy({ ...VACANCY, id: 'found-by-vum' }, 'message-found');
      const { body } = await ask(`/vacatures/${externalId}`);
      expect([whole(body), whole.errors]).toEqual([true, null]);
      const near = await ask('/vacatures/matches', {
        selectiegebied: { postcode: '3011AA', afstand: 0 },
        rijbewijs: { $all: [{ $elemMatch: { codeSoortRijbewijs: { $eq: 'T' } } }] },
      });
      expect([answered(near.body), (near.body.matches as Match[]).some(({ vumID }) => vumID === externalId)]).toEqual([
        true,
        true,
      ]);
      await client.withdrawVacancy({ ...VACANCY, id: 'found-by-vum' }, 'message-gone');
    });

    /** What the specification refuses, the fake refuses with 400.01; and the other way round. */
    const AREA = { postcode: '3511AA', afstand: 10 };
    test.each<[what: string, vraagObject: unknown]>([
      ['no question', null],
      ['no area', {}],
      ['no distance', { selectiegebied: { postcode: '3511AA' } }],
      ['a postcode of four digits', { selectiegebied: { postcode: '3511', afstand: 10 } }],
      ['a distance below 0', { selectiegebied: { ...AREA, afstand: -1 } }],
      ['a distance of 1000', { selectiegebied: { ...AREA, afstand: 1_000 } }],
      ['half a kilometre', { selectiegebied: { ...AREA, afstand: 0.5 } }],
      ['0 hours', { selectiegebied: AREA, 'werktijden.aantalWerkurenPerWeekMinimaal': { $lte: 0 } }],
      ['100 hours', { selectiegebied: AREA, 'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: 100 } }],
      ['hours as text', { selectiegebied: AREA, 'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: '36' } }],
      ['a level of 7 and more', { selectiegebied: AREA, codeWerkEnDenkniveauMinimaal: { $gte: '7', $lt: '7' } }],
      [
        'a level that is equal and less',
        { selectiegebied: AREA, codeWerkEnDenkniveauMinimaal: { $eq: '7', $lt: '7' } },
      ],
      ['a level equal to 3', { selectiegebied: AREA, codeWerkEnDenkniveauMinimaal: { $eq: '3' } }],
      ['a day that is none', { selectiegebied: AREA, datumAanvangWerkzaamheden: { $gte: '2026-02-30' } }],
      [
        'irregular hours 0',
        { selectiegebied: AREA, 'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': { $eq: 0 } },
      ],
      ['all of no licences', { selectiegebied: AREA, rijbewijs: { $all: [] } }],
      [
        'a licence that is none',
        { selectiegebied: AREA, rijbewijs: { $all: [{ $elemMatch: { codeSoortRijbewijs: { $eq: 'Q' } } }] } },
      ],
      [
        'a language of two letters',
        { selectiegebied: AREA, taalbeheersing: { $all: [{ $elemMatch: { codeTaal: { $eq: 'nl' } } }] } },
      ],
      ['no language', { selectiegebied: AREA, taalbeheersing: { $all: [{ $elemMatch: {} }] } }],
      [
        'a level of language 1',
        {
          selectiegebied: AREA,
          taalbeheersing: {
            $all: [{ $elemMatch: { codeTaal: { $eq: 'nld' }, codeNiveauTaalbeheersingMondeling: { $gte: 1 } } }],
          },
        },
      ],
    ])('and the fake refuse %s', async (_what, vraagObject) => {
      expect(asked({ vraagObject })).toBe(false);
      const { status, body } = await ask('/vacatures/matches', vraagObject);
      expect([status, body.code, error(body)]).toEqual([400, '400.01', true]);
    });

    test.each<[what: string, more: Fields]>([
      ['a field that cannot be asked for', { naamVacature: { $eq: 'bestaat niet' } }],
      ['an operator that a field does not have', { 'beroep.codeBeroepsnaam': { $gte: 'zzz' } }],
      ['an operator nobody knows', { codeWerkEnDenkniveauMinimaal: { $regex: 'x' } }],
    ])('lets %s be asked, without effect', async (_what, more) => {
      const vraagObject = { selectiegebied: { postcode: '3511AA', afstand: 50 } };
      expect(asked({ vraagObject: { ...vraagObject, ...more } })).toBe(true);
      const ids = async (vraag: Fields) => (await matchesOf(vraag)).map(({ vumID }) => vumID);
      const plain = await ids(vraagObject);
      expect(plain.length).toBeGreaterThan(5);
      expect(await ids({ ...vraagObject, ...more })).toEqual(plain);
    });

    test.each([
      ['an unknown vumID', '/vacatures/onbekend', {}, 400, '400.02'],
      ['another version', '/vacatures/onbekend', { 'API-Version': '2.0.0' }, 400, '400.01'],
      ['another version of the message', '/vacatures/onbekend', { 'X-VUM-berichtVersie': '3' }, 400, '400.01'],
      ['no OIN', '/vacatures/onbekend', { 'X-VUM-fromParty': '1' }, 400, '400.01'],
      ['another exchange', '/vacatures/onbekend', { 'X-VUM-toParty': OUR_OIN }, 400, '400.01'],
    ])('has the error for %s', async (_what, path, headers, status, code) => {
      const answer = await ask(path, undefined, headers);
      expect([answer.status, answer.body.code, error(answer.body)]).toEqual([status, code, true]);
    });

    test('who may not ask is told 401', async () => {
      const answer = await ask('/vacatures/x', undefined, { 'X-VUM-fromParty': '00000000000000000009' });
      expect(answer.status).toBe(401);
    });
  });

describe('the fake’s search', () => {
  let small: WerkNlFake;
  const place = (pc4: string, latitude: number, longitude: number) => ({
    kind: 'place' as const,
    pc4,
    latitude,
    longitude,
  });
  const vacancy = (idVacature: string, postcode: string, more: Fields = {}) => ({
    vacature: { idVacature, adres: { postcode }, ...more },
  });
  beforeAll(async () => {
    small = await startWerkNlFake({ port: 0, oin: WERK_NL_FAKE_OIN, detailsPerQuestion: 2 });
  });
  afterAll(() => small.stop());
  const searched = async (vraagObject: unknown) => {
    const response = await fetch(`${small.url}/api/v3/vacatures/matches`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify({ vraagObject }),
    });
    return (await response.json()) as { maximumAantalResultatenBereikt: boolean; matches: Match[] };
  };
  const at = (postcode: string, afstand: number, more: Fields = {}) =>
    searched({ selectiegebied: { postcode, afstand }, ...more });

  test('finds nothing until told, and nothing where no place was told', async () => {
    expect((await at('1000AA', 999)).matches).toEqual([]);
    small.tell([vacancy('a', '1000AB'), vacancy('nowhere', '9999ZZ')]);
    expect((await at('1000AA', 999)).matches).toEqual([]);
    const told = await fetch(`${small.url}/_fake/facts`, {
      method: 'POST',
      body: JSON.stringify([place('1000', 52, 5), place('2000', 53, 5)]),
    });
    expect(told.status).toBe(204);
    expect((await at('1000AA', 0)).matches.map(({ vumID }) => vumID)).toEqual(['a']);
    expect((await at('3000AA', 999)).matches).toEqual([]);
  });

  test.each([
    [111, false],
    [112, true],
  ])('one degree of latitude (111.19 km) is within %d km: %s', async (afstand, found) => {
    small.tell([vacancy('b', '2000AA')]);
    expect((await at('1000AA', afstand)).matches.some(({ vumID }) => vumID === 'b')).toBe(found);
  });

  test('gives the nearest 100, and says when there are more', async () => {
    small.tell(Array.from({ length: 100 }, (_, n) => vacancy(`far-${n}`, '2000AA')));
    const answer = await at('1000AA', 999);
    expect(answer.matches).toHaveLength(100);
    expect(answer.matches[0]!.vumID).toBe('a');
    expect(answer.maximumAantalResultatenBereikt).toBe(true);
    expect((await at('1000AA', 10)).maximumAantalResultatenBereikt).toBe(false);
  });

  test.each<[string, Fields, Fields, boolean]>([
    [
      'a day on the day',
      { arbeidsVoorwaarden: { datumAanvangWerkzaamheden: '2026-12-01' } },
      { datumAanvangWerkzaamheden: { $gte: '2026-12-01' } },
      true,
    ],
    [
      'a day before',
      { arbeidsVoorwaarden: { datumAanvangWerkzaamheden: '2026-11-30' } },
      { datumAanvangWerkzaamheden: { $gte: '2026-12-01' } },
      false,
    ],
    ['no day', {}, { datumAanvangWerkzaamheden: { $gte: '2026-12-01' } }, false],
    [
      'hours on the edge',
      { werktijden: { aantalWerkurenPerWeekMinimaal: 20 } },
      { 'werktijden.aantalWerkurenPerWeekMinimaal': { $lte: 20 } },
      true,
    ],
    [
      'hours past the edge',
      { werktijden: { aantalWerkurenPerWeekMinimaal: 21 } },
      { 'werktijden.aantalWerkurenPerWeekMinimaal': { $lte: 20 } },
      false,
    ],
    [
      'hours of another type',
      { werktijden: { aantalWerkurenPerWeekMinimaal: '20' } },
      { 'werktijden.aantalWerkurenPerWeekMinimaal': { $lte: 20 } },
      false,
    ],
    [
      'level 7 where a known one is asked',
      { codeWerkEnDenkniveauMinimaal: '7' },
      { codeWerkEnDenkniveauMinimaal: { $lt: '7' } },
      false,
    ],
    [
      'level 3 of 3 and more',
      { codeWerkEnDenkniveauMinimaal: '3' },
      { codeWerkEnDenkniveauMinimaal: { $gte: '3', $lt: '7' } },
      true,
    ],
    [
      'one licence of two',
      { rijbewijs: [{ codeSoortRijbewijs: 'B' }] },
      { rijbewijs: { $all: ['B', 'C'].map((c) => ({ $elemMatch: { codeSoortRijbewijs: { $eq: c } } })) } },
      false,
    ],
    [
      'level and language in two entries',
      {
        taalbeheersing: [
          { codeTaal: 'nld', codeNiveauTaalbeheersingMondeling: 2 },
          { codeTaal: 'eng', codeNiveauTaalbeheersingMondeling: 4 },
        ],
      },
      {
        taalbeheersing: {
          $all: [{ $elemMatch: { codeTaal: { $eq: 'nld' }, codeNiveauTaalbeheersingMondeling: { $gte: 3 } } }],
        },
      },
      false,
    ],
  ])('%s', async (_what, more, asked, found) => {
    small.tell([vacancy('edge', '1000AB', more)]);
    expect((await at('1000AA', 1, asked)).matches.some(({ vumID }) => vumID === 'edge')).toBe(found);
  });

  test('shows no contact persons, no id and no number of the source', async () => {
    small.tell([
      vacancy('shy', '1000AB', {
        nummerVacature: '12',
        werkgever: { handelsnaamOrganisatie: 'X', contactpersoon: [{ emailadres: ['a@b.nl'] }] },
      }),
    ]);
    const match = (await at('1000AA', 1)).matches.find(({ vumID }) => vumID === 'shy')!;
    expect(match).toEqual({ vumID: 'shy', adres: { postcode: '1000AB' }, werkgever: { handelsnaamOrganisatie: 'X' } });
  });

  test('gives so many in whole after one question, and then 429.01', async () => {
    await at('1000AA', 1);
    const statuses = [];
    for (let i = 0; i < 3; i++)
      statuses.push((await fetch(`${small.url}/api/v3/vacatures/a`, { headers: HEADERS })).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});
