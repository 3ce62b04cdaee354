import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testCompanies, vanGelderen } from '../../../demo/employers.js';
import { vacancies as demoVacancies, vacancyId } from '../../../demo/vacancies.js';
import type { WerkNl } from '../../../adapters/werknl/port.js';
import { closeVacancy } from '../../../subgraphs/vacancies/vacancy/close-vacancy.js';
import { enterVacancy } from '../../../subgraphs/vacancies/vacancy/enter-vacancy.js';
import { VacancySchema } from '../../../subgraphs/vacancies/vacancy/vacancy.js';
import { followVacancy } from '../../../subgraphs/vacancies/publication/follow-vacancy.js';
import { clock } from '../../../runtime/clock.js';
import { silent } from '../../../runtime/log.js';
import { wakeWaiting } from '../../../subgraphs/vacancies/publication/wake-waiting.js';
import { until } from '../../until.js';
import { TEST_NOW, type Data } from '../alone.js';
import { vacanciesAlone, type VacanciesAlone } from './vacancies-alone.js';

/** Thrown once the message went out, as if the process died before it could write down that it did. */
let dies: Error | null = null;
const mortal = (werkNl: WerkNl): WerkNl => ({
  ...werkNl,
  async putVacancy(vacancy, messageId) {
    const receipt = await werkNl.putVacancy(vacancy, messageId);
    const now = dies;
    dies = null;
    if (now) throw now;
    return receipt;
  },
});

let vacancies: VacanciesAlone;
beforeAll(async () => {
  vacancies = await vacanciesAlone({ retry: { limit: 4, delay: 0 }, between: mortal, client: { deadlineMs: 3_000 } });
});
afterAll(() => vacancies.close());
afterEach(async () => {
  await vacancies.fake.lift();
  await vacancies.delivered();
  // Closes the breaker for those who come after.
  await vacancies.data('{ channelStatus { freshness } }');
});

const FIELDS = `id channel status change since shown externalId publishedAt withdrawnAt message municipality contactName
  applyEmail jobCategory version vacancy { number }`;
const DETAILS = {
  municipality: 'Rotterdam',
  postcode: '3011 AB',
  contactName: 'Afdeling personeel',
  applyEmail: 'werk@bedrijf.example',
  jobCategory: 17,
};
const BY = { by: 'prof-13', at: new Date(TEST_NOW) };

/** A vacancy of a demo employer of which nothing is placed yet. */
async function entered(change: Record<string, unknown> = {}): Promise<string> {
  const {
    closed: _c,
    referrals: _r,
    employerOwnerTeamId: _e,
    ...model
  } = demoVacancies('2026-03-10').find(({ id }) => id === vacancyId(5))!;
  const id = randomUUID();
  const number = `T${id.replaceAll('-', '').slice(0, 10)}`;
  await inTransaction((em) =>
    enterVacancy(em, vacancies.outbox.publish, { ...model, id, number, ...change } as never, BY),
  );
  return id;
}
const inTransaction = <T>(work: (em: Parameters<typeof closeVacancy>[0]) => Promise<T>): Promise<T> =>
  vacancies.subgraph.database.em().transactional(work);

const publish = async (id: string, input: Record<string, unknown> = DETAILS, as = 'municipal'): Promise<Data> =>
  (
    await vacancies.data(
      `mutation ($input: PublishVacancyInput!) { publishVacancy(input: $input) { publication { ${FIELDS} }
        notices { code message requirement } errors { code message path currentVersion } } }`,
      { input: { id, channel: 'WERK_NL', ...input } },
      { as },
    )
  ).publishVacancy;
const withdraw = async (input: Record<string, unknown>, as = 'municipal'): Promise<Data> =>
  (
    await vacancies.data(
      `mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { publication { ${FIELDS} }
        notices { code } errors { code message path currentVersion } } }`,
      { input },
      { as },
    )
  ).withdrawPublication;
const publicationsOf = async (id: string): Promise<Data[]> =>
  (await vacancies.data(`query ($id: ID!) { vacancy(id: $id) { publications { ${FIELDS} } } }`, { id })).vacancy
    .publications;
const statusOf = async (id: string): Promise<string> => (await publicationsOf(id))[0].status;
const atWerkNl = (id: string) => vacancies.fake.vacancies().filter((one) => one.id === id);
const callsFor = () => vacancies.fake.calls().total;

/** Changes a vacancy as its owner would, and lets its publications follow. */
const changed = (id: string, columns: Record<string, unknown>): Promise<void> =>
  inTransaction(async (em) => {
    await em.nativeUpdate(VacancySchema, { id }, columns);
    await followVacancy(em, vacancies.outbox.publish, id, BY);
  });
const closed = (id: string, status = 'FULFILLED'): Promise<void> =>
  inTransaction((em) =>
    closeVacancy(
      em,
      vacancies.outbox.publish,
      { id, employerId: testCompanies[0]!.id },
      { status, on: '2026-03-10' },
      BY,
    ),
  );

describe('a vacancy that is placed', () => {
  test('waits until werk.nl took it, and is then found on werk.nl by everybody (R-152, R-155)', async () => {
    const id = await entered({ title: 'Sorteerder bloemen', workPostcode: '3042 AB' });
    const { publication, notices, errors } = await publish(id, { ...DETAILS, postcode: null });
    expect([notices, errors]).toEqual([[], []]);
    expect(publication).toMatchObject({
      status: 'PENDING',
      change: 'PLACE',
      shown: false,
      externalId: null,
      version: 1,
    });
    await vacancies.delivered();
    const [now] = await publicationsOf(id);
    expect(now).toMatchObject({
      status: 'PUBLISHED',
      shown: true,
      externalId: atWerkNl(id)[0]!.advertisementId,
      message: 'Geplaatst.',
      publishedAt: '2026-03-10T08:00:00.000Z',
      withdrawnAt: null,
    });
    const { externalVacancies } = await vacancies.data(
      `{ externalVacancies(input: { postcode: "3042 AA", distanceKm: 2, drivingLicences: [] }) {
        status { source freshness message } more vacancies { id title employerName postcode hoursMin hoursMax closesOn } } }`,
      {},
      { as: 'matchmaker' },
    );
    expect(externalVacancies.status).toEqual({ source: 'WERK_NL', freshness: 'FRESH', message: null });
    expect(externalVacancies.vacancies).toContainEqual({
      id: now.externalId,
      title: 'Sorteerder bloemen',
      employerName: 'Test EMZ Dagobert',
      postcode: '3042AB',
      hoursMin: 24,
      hoursMax: 40,
      closesOn: '2026-04-29',
    });
  });

  test('of the demo stands there from the start', async () => {
    const [dagobert] = await publicationsOf(vacancyId(5));
    expect(dagobert).toMatchObject({ status: 'PUBLISHED', shown: true, municipality: 'Rotterdam' });
    expect(atWerkNl(vacancyId(5))).toMatchObject([{ status: 'ACTIVE', asked: ['x:put'] }]);
  });

  test('tells werk.nl whom it is of, what it asks and how to apply', async () => {
    const id = await entered({ hoursMin: null, hoursMax: 32, contractType: 'O', salaryIndication: 'Schaal 3' });
    await publish(id, { ...DETAILS, applyTelephone: '010 000 00 00', applyUrl: 'https://bedrijf.example/werk' });
    await vacancies.delivered();
    const xml = atWerkNl(id)[0]!.xml!;
    for (const said of [
      '<IdValue>69599084</IdValue>',
      'Test EMZ Dagobert',
      'Afdeling personeel',
      '<CategoryCode>17</CategoryCode>',
      '<Municipality>Rotterdam</Municipality>',
      '<PostalCode>3011AB</PostalCode>',
      '<Minimum>32</Minimum><Maximum>32</Maximum>',
      'permanent',
      'werk@bedrijf.example',
      '010 000 00 00',
      'https://bedrijf.example/werk',
      'Schaal 3',
    ])
      expect(xml).toContain(said);
  });

  test('leaves nothing of persons on the outbox', async () => {
    const rows = JSON.stringify(await vacancies.query('select data, output from outbox.job'));
    expect(rows).toContain('publication.changed');
    for (const personal of ['Afdeling personeel', 'werk@', 'Team wijkzorg', '000-6660021', 'Rotterdam'])
      expect(rows).not.toContain(personal);
  });
});

describe('what later happens to the vacancy follows by itself', () => {
  test('put, edit, prolong and withdraw go out in that order, however long werk.nl was silent', async () => {
    const id = await entered();
    await vacancies.fake.fault({ kind: '503' });
    await publish(id);
    await changed(id, { title: 'Orderpicker diepvries' });
    await changed(id, { closesOn: '2026-05-09' });
    await changed(id, { title: 'Orderpicker diepvries', closesOn: '2026-05-09' });
    await closed(id);
    expect((await publicationsOf(id))[0]).toMatchObject({ status: 'PENDING', change: 'WITHDRAW', shown: false });
    await vacancies.fake.lift();
    await vacancies.delivered();
    expect(atWerkNl(id)).toMatchObject([
      { status: 'WITHDRAWN', asked: ['x:put', 'x:edit', 'x:prolong', 'x:delete'], xml: null },
    ]);
    expect((await publicationsOf(id))[0]).toMatchObject({
      status: 'WITHDRAWN',
      change: 'WITHDRAW',
      shown: false,
      withdrawnAt: '2026-03-10T08:00:00.000Z',
    });
  });

  test('the last content is what stands there', async () => {
    const id = await entered();
    await publish(id);
    for (let n = 1; n <= 8; n++) await changed(id, { title: `Titel ${n}`, positions: n });
    await vacancies.delivered();
    const [{ asked, xml } = { asked: [], xml: '' }] = atWerkNl(id);
    expect(asked).toEqual(['x:put', ...Array<string>(8).fill('x:edit')]);
    expect(xml).toContain('<NumberToFill>8</NumberToFill>');
    expect(await statusOf(id)).toBe('PUBLISHED');
  });

  test('a change that werk.nl is not told of sends nothing', async () => {
    const id = await entered();
    await publish(id);
    await vacancies.delivered();
    await changed(id, { fit: 'NOT_ASSESSED', ownerId: 'prof-12' });
    expect(await statusOf(id)).toBe('PUBLISHED');
    expect(atWerkNl(id)[0]!.asked).toEqual(['x:put']);
  });

  test('a vacancy that comes to lack something says so, and what stands there stays until it is mended', async () => {
    const id = await entered();
    await publish(id);
    await vacancies.delivered();
    await changed(id, { hoursMin: null, hoursMax: null });
    expect((await publicationsOf(id))[0]).toMatchObject({
      status: 'REFUSED',
      change: 'EDIT',
      shown: true,
      message: expect.stringContaining('uren per week'),
    });
    await changed(id, { hoursMin: 24, hoursMax: 40 });
    expect(await statusOf(id)).toBe('PUBLISHED');
  });

  test('an employer that gets another name gets it in its advertisements too', async () => {
    const [, donald] = testCompanies;
    const id = await entered({ employerId: donald!.id });
    await publish(id);
    await vacancies.delivered();
    const renamed = (tradeName: string, at: string) =>
      inTransaction((em) =>
        vacancies.outbox.publish(em, {
          type: 'employer.updated',
          occurredOn: '2026-03-10',
          recordedAt: new Date(at),
          actorId: 'prof-13',
          data: { employerId: donald!.id, fields: ['name'], tradeName },
        }),
      );
    await renamed('Donald & Neven', '2026-03-10T10:00:00Z');
    await vacancies.delivered();
    // An older event that comes late.
    await renamed('Donald van vroeger', '2026-03-10T09:30:00Z');
    await vacancies.delivered();
    const [{ asked, xml } = { asked: [], xml: '' }] = atWerkNl(id);
    expect(asked).toEqual(['x:put', 'x:edit']);
    expect(xml).toContain('Donald &amp; Neven');
  });
});

test('a merged employer’s advertisements go on under the name and number of the dossier that is kept', async () => {
  const [dagobert, , joyflex] = testCompanies;
  const id = await entered({ employerId: joyflex!.id });
  await publish(id);
  await vacancies.delivered();
  await inTransaction((em) =>
    vacancies.outbox.publish(em, {
      type: 'employer.merged',
      occurredOn: '2026-03-10',
      recordedAt: new Date('2026-03-10T10:00:00Z'),
      actorId: 'prof-18',
      data: { employerId: dagobert!.id, keepId: dagobert!.id, mergedIds: [joyflex!.id] } as never,
    }),
  );
  await vacancies.delivered();
  const [{ asked, xml } = { asked: [], xml: '' }] = atWerkNl(id);
  expect(asked).toEqual(['x:put', 'x:edit']);
  expect(xml).toContain('Test EMZ Dagobert');
  expect(xml).toContain('69599084');
});

test('what waited when the process stopped goes out when it starts again', async () => {
  const id = await entered();
  await vacancies.query(
    `insert into vacancies.publication (id, vacancy_id, channel, status, change, since, shown, requested_at, content_version,
       municipality, contact_name, apply_email, job_category)
     select gen_random_uuid(), $1, channel, 'PENDING', 'PLACE', since, false, requested_at, 1, municipality, contact_name,
       'werk@bedrijf.example', job_category from vacancies.publication where vacancy_id = $2`,
    [id, vacancyId(5)],
  );
  await vacancies.query(
    `insert into vacancies.publication_message (id, publication_id, content_version, change, content, at)
     select gen_random_uuid(), p.id, 1, 'PLACE', jsonb_set(m.content, '{id}', to_jsonb($1::text)), m.at
     from vacancies.publication p, vacancies.publication_message m, vacancies.publication other
     where p.vacancy_id = $1::uuid and m.publication_id = other.id and other.vacancy_id = $2`,
    [id, vacancyId(5)],
  );
  const { database } = vacancies.subgraph;
  await wakeWaiting({ database, clock: clock(TEST_NOW), publish: vacancies.outbox.publish, log: silent });
  await vacancies.delivered();
  expect(await statusOf(id)).toBe('PUBLISHED');
  expect(atWerkNl(id)).toMatchObject([{ status: 'ACTIVE', asked: ['x:put'] }]);
});

describe('whatever happens on the way', () => {
  test('a process that dies after werk.nl took it sends the same message again: one advertisement', async () => {
    const id = await entered();
    dies = new Error('killed');
    const before = callsFor();
    await publish(id);
    await until(async () => (await statusOf(id)) === 'PUBLISHED');
    expect(dies).toBeNull();
    expect(callsFor() - before).toBe(2);
    expect(atWerkNl(id)).toMatchObject([{ status: 'ACTIVE', asked: ['x:put'] }]);
    expect((await publicationsOf(id))[0].externalId).toBe(atWerkNl(id)[0]!.advertisementId);
  });

  test.each(['hang', 'reset', 'refuse', 'truncated', 'html', '500'] as const)(
    '%s: it is tried again, meanwhile the owner sees why, and it is placed once',
    async (kind) => {
      const id = await entered();
      await vacancies.fake.fault({ kind, pathPrefix: '/setu' });
      await publish(id);
      await until(async () => (await publicationsOf(id))[0].message !== null);
      const [waiting] = await publicationsOf(id);
      expect(waiting.status).toBe('PENDING');
      expect(waiting.message).toMatch(/^werk\.nl .*vanzelf opnieuw geprobeerd\.$/);
      expect(waiting.message).not.toMatch(/127\.0\.0\.1|http|:\d{4}/);
      await vacancies.fake.lift();
      await until(async () => (await statusOf(id)) === 'PUBLISHED');
      expect(atWerkNl(id)).toMatchObject([{ status: 'ACTIVE', asked: ['x:put'] }]);
    },
  );

  test('what only we must know does not wait for werk.nl', async () => {
    const ids = [await entered(), await entered(), await entered()];
    await vacancies.fake.fault({ kind: 'hang', pathPrefix: '/setu' });
    for (const id of ids) await publish(id);
    await vacancies.subgraph.database.em().transactional((em) =>
      vacancies.outbox.publish(em, {
        type: 'professional.changed',
        occurredOn: '2026-03-10',
        recordedAt: new Date('2026-03-10T08:00:00Z'),
        actorId: null,
        data: { professionalId: 'prof-99', active: false, version: 2 },
      }),
    );
    await until(
      async () =>
        (await vacancies.query("select 1 from vacancies.professional_left where id = 'prof-99'")).length === 1,
    );
    expect(await Promise.all(ids.map(statusOf))).toEqual(['PENDING', 'PENDING', 'PENDING']);
    await vacancies.fake.lift();
    await until(async () => (await Promise.all(ids.map(statusOf))).every((status) => status === 'PUBLISHED'));
  });

  test('werk.nl that stays away makes it FAILED, with a dead letter; offered again, it is placed', async () => {
    const id = await entered();
    await vacancies.fake.fault({ kind: '503', pathPrefix: '/setu' });
    await publish(id);
    await until(async () => (await statusOf(id)) === 'FAILED');
    const [{ id: publicationId, message }] = await publicationsOf(id);
    expect(message).toBe('werk.nl antwoordt nu niet. Er is vaak genoeg geprobeerd: bied het opnieuw aan.');
    const dead = async () =>
      vacancies.query(
        `select 1 from outbox.job where name = 'vacancies-werknl-dead' and data->'data'->>'publicationId' = $1`,
        [publicationId],
      );
    await until(async () => (await dead()).length === 1);
    await vacancies.fake.lift();
    const { publication, errors } = await publish(id, {});
    expect(errors).toEqual([]);
    expect(publication).toMatchObject({ id: publicationId, status: 'PENDING' });
    await until(async () => (await statusOf(id)) === 'PUBLISHED');
    expect(atWerkNl(id)[0]!.asked).toEqual(['x:put']);
  });

  test('a refusal is not tried again: the owner sees the reason, and offers it anew', async () => {
    const id = await entered();
    await vacancies.fake.fault({ kind: 'ok-with-error', pathPrefix: '/setu' });
    const before = callsFor();
    await publish(id);
    await vacancies.delivered();
    expect((await publicationsOf(id))[0]).toMatchObject({
      status: 'REFUSED',
      change: 'PLACE',
      shown: false,
      message: 'Er is een technische fout opgetreden.',
    });
    // What follows has nothing to follow.
    await changed(id, { title: 'Anders' });
    expect(callsFor() - before).toBe(1);
    await vacancies.fake.lift();
    expect((await publish(id, { contactName: 'Afdeling werving' })).errors).toEqual([]);
    await vacancies.delivered();
    expect((await publicationsOf(id)).map(({ status }) => status)).toEqual(['PUBLISHED']);
    expect(atWerkNl(id)[0]!.xml).toContain('Afdeling werving');
    expect(atWerkNl(id)[0]!.xml).toContain('Anders');
  });

  test('an edit that is refused leaves what stood there, and says so', async () => {
    const id = await entered();
    await publish(id);
    await vacancies.delivered();
    await vacancies.fake.fault({ kind: 'ok-with-error', pathPrefix: '/setu' });
    await changed(id, { title: 'Mag niet' });
    await vacancies.delivered();
    expect((await publicationsOf(id))[0]).toMatchObject({ status: 'REFUSED', change: 'EDIT', shown: true });
    await vacancies.fake.lift();
    await changed(id, { title: 'Mag wel' });
    await vacancies.delivered();
    expect(await statusOf(id)).toBe('PUBLISHED');
    expect(atWerkNl(id)[0]!.xml).toContain('Mag wel');
  });

  test('clients see that werk.nl is down, without an address, and that it is back', async () => {
    const status = async () =>
      (await vacancies.data('{ channelStatus { source freshness retrievedAt message } }')).channelStatus[0];
    expect((await status()).freshness).toBe('FRESH');
    await vacancies.fake.fault({ kind: '503', pathPrefix: '/setu' });
    const ids = await Promise.all(Array.from({ length: 6 }, () => entered()));
    for (const id of ids) await publish(id);
    await until(async () => (await status()).freshness === 'UNAVAILABLE');
    const told = await status();
    expect(told.message).toMatch(/^werk\.nl antwoordt nu niet\./);
    expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.1|http|:\d{4}"/);
    await vacancies.fake.lift();
    await until(async () => (await status()).freshness === 'FRESH');
  });

  test('a hundred at once are a hundred advertisements, each sent once', async () => {
    const ids = await Promise.all(Array.from({ length: 100 }, (_, n) => entered({ title: `Vacature ${n}` })));
    const before = callsFor();
    await Promise.all(ids.map((id) => publish(id)));
    await vacancies.delivered();
    expect(callsFor() - before).toBe(100);
    const kept = new Map(vacancies.fake.vacancies().map((one) => [one.id, one]));
    expect(ids.filter((id) => kept.get(id)?.status !== 'ACTIVE' || kept.get(id)!.asked.length !== 1)).toEqual([]);
    expect(new Set(ids.map((id) => kept.get(id)!.advertisementId)).size).toBe(100);
  });
});

describe('withdrawing', () => {
  test('takes it away, after which it may be placed anew under another advertisement', async () => {
    const id = await entered();
    const { publication } = await publish(id);
    await vacancies.delivered();
    const { errors } = await withdraw({ id: publication.id });
    expect(errors).toEqual([]);
    await vacancies.delivered();
    expect((await publicationsOf(id))[0]).toMatchObject({ status: 'WITHDRAWN', shown: false });
    expect((await withdraw({ id: publication.id })).errors).toMatchObject([{ code: 'ALREADY_WITHDRAWN' }]);
    expect((await publish(id, {})).errors).toEqual([]);
    await vacancies.delivered();
    expect((await publicationsOf(id)).map(({ status }) => status).sort()).toEqual(['PUBLISHED', 'WITHDRAWN']);
    expect(atWerkNl(id)[0]!.asked).toEqual(['x:put', 'x:delete', 'x:put']);
  });

  test('what werk.nl does not have (any more) is withdrawn', async () => {
    const id = await entered();
    await vacancies.fake.fault({ kind: 'ok-with-error', pathPrefix: '/setu' });
    const { publication } = await publish(id);
    await vacancies.delivered();
    await vacancies.fake.lift();
    await withdraw({ id: publication.id });
    await vacancies.delivered();
    expect(await statusOf(id)).toBe('WITHDRAWN');
    expect(atWerkNl(id)).toEqual([]);
  });

  test('is refused while it is being withdrawn, of what does not exist, in another region and of an older version', async () => {
    const id = await entered();
    const { publication } = await publish(id);
    await vacancies.delivered();
    const [{ version }] = await publicationsOf(id);
    const refusals: [Record<string, unknown>, string, string?][] = [
      [{ id: randomUUID() }, 'UNKNOWN_PUBLICATION'],
      [{ id: 'twaalf' }, 'UNKNOWN_PUBLICATION'],
      [{ id: publication.id }, 'OTHER_REGION', 'prof-18'],
      [{ id: publication.id, expectedVersion: version - 1 }, 'CONFLICT'],
    ];
    for (const [input, code, as] of refusals)
      expect((await withdraw(input, as)).errors).toMatchObject([{ code, message: expect.stringMatching(/\.$/) }]);
    await vacancies.fake.fault({ kind: '503' });
    await withdraw({ id: publication.id, expectedVersion: version });
    expect((await withdraw({ id: publication.id })).errors).toMatchObject([{ code: 'BEING_WITHDRAWN' }]);
    expect((await publish(id)).errors).toMatchObject([{ code: 'BEING_WITHDRAWN' }]);
  });
});

describe('is refused, and nothing is written:', () => {
  const { applyEmail: _, ...noWay } = DETAILS;
  const rows: [string, Record<string, unknown>, Record<string, unknown>, string, string, string?][] = [
    ['no municipality', {}, { ...DETAILS, municipality: null }, 'MISSING', 'municipality'],
    ['a municipality of spaces', {}, { ...DETAILS, municipality: '   ' }, 'TOO_SHORT', 'municipality'],
    ['a municipality of 81 characters', {}, { ...DETAILS, municipality: 'x'.repeat(81) }, 'TOO_LONG', 'municipality'],
    ['no contact', {}, { ...DETAILS, contactName: null }, 'MISSING', 'contactName'],
    ['a contact of 101 characters', {}, { ...DETAILS, contactName: 'x'.repeat(101) }, 'TOO_LONG', 'contactName'],
    ['no way to apply', {}, noWay, 'MISSING', 'applyEmail'],
    ['a mail address that is none', {}, { ...DETAILS, applyEmail: 'werk' }, 'INVALID_EMAIL', 'applyEmail'],
    ['a telephone number that is none', {}, { ...DETAILS, applyTelephone: 'bel' }, 'INVALID_PHONE', 'applyTelephone'],
    ['a web address that is none', {}, { ...DETAILS, applyUrl: 'javascript:x' }, 'INVALID_URL', 'applyUrl'],
    ['a postcode that is none', {}, { ...DETAILS, postcode: '0000 AA' }, 'INVALID_POSTCODE', 'postcode'],
    ['no category', {}, { ...DETAILS, jobCategory: null }, 'MISSING', 'jobCategory'],
    ['category 0', {}, { ...DETAILS, jobCategory: 0 }, 'OUT_OF_RANGE', 'jobCategory'],
    ['category 30', {}, { ...DETAILS, jobCategory: 30 }, 'OUT_OF_RANGE', 'jobCategory'],
    ['a vacancy without hours', { hoursMin: null, hoursMax: null }, DETAILS, 'HOURS_MISSING', 'id'],
    ['a vacancy without a contract', { contractType: null }, DETAILS, 'CONTRACT_MISSING', 'id'],
    ['a vacancy without a title', { title: ' ' }, DETAILS, 'TITLE_MISSING', 'id'],
    ['a vacancy without an occupation', { occupationName: '' }, DETAILS, 'OCCUPATION_MISSING', 'id'],
    ['voluntary work', { kind: 'VOLUNTARY' }, DETAILS, 'VOLUNTARY_WORK', 'id'],
    ['an employer without a number', { employerId: vanGelderen.id }, DETAILS, 'KVK_NUMBER_MISSING', 'id'],
    ['an employer we know nothing of', { employerId: randomUUID() }, DETAILS, 'EMPLOYER_UNKNOWN', 'id'],
    ['a vacancy that closed yesterday', { closesOn: '2026-03-09' }, DETAILS, 'VACANCY_CLOSED', 'id'],
    ['an older version', {}, { ...DETAILS, expectedVersion: 0 }, 'CONFLICT', 'expectedVersion'],
    ['another region', {}, DETAILS, 'OTHER_REGION', 'id', 'prof-18'],
  ];
  const counts = async () =>
    (
      await vacancies.query(
        `select (select count(*)::int from vacancies.publication) as publications,
          (select count(*)::int from vacancies.publication_message) as messages,
          (select count(*)::int from outbox.job where name like 'vacancies%') as jobs`,
      )
    )[0];

  test.each(rows.map((row) => [row[0], row] as const))('%s', async (_what, [, vacancy, input, code, field, as]) => {
    const id = await entered(vacancy);
    const before = await counts();
    const { publication, errors } = await publish(id, input, as);
    expect(publication).toBeNull();
    expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringMatching(/[.)]$/) }]);
    expect(await counts()).toEqual(before);
  });

  test('a vacancy that does not exist, that is no id, and that is closed', async () => {
    const over = await entered();
    await closed(over);
    for (const [id, code] of [
      [randomUUID(), 'UNKNOWN_VACANCY'],
      ['twaalf', 'UNKNOWN_VACANCY'],
      [over, 'VACANCY_NOT_OPEN'],
    ] as const)
      expect((await publish(id)).errors).toMatchObject([{ code, path: ['input', 'id'] }]);
  });

  test('what stands there already', async () => {
    const id = await entered();
    await publish(id);
    expect((await publish(id)).errors).toMatchObject([{ code: 'ALREADY_PUBLISHED' }]);
    await vacancies.delivered();
    expect((await publish(id)).errors).toMatchObject([{ code: 'ALREADY_PUBLISHED' }]);
    expect(await publicationsOf(id)).toHaveLength(1);
  });

  test('everything at once is told at once', async () => {
    const id = await entered({ hoursMin: null, hoursMax: null, contractType: null, employerId: vanGelderen.id });
    const { errors } = await publish(id, {});
    expect(errors.map(({ code }: Data) => code)).toEqual([
      'HOURS_MISSING',
      'CONTRACT_MISSING',
      'KVK_NUMBER_MISSING',
      ...Array<string>(4).fill('MISSING'),
    ]);
  });

  test.each(['analyst', 'manager'])('who may not: %s', async (as) => {
    const { errors } = await vacancies.ask(
      'mutation ($id: ID!) { publishVacancy(input: { id: $id, channel: WERK_NL }) { errors { code } } }',
      { id: vacancyId(6) },
      { as },
    );
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

test('a channel that is silent is told to who places', async () => {
  const id = await entered();
  await vacancies.fake.fault({ kind: '503', pathPrefix: '/setu' });
  for (let n = 0; n < 6; n++) await publish(await entered());
  await until(
    async () => (await vacancies.data('{ channelStatus { freshness } }')).channelStatus[0].freshness !== 'FRESH',
  );
  const { notices, errors } = await publish(id);
  expect(errors).toEqual([]);
  expect(notices).toMatchObject([{ code: 'CHANNEL_SILENT', requirement: 'R-242' }]);
});
