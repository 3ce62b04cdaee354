import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { testCompanies } from '../../../../adapters/kvk/test-companies.js';
import type { KvkFact } from '../../../../adapters/kvk/facts.js';
import { employerId } from '../../../../subgraphs/employers/dossier/employer-id.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ deadlineMs: 5_000 });
});
afterAll(() => graph.close());
afterEach(() => Promise.all([graph.kvk.lift(), graph.suwi.lift()]));

/** Grand Joyflex, which has 48 people by KvK and 31 by SUWI. */
const KVK = '90001354';
const joyflex = employerId(KVK);
const FIELD = `headcount provenance(fields: ["headcount"]) { source conflicts { source value } settled { byId byName at reason changed } }`;
const RESOLVE = `mutation ($in: ResolveFieldConflictInput!) { resolveFieldConflict(input: $in) {
  employer { version ${FIELD} } notices { code } errors { code path message requirement currentVersion } } }`;
const reason = 'Gebeld met de werkgever: er werken er nu 31.';
const choice = { employerId: joyflex, field: 'headcount', chooseSource: 'SUWI_SBR', reason };

const resolve = async (input: object = {}, options?: { as?: string; idempotencyKey?: string }) =>
  (await graph.data(RESOLVE, { in: { ...choice, ...input } }, options)).resolveFieldConflict;
const dossier = async () =>
  (await graph.data(`query ($id: ID!) { employer(id: $id) { ${FIELD} } }`, { id: joyflex })).employer;
const company = testCompanies.find((fact) => 'kvkNumber' in fact && fact.kvkNumber === KVK)!;

describe('R-017: a conflict between sources is settled with a reason', () => {
  test('until then the order decides, and the other stands in the conflicts', async () => {
    expect(await dossier()).toEqual({
      headcount: 48,
      provenance: [{ source: 'KVK', conflicts: [{ source: 'SUWI_SBR', value: '31' }], settled: null }],
    });
  });

  test.each([
    ['a field that does not exist', { field: 'shoeSize' }, 'UNKNOWN_FIELD', 'field'],
    ['the name of the dossier, which is our own', { field: 'tradeName' }, 'OWN_FIELD', 'field'],
    ['a field on which sources agree', { field: 'legalName' }, 'NO_CONFLICT', 'field'],
    ['a source that tells nothing', { chooseSource: 'WERK_NL' }, 'SOURCE_TELLS_NOTHING', 'chooseSource'],
    ['a manual value that nobody entered', { chooseSource: 'MANUAL' }, 'SOURCE_TELLS_NOTHING', 'chooseSource'],
    ['no reason', { reason: ' ' }, 'TOO_SHORT', 'reason'],
    ['a reason of nine characters', { reason: '123456789' }, 'TOO_SHORT', 'reason'],
    ['a reason without an end', { reason: 'x'.repeat(1001) }, 'TOO_LONG', 'reason'],
    ['an employer without a dossier', { employerId: employerId('90000749') }, 'UNKNOWN_EMPLOYER', 'employerId'],
    ['an id that is none', { employerId: "1' or true --" }, 'UNKNOWN_EMPLOYER', 'employerId'],
    ['an old version', { expectedVersion: 0 }, 'CONFLICT', 'expectedVersion'],
  ])('%s is refused and nothing is written', async (_, input, code, field) => {
    const written = `select (select count(*) from employers.history) as history, (select count(*) from outbox.job) as events`;
    const before = await graph.query(written);
    const { employer, errors } = await resolve(input);
    expect({ employer, errors }).toMatchObject({ employer: null, errors: [{ code, path: ['input', field] }] });
    expect(await graph.query(written)).toEqual(before);
  });

  test('the chosen source goes first, with who chose it and why; the others stay visible; a line tells', async () => {
    const { employer, errors } = await resolve({ expectedVersion: 1 });
    expect(errors).toEqual([]);
    expect(employer).toEqual({
      version: 2,
      headcount: 31,
      provenance: [
        {
          source: 'SUWI_SBR',
          conflicts: [{ source: 'KVK', value: '48' }],
          settled: { byId: 'prof-01', byName: 'Anouk Verstraten', at: expect.anything(), reason, changed: false },
        },
      ],
    });
    const [line] = await graph.query(
      `select kind, title, actor_id from employers.timeline_entry where employer_id = $1 order by id desc limit 1`,
      [joyflex],
    );
    expect(line).toEqual({
      kind: 'DOSSIER',
      actor_id: 'prof-01',
      title: `Bronnen verschillen over het aantal werkzame personen; gekozen is het SUWI-bedrijvenregister (31). Reden: ${reason}`,
    });
  });

  test('an analyst sees that it was settled and by whom, and not the reason, which may name people', async () => {
    const { data, errors } = await graph.ask(
      `query ($id: ID!) { employer(id: $id) { provenance(fields: ["headcount"]) { settled { byName reason } } } }`,
      { id: joyflex },
      { as: 'analyst' },
    );
    expect(data.employer.provenance).toEqual([{ settled: null }]);
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const seen = await graph.data(
      `query ($id: ID!) { employer(id: $id) { provenance(fields: ["headcount"]) { settled { byName } } } }`,
      { id: joyflex },
      { as: 'analyst' },
    );
    expect(seen.employer.provenance).toEqual([{ settled: { byName: 'Anouk Verstraten' } }]);
  });

  test('the choice holds when its source says something else, and says so on the timeline and in the dossier', async () => {
    await resolve({ chooseSource: 'KVK', reason: 'De opgave bij KvK is van deze week.' });
    const REFRESH = `mutation ($id: ID!) { refreshFromRegisters(input: { employerId: $id, sources: [KVK] }) { errors { code } } }`;
    await graph.data(REFRESH, { id: joyflex });
    graph.kvk.tell([{ ...company, headcount: 55 } as KvkFact]);
    await graph.query(`update employers.register_ask set asked_at = asked_at - interval '1 minute'`);
    await graph.data(REFRESH, { id: joyflex });
    expect(await dossier()).toMatchObject({
      headcount: 55,
      provenance: [{ source: 'KVK', settled: { changed: true }, conflicts: [{ source: 'SUWI_SBR', value: '31' }] }],
    });
    const [line] = await graph.query(
      `select title from employers.timeline_entry where employer_id = $1 and kind = 'REGISTER_CHANGE' order by id desc limit 1`,
      [joyflex],
    );
    expect(line!.title).toBe(
      'KvK: het aantal werkzame personen gaat van 48 naar 55. Voor dit veld is deze bron gekozen: ga na of dat nog klopt.',
    );
  });

  test('what was typed in can be chosen once it is there, and a register before it', async () => {
    const UPDATE = `mutation ($in: UpdateEmployerInput!) { updateEmployer(input: $in) { errors { code } } }`;
    await graph.data(UPDATE, { in: { id: joyflex, headcount: 40 } });
    expect(await dossier()).toMatchObject({ headcount: 55, provenance: [{ source: 'KVK' }] });
    await resolve({ chooseSource: 'MANUAL', reason: 'Geteld tijdens het bedrijfsbezoek.' });
    expect(await dossier()).toMatchObject({
      headcount: 40,
      provenance: [{ source: 'MANUAL', settled: { reason: 'Geteld tijdens het bedrijfsbezoek.' } }],
    });
    await graph.data(UPDATE, { in: { id: joyflex, headcount: null } });
    expect(await dossier()).toMatchObject({ headcount: 55, provenance: [{ source: 'KVK', settled: null }] });
  });

  test('every choice is kept', async () => {
    expect(
      await graph.query(`select source, value, by_id from employers.field_choice where employer_id = $1 order by id`, [
        joyflex,
      ]),
    ).toEqual([
      { source: 'SUWI_SBR', value: '31', by_id: 'prof-01' },
      { source: 'KVK', value: '48', by_id: 'prof-01' },
      { source: 'MANUAL', value: '40', by_id: 'prof-01' },
    ]);
  });

  test('of 6 who settle at the version they read one does, and the others are told', async () => {
    const { employer } = await graph.data('query ($id: ID!) { employer(id: $id) { version } }', { id: joyflex });
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        resolve({ expectedVersion: employer.version, reason: `Zo hebben wij het afgesproken (${n}).` }),
      ),
    );
    expect(all.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    for (const { errors } of all.filter((one) => one.errors.length))
      expect(errors).toMatchObject([{ code: 'CONFLICT', currentVersion: employer.version + 1 }]);
  });

  test('one Idempotency-Key is one choice, also when the register is silent by then', async () => {
    const first = await resolve({ reason: 'Afgestemd met de afdeling.' }, { idempotencyKey: 'choice-1' });
    await graph.suwi.fault({ kind: 'soap-fault' });
    const again = await resolve({ reason: 'Afgestemd met de afdeling.' }, { idempotencyKey: 'choice-1' });
    expect([first.errors, again.errors]).toEqual([[], []]);
    expect(
      await graph.query(`select 1 from employers.field_choice where reason = 'Afgestemd met de afdeling.'`),
    ).toHaveLength(1);
  });
});

describe('R-017: every value of the dossier tells where it comes from', () => {
  test('registers, own values and their age', async () => {
    const { employer } = await graph.data(
      `query ($id: ID!) { employer(id: $id) { provenance { field source retrievedAt staleAfter freshness sourceRecordId } } }`,
      { id: joyflex },
    );
    const bySource = (source: string) =>
      employer.provenance
        .filter((one: { source: string }) => one.source === source)
        .map(({ field }: { field: string }) => field);
    expect(bySource('WBS')).toEqual([
      'tradeName',
      'wbsNumber',
      'kind',
      'relationStatus',
      'sector',
      'isKeyAccount',
      'tier',
    ]);
    expect(bySource('KVK')).toEqual(['legalName', 'legalForm', 'activities', 'website', 'postalAddress']);
    for (const { source, retrievedAt, staleAfter, freshness } of employer.provenance) {
      expect(retrievedAt).not.toBeNull();
      expect(freshness).toBe('FRESH');
      expect(staleAfter === null).toBe(source === 'WBS');
    }
  });

  test('an own value is as old as its last change, not as the dossier', async () => {
    const id = employerId('69599068');
    const AGES = `query ($id: ID!) { employer(id: $id) { provenance(fields: ["sector", "tier", "headcount"]) { field source retrievedAt } } }`;
    const UPDATE = `mutation ($in: UpdateEmployerInput!) { updateEmployer(input: $in) { errors { code } } }`;
    const ages = async () =>
      Object.fromEntries(
        (await graph.data(AGES, { id })).employer.provenance.map((one: { field: string; retrievedAt: string }) => [
          one.field,
          one.retrievedAt,
        ]),
      );
    const before = await ages();
    await graph.data(UPDATE, { in: { id, sector: 'Welzijn', headcount: 14 } });
    const [{ at }] = (await graph.query(
      `select max(recorded_at) as at from employers.history where table_name = 'employer' and record_id = $1`,
      [id],
    )) as [{ at: Date }];
    expect(await ages()).toEqual({ tier: before.tier, sector: at.toISOString(), headcount: at.toISOString() });
  });
});
