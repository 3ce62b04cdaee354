import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { employerId } from '../../../../subgraphs/employers/dossier/employer-id.js';
import { testCompanies } from '../../../../adapters/kvk/test-companies.js';
import type { KvkFact } from '../../../../adapters/kvk/facts.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ deadlineMs: 5_000 });
});
afterAll(() => graph.close());
afterEach(() => Promise.all([graph.kvk.lift(), graph.suwi.lift()]));

/** Test BV Donald, whose main account holder is prof-04. */
const KVK = '68750110';
const donald = employerId(KVK);
const REFRESH = `mutation ($in: RefreshFromRegistersInput!) { refreshFromRegisters(input: $in) {
  employer { tradeName headcount relationStatus version provenance(fields: ["headcount"]) { source freshness } }
  notices { code message requirement severity } errors { code path message currentVersion } } }`;

const refresh = async (input: object, options?: { idempotencyKey?: string; as?: string }) =>
  (await graph.data(REFRESH, { in: { employerId: donald, ...input } }, options)).refreshFromRegisters;
/** As if a minute had passed. */
const later = () => graph.query(`update employers.register_ask set asked_at = asked_at - interval '1 minute'`);
const lines = async () =>
  (
    await graph.query(
      `select title from employers.timeline_entry where kind = 'REGISTER_CHANGE' and employer_id = $1 order by id`,
      [donald],
    )
  ).map(({ title }) => title);
const notifications = () =>
  graph.query(
    `select recipient_id, title from employers.notification where kind = 'REGISTER_CHANGE' and employer_id = '${donald}' order by at, id`,
  );
const company = testCompanies.find((fact) => 'kvkNumber' in fact && fact.kvkNumber === KVK)!;
const tell = (change: object) => graph.kvk.tell([{ ...company, ...change } as KvkFact]);

describe('asking registers on purpose', () => {
  test('R-015 R-016: the chosen registers are asked and what they say is written down, without a change to tell', async () => {
    const { employer, notices, errors } = await refresh({ sources: ['KVK', 'SUWI_SBR'] });
    expect({ errors, notices }).toEqual({ errors: [], notices: [] });
    expect(employer).toMatchObject({ headcount: 6, version: 1, provenance: [{ source: 'KVK', freshness: 'FRESH' }] });
    const records = await graph.query(
      `select source from employers.register_record where employer_id = $1 order by source`,
      [donald],
    );
    expect(records).toEqual([{ source: 'KVK' }, { source: 'SUWI_SBR' }]);
    expect(await lines()).toEqual([]);
  });

  test('each register is asked at most once a minute about one employer, however often that is tried', async () => {
    await later();
    const asked = () => graph.kvk.calls().total;
    const before = asked();
    const all = await Promise.all(Array.from({ length: 5 }, () => refresh({ sources: ['KVK'] })));
    const refreshed = all.filter(({ notices }) => notices.length === 0);
    expect(refreshed).toHaveLength(1);
    for (const { notices } of all.filter((one) => one !== refreshed[0]))
      expect(notices).toEqual([expect.objectContaining({ code: 'ASKED_RECENTLY', severity: 'INFO' })]);
    // The dossier that each answer shows asks once more: nothing is kept in this test.
    expect(asked() - before).toBe(1 + all.length);
  });

  test('of two registers that were asked a moment ago one notice tells', async () => {
    await later();
    await refresh({ sources: ['KVK', 'SUWI_SBR'] });
    const { notices } = await refresh({ sources: ['KVK', 'SUWI_SBR'] });
    expect(notices.map(({ message }: { message: string }) => message)).toEqual([
      'KvK en het SUWI-bedrijvenregister: minder dan een minuut geleden bevraagd. U ziet dat antwoord.',
    ]);
  });

  test('R-017: what changed stands on the timeline in words, reaches the main account holder, and is an event', async () => {
    await later();
    tell({ headcount: 12, name: 'Test BV Donald en Neven', statutoryName: 'Test BV Donald en Neven' });
    const { employer, notices } = await refresh({ sources: ['KVK'] });
    expect(employer.headcount).toBe(12);
    expect(notices).toEqual([expect.objectContaining({ code: 'REGISTER_CHANGED', requirement: 'R-017' })]);
    expect(await lines()).toEqual([
      'KvK: de statutaire naam gaat van Test BV Donald naar Test BV Donald en Neven.',
      'KvK: het aantal werkzame personen gaat van 6 naar 12.',
    ]);
    expect(await notifications()).toEqual([
      {
        recipient_id: 'prof-04',
        title: 'KvK wijzigde de statutaire naam, het aantal werkzame personen van Test BV Donald.',
      },
    ]);
    const told = await graph.query(
      `select data->'data' as data from outbox.job where name = 'reporting' and data->>'type' = 'employer.register-changed'`,
    );
    expect(told.map(({ data }) => data)).toEqual([
      { employerId: donald, source: 'KVK', fields: ['legalName', 'headcount'] },
    ]);
  });

  test('who had the registers asked is not notified of the own doing', async () => {
    await later();
    tell({ headcount: 13 });
    const before = (await notifications()).length;
    await refresh({ sources: ['KVK'] }, { as: 'municipal' });
    expect(await notifications()).toHaveLength(before);
  });

  test('R-018: a silent register is a notice, and what it said before stays', async () => {
    await later();
    await graph.suwi.fault({ kind: 'soap-fault' });
    const { employer, notices, errors } = await refresh({});
    expect(errors).toEqual([]);
    expect(employer.headcount).toBe(13);
    expect(notices).toEqual([
      {
        code: 'REGISTER_SILENT',
        severity: 'WARNING',
        requirement: 'R-018',
        message: expect.stringMatching(/^Suwinet .* U houdt de laatst bekende gegevens\.$/),
      },
    ]);
  });

  test('a name that came from KvK follows KvK, and one that a professional gave does not', async () => {
    await later();
    const named = (name: string) => ({
      establishments: (company as { establishments: object[] }).establishments.map((one, n) =>
        n ? one : { ...one, name },
      ),
    });
    tell(named('Donald Fruit'));
    expect((await refresh({ sources: ['KVK'] })).employer.tradeName).toBe('Donald Fruit');
    await graph.data(`mutation ($in: UpdateEmployerInput!) { updateEmployer(input: $in) { errors { code } } }`, {
      in: { id: donald, tradeName: 'Fruitbedrijf Donald' },
    });
    await later();
    tell(named('Donald Groente'));
    expect((await refresh({ sources: ['KVK'] })).employer.tradeName).toBe('Fruitbedrijf Donald');
    const OF_NAME = `query ($id: ID!) { employer(id: $id) { provenance(fields: ["tradeName"]) { source conflicts { source value } } } }`;
    expect((await graph.data(OF_NAME, { id: donald })).employer.provenance).toEqual([
      { source: 'WBS', conflicts: [{ source: 'KVK', value: 'Donald Groente' }] },
    ]);
  });

  test('a company that ceased gets that relation status, a line and a notification, once', async () => {
    await later();
    tell({ endedOn: '2026-03-01' });
    const { employer } = await refresh({ sources: ['KVK'] });
    expect(employer.relationStatus).toBe('CEASED');
    expect((await lines()).slice(-2)).toEqual([
      'KvK: de einddatum is nu 1 maart 2026.',
      'Volgens KvK is dit bedrijf beëindigd. De relatiestatus is daarop gezet.',
    ]);
    expect((await notifications()).at(-1)!.title).toMatch(/beëindigd/);
    const before = (await lines()).length;
    await later();
    await refresh({ sources: ['KVK'] });
    expect(await lines()).toHaveLength(before);
  });

  test('an address that KvK shields from now on is gone, and told nowhere', async () => {
    await later();
    const shielded = [{ kind: 'VISITING', shielded: true }];
    const [main, ...others] = (company as { establishments: object[] }).establishments;
    tell({ addresses: shielded, establishments: [{ ...main, addresses: shielded }, ...others] });
    await refresh({ sources: ['KVK'] });
    const added = (await lines()).filter((line) => String(line).includes('bezoekadres'));
    expect(added).toEqual(['KvK: het bezoekadres wordt niet meer vermeld.']);
  });

  test('a repetition under the same key is answered as before and asks nobody', async () => {
    await later();
    const first = await refresh({ sources: ['SUWI_SBR'] }, { idempotencyKey: 'refresh-1' });
    expect(first.errors).toEqual([]);
    await later();
    const before = graph.suwi.calls().total;
    await refresh({ sources: ['SUWI_SBR'] }, { idempotencyKey: 'refresh-1' });
    // The dossier in the answer asks, as always; the refreshing itself did not.
    expect(graph.suwi.calls().total - before).toBeLessThanOrEqual(1);
    const { errors } = await graph.ask(REFRESH, { in: { employerId: donald } }, { idempotencyKey: 'refresh-1' });
    expect(errors![0]!.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test.each([
    ['an employer without a dossier', { employerId: employerId('90000749') }, 'UNKNOWN_EMPLOYER', 'employerId'],
    ['an id that is none', { employerId: 'geen-id' }, 'UNKNOWN_EMPLOYER', 'employerId'],
    ['an employer without a number', { employerId: vanGelderen.id }, 'NO_KVK_NUMBER', 'employerId'],
    ['a source that is no register of employers', { sources: ['SONAR'] }, 'UNKNOWN_REGISTER', 'sources'],
    ['a register beside one that is none', { sources: ['KVK', 'MANUAL'] }, 'UNKNOWN_REGISTER', 'sources'],
    ['no sources at all', { sources: [] }, 'UNKNOWN_REGISTER', 'sources'],
    ['an old version', { expectedVersion: 0 }, 'CONFLICT', 'expectedVersion'],
  ])('%s is refused and no register is asked', async (_, input, code, field) => {
    await later();
    const before = [graph.kvk.calls().total, graph.suwi.calls().total];
    const { employer, errors } = await refresh(input);
    expect({ employer, errors }).toMatchObject({ employer: null, errors: [{ code, path: ['input', field] }] });
    expect([graph.kvk.calls().total, graph.suwi.calls().total]).toEqual(before);
  });

  test('an analyst and a manager may not', async () => {
    for (const as of ['analyst', 'manager']) {
      const { errors } = await graph.ask(REFRESH, { in: { employerId: donald } }, { as });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});
