import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { jobseekerId, jobseekers as demoJobseekers } from '../../../../demo/jobseekers.js';
import { startWerkNlFake, type WerkNlFake } from '../../../../adapters/werknl/fake.js';
import type { WerkNl } from '../../../../adapters/werknl/port.js';
import { openJobseekers } from '../../../../subgraphs/jobseekers/open-jobseekers.js';
import { gapsIn } from '../../../../subgraphs/authorise.js';
import { access } from '../../../../subgraphs/jobseekers/access.js';
import { until } from '../../../until.js';
import { alone, type Alone, type Data } from '../../alone.js';
import { clientOf } from '../../vacancies/vacancies-alone.js';

/** Thrown once the CV went out, as if the process died before it could write down that it did. */
let dies: Error | null = null;
const mortal = (werkNl: WerkNl): WerkNl => ({
  ...werkNl,
  async putCv(cv, messageId) {
    const receipt = await werkNl.putCv(cv, messageId);
    const now = dies;
    dies = null;
    if (now) throw now;
    return receipt;
  },
});

let fake: WerkNlFake;
let werkNl: ReturnType<typeof clientOf>;
let jobseekers: Alone;
beforeAll(async () => {
  fake = await startWerkNlFake({ port: 0 });
  werkNl = clientOf(fake, { deadlineMs: 3_000 });
  jobseekers = await alone((common) => openJobseekers({ ...common, werkNl: mortal(werkNl) }), {
    retry: { limit: 4, delay: 0 },
  });
});
afterAll(async () => {
  await jobseekers.close();
  await werkNl.close();
  await fake.stop();
});
afterEach(async () => {
  await fake.lift();
  await delivered();
});

const FIELDS = `id status change since shown publishedAt withdrawnAt message consentStoring consentMatching consentGivenOn
  consentRecordedAt consentRecordedBy { id } version jobseeker { id }`;
const CONSENT = { storing: true, matching: true, givenOn: '2026-03-09' };
const payload = `publication { ${FIELDS} } notices { code } errors { code message path currentVersion }`;

const place = async (id: string, input: Record<string, unknown> = {}, as = 'casemanager'): Promise<Data> =>
  (
    await jobseekers.data(
      `mutation ($input: PlaceCvOnWerkNlInput!) { placeCvOnWerkNl(input: $input) { ${payload} } }`,
      { input: { jobseekerId: id, consent: CONSENT, ...input } },
      { as },
    )
  ).placeCvOnWerkNl;
const withdraw = async (id: string, input: Record<string, unknown> = {}, as = 'casemanager'): Promise<Data> =>
  (
    await jobseekers.data(
      `mutation ($input: WithdrawCvFromWerkNlInput!) { withdrawCvFromWerkNl(input: $input) { ${payload} } }`,
      { input: { jobseekerId: id, ...input } },
      { as },
    )
  ).withdrawCvFromWerkNl;
const cvOf = async (id: string): Promise<Data> =>
  (
    await jobseekers.data(
      `query ($id: ID!) { jobseeker(id: $id) { cv { publishedOnWerkNl werkNl { ${FIELDS} } } } }`,
      { id },
      { as: 'casemanager' },
    )
  ).jobseeker.cv;
const delivered = () => until(async () => (await jobseekers.outbox.waiting('jobseekers-werknl')) === 0);
const atWerkNl = (publicationId: string) => fake.cvs().find(({ id }) => id === publicationId);

test('every field has its rule of access', () => {
  expect(gapsIn(access, jobseekers.subgraph.schema)).toEqual([]);
});

describe('a CV that is placed', () => {
  test('stands on werk.nl with the consent, which is on record; the CV says so only then (R-182)', async () => {
    const id = jobseekerId(1);
    expect(await cvOf(id)).toEqual({ publishedOnWerkNl: false, werkNl: null });
    const { publication, notices, errors } = await place(id);
    expect([notices, errors]).toEqual([[], []]);
    expect(publication).toMatchObject({
      status: 'PENDING',
      change: 'PLACE',
      shown: false,
      consentStoring: true,
      consentMatching: true,
      consentGivenOn: '2026-03-09',
      consentRecordedAt: '2026-03-10T08:00:00.000Z',
      consentRecordedBy: { id: 'prof-03' },
      jobseeker: { id },
      version: 1,
    });
    await delivered();
    const now = await cvOf(id);
    expect(now.publishedOnWerkNl).toBe(true);
    expect(now.werkNl).toMatchObject({ status: 'PUBLISHED', shown: true, message: 'Geplaatst.', withdrawnAt: null });
    expect(atWerkNl(publication.id)).toMatchObject({ status: 'ACTIVE', asked: ['x:put'] });
    const xml = atWerkNl(publication.id)!.xml!;
    expect(xml).toContain('<IndicatorStoringCVAllowed>true');
    const [person] = demoJobseekers('2026-03-10');
    for (const private_ of [person!.name, person!.postcodeArea, id, person!.sonarId])
      expect(xml).not.toContain(private_);
  });

  test('went out on record: who, what for and what', async () => {
    const rows = await jobseekers.query(
      `select by_id, purpose, fields from jobseekers.processing_record where jobseeker_id = $1 and action = 'verstrekken'`,
      [jobseekerId(1)],
    );
    expect(rows).toEqual([{ by_id: 'prof-03', purpose: 'plaatsing op werk.nl', fields: ['cv'] }]);
  });

  test('leaves no number or word of the person on the outbox', async () => {
    const rows = JSON.stringify(await jobseekers.query('select data, output from outbox.job'));
    expect(rows).toContain('cv-publication.changed');
    for (const { id, name, sonarId } of demoJobseekers('2026-03-10'))
      for (const personal of [id, name, sonarId]) expect(rows).not.toContain(personal);
  });

  test('is renewed as it is then, under the same number, with the new consent', async () => {
    const id = jobseekerId(2);
    const { publication } = await place(id);
    await delivered();
    await jobseekers.query(
      `update jobseekers.curriculum_vitae set presentation = 'Ik lees nu ook tekeningen.' where jobseeker_id = $1`,
      [id],
    );
    const again = await place(id, { consent: { ...CONSENT, matching: false } });
    expect(again.publication.id).toBe(publication.id);
    await delivered();
    const { asked, xml } = atWerkNl(publication.id)!;
    expect(asked).toEqual(['x:put', 'x:put']);
    expect(xml).toContain('Ik lees nu ook tekeningen.');
    expect(xml).toContain('<IndicatorMatchingWanted>false');
  });
});

describe('whatever happens on the way', () => {
  test('a process that dies after werk.nl took it sends the same message again: it is carried out once', async () => {
    const id = jobseekerId(3);
    dies = new Error('killed');
    const before = fake.calls().total;
    const { publication } = await place(id);
    await until(async () => (await cvOf(id)).publishedOnWerkNl);
    expect(fake.calls().total - before).toBe(2);
    expect(atWerkNl(publication.id)!.asked).toEqual(['x:put']);
  });

  test('a CV that changed in between is another message, and is taken', async () => {
    const id = jobseekerId(4);
    dies = new Error('killed');
    const { publication } = await place(id);
    await until(() => dies === null);
    await jobseekers.query(`update jobseekers.curriculum_vitae set presentation = 'Anders.' where jobseeker_id = $1`, [
      id,
    ]);
    await until(async () => (await cvOf(id)).publishedOnWerkNl);
    expect(atWerkNl(publication.id)!.xml).toContain('Anders.');
  });

  test.each(['hang', 'reset', '503'] as const)('%s: it is tried again, meanwhile one sees why', async (kind) => {
    const id = jobseekerId({ hang: 5, reset: 6, 503: 7 }[kind]);
    await fake.fault({ kind });
    await place(id);
    await until(async () => (await cvOf(id)).werkNl.message !== null);
    const waiting = await cvOf(id);
    expect(waiting).toMatchObject({ publishedOnWerkNl: false, werkNl: { status: 'PENDING' } });
    expect(waiting.werkNl.message).toMatch(/^werk\.nl .*vanzelf opnieuw geprobeerd\.$/);
    await fake.lift();
    await until(async () => (await cvOf(id)).publishedOnWerkNl);
  });

  test('werk.nl that stays away makes it FAILED, visibly; offered again, it is placed', async () => {
    const id = jobseekerId(8);
    await fake.fault({ kind: '503' });
    await place(id);
    await until(async () => (await cvOf(id)).werkNl.status === 'FAILED');
    expect((await cvOf(id)).publishedOnWerkNl).toBe(false);
    await fake.lift();
    await place(id);
    await until(async () => (await cvOf(id)).publishedOnWerkNl);
  });

  test('a refusal is told, and not tried again', async () => {
    const id = jobseekerId(9);
    await fake.fault({ kind: 'ok-with-error' });
    const before = fake.calls().total;
    await place(id);
    await delivered();
    expect(await cvOf(id)).toMatchObject({
      publishedOnWerkNl: false,
      werkNl: { status: 'REFUSED', message: 'Er is een technische fout opgetreden.' },
    });
    expect(fake.calls().total - before).toBe(1);
  });
});

describe('withdrawing', () => {
  test('takes it away, and sends nothing of the person but its number', async () => {
    const id = jobseekerId(10);
    const { publication } = await place(id);
    await delivered();
    const gone = await withdraw(id);
    expect(gone.publication).toMatchObject({ status: 'PENDING', change: 'WITHDRAW', consentStoring: false });
    await delivered();
    expect(await cvOf(id)).toMatchObject({ publishedOnWerkNl: false, werkNl: { status: 'WITHDRAWN', shown: false } });
    expect(atWerkNl(publication.id)).toMatchObject({ status: 'WITHDRAWN', asked: ['x:put', 'x:delete'], xml: null });
    expect((await withdraw(id)).errors).toMatchObject([{ code: 'NOT_PUBLISHED' }]);
  });

  test('before werk.nl answered: what waited to be placed is not placed any more', async () => {
    const id = jobseekerId(11);
    await fake.fault({ kind: '503' });
    const { publication } = await place(id);
    await until(async () => (await cvOf(id)).werkNl.message !== null);
    await withdraw(id);
    const calls = fake.calls().total;
    await fake.lift();
    await until(async () => (await cvOf(id)).werkNl.status === 'WITHDRAWN');
    expect(fake.calls().total - calls).toBeLessThan(4);
    // What may have arrived while werk.nl seemed silent is gone too.
    expect(['WITHDRAWN', undefined]).toContain(atWerkNl(publication.id)?.status);
    const rows = await jobseekers.query(
      'select change, outcome from jobseekers.cv_message where publication_id = $1 order by content_version',
      [publication.id],
    );
    expect(rows).toEqual([
      { change: 'PLACE', outcome: 'SKIPPED' },
      { change: 'WITHDRAW', outcome: 'DONE' },
    ]);
  });
});

describe('is refused, and nothing is written:', () => {
  const count = async () =>
    (await jobseekers.query('select count(*)::int as n from jobseekers.cv_message'))[0]!.n as number;
  const rows: [string, string, Record<string, unknown>, string, string[], string][] = [
    [
      'no consent',
      jobseekerId(20),
      { consent: { ...CONSENT, storing: false } },
      'CONSENT_MISSING',
      ['consent', 'storing'],
      'casemanager',
    ],
    [
      'consent of tomorrow',
      jobseekerId(20),
      { consent: { ...CONSENT, givenOn: '2026-03-11' } },
      'IN_THE_FUTURE',
      ['consent', 'givenOn'],
      'casemanager',
    ],
    ['somebody unknown', randomUUID(), {}, 'UNKNOWN_JOBSEEKER', ['jobseekerId'], 'casemanager'],
    ['what is no id', 'twaalf', {}, 'UNKNOWN_JOBSEEKER', ['jobseekerId'], 'casemanager'],
    ['another region', jobseekerId(12), {}, 'OTHER_REGION', ['jobseekerId'], 'prof-18'],
    ['an older version', jobseekerId(1), { expectedVersion: 0 }, 'CONFLICT', ['expectedVersion'], 'casemanager'],
    [
      'a version of what is not there',
      jobseekerId(12),
      { expectedVersion: 3 },
      'CONFLICT',
      ['expectedVersion'],
      'casemanager',
    ],
  ];
  test.each(rows)('%s', async (_what, id, input, code, path, as) => {
    const before = await count();
    const { publication, errors } = await place(id, input, as);
    expect(publication).toBeNull();
    expect(errors).toMatchObject([{ code, path: ['input', ...path], message: expect.stringMatching(/[.)]$/) }]);
    expect(await count()).toBe(before);
  });

  test('who is not mediated, who has no CV, and who is known from VUM alone', async () => {
    const [closed, bare, stranger] = [jobseekerId(13), randomUUID(), jobseekerId(14)];
    await jobseekers.query('update jobseekers.jobseeker set open_to_mediation = false where id = $1', [closed]);
    await jobseekers.query('update jobseekers.jobseeker set name = null where id = $1', [stranger]);
    await jobseekers.query(
      `insert into jobseekers.jobseeker (id, sonar_id, name, region_id, open_to_mediation, transport, contract_types)
       values ($1, 'SNR-X', 'Iemand', 'rijnmond', true, '{}', '{}')`,
      [bare],
    );
    for (const [id, code] of [
      [closed, 'NOT_OPEN_TO_MEDIATION'],
      [bare, 'CV_MISSING'],
      [stranger, 'ONLY_A_PROFILE'],
    ] as const)
      expect((await place(id)).errors).toMatchObject([{ code }]);
    expect((await withdraw(bare)).errors).toMatchObject([{ code: 'NOT_PUBLISHED' }]);
  });

  test('a date that is none and a missing consent, at the door', async () => {
    for (const input of [{ consent: { ...CONSENT, givenOn: 'gisteren' } }, { consent: null }]) {
      const { errors } = await jobseekers.ask(
        'mutation ($input: PlaceCvOnWerkNlInput!) { placeCvOnWerkNl(input: $input) { errors { code } } }',
        { input: { jobseekerId: jobseekerId(15), ...input } },
        { as: 'casemanager' },
      );
      expect(errors).toHaveLength(1);
    }
  });

  test.each(['analyst', 'manager', 'admin'])('who may not: %s', async (as) => {
    const { errors } = await jobseekers.ask(
      'mutation ($input: WithdrawCvFromWerkNlInput!) { withdrawCvFromWerkNl(input: $input) { errors { code } } }',
      { input: { jobseekerId: jobseekerId(1) } },
      { as },
    );
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

test('without werk.nl there is nothing to place on, and that is told', async () => {
  const without = await alone(openJobseekers);
  try {
    const { placeCvOnWerkNl } = await without.data(
      'mutation ($input: PlaceCvOnWerkNlInput!) { placeCvOnWerkNl(input: $input) { errors { code message } } }',
      { input: { jobseekerId: jobseekerId(1), consent: CONSENT } },
      { as: 'casemanager' },
    );
    expect(placeCvOnWerkNl.errors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
  } finally {
    await without.close();
  }
});
