import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { employers as demoEmployers, daysBefore, testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { access } from '../../../../subgraphs/employers/access.js';
import { gapsIn } from '../../../../subgraphs/authorise.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const TODAY = '2026-03-10';
const byKvk = (kvk: string) => testCompanies.find((e) => e.kvkNumber === kvk)!.id;
const statements: string[] = [];
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph.close());

const decision = async (id: string, candidate: string, region: string, on?: string) =>
  (
    await graph.data(
      `query ($id: ID!, $candidate: ID!, $region: ID!, $on: Date) { employer(id: $id) {
        ownershipDecision(candidateId: $candidate, regionId: $region, onDate: $on) {
          outcome currentHolder { name email } lastContactOn lastContactBy { id } cutoffDate employerSatisfied obligations
          steps { rule requirement holds because evidenceIds }
        } } }`,
      { id, candidate, region, on },
    )
  ).employer.ownershipDecision;

test('R-248: every field of the subgraph stands under one rule of access', () => {
  expect(gapsIn(access, graph.subgraph.schema)).toEqual([]);
});

test('the holders of a day are told with who and where, the main holder first', async () => {
  const { employer } = await graph.data(
    `query ($id: ID!) { employer(id: $id) {
      accountHolders { isMain from until holder { name phone email organisation { name } } region { id } employer { id } }
      mainAccountHolder(regionId: "rijnmond") { holder { id } from }
      elsewhere: mainAccountHolder(regionId: "midden-utrecht") { id }
      before: accountHolders(onDate: "2020-01-01") { id }
    } }`,
    { id: vanGelderen.id },
  );
  expect(employer.accountHolders).toMatchObject([
    { isMain: true, until: null, holder: { name: 'Anouk Verstraten', organisation: { name: 'UWV Rijnmond' } } },
    {
      isMain: false,
      holder: { name: 'Bilal Oosterhuis' },
      region: { id: 'rijnmond' },
      employer: { id: vanGelderen.id },
    },
  ]);
  expect(employer.mainAccountHolder).toEqual({ holder: { id: 'prof-01' }, from: daysBefore(TODAY, 900) });
  expect(employer.elsewhere).toBeNull();
  expect(employer.before).toEqual([]);
});

test('R-248: why somebody holds an account, or no longer does, is for staff: it may name people', async () => {
  for (const field of ['reason', 'endReason']) {
    const ask = (as: string) =>
      graph.ask(
        `query ($id: ID!) { employer(id: $id) { accountHolders { ${field} } } }`,
        { id: vanGelderen.id },
        { as },
      );
    expect((await ask('analyst')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await ask('accountmanager')).errors).toBeUndefined();
  }
});

describe('R-014, R-046: one main holder', () => {
  const insert = (region: string, from: string, until: string | null, isMain = true) =>
    graph.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, valid_until)
       values (gen_random_uuid(), $1, 'prof-09', $2, $3, $4, $5)`,
      [byKvk('68750110'), region, isMain, from, until],
    );

  test('an employer has no second main holder in a region on any day, held by the database', async () => {
    await expect(insert('rijnmond', TODAY, null)).rejects.toMatchObject({
      code: '23P01',
      constraint: 'one_main_holder',
    });
    await expect(insert('rijnmond', '2020-01-01', daysBefore(TODAY, 650))).rejects.toMatchObject({ code: '23P01' });
  });

  test('another region, another time or an ordinary holder is no second main holder', async () => {
    await insert('midden-utrecht', TODAY, null);
    await insert('rijnmond', '2020-01-01', daysBefore(TODAY, 651));
    await insert('rijnmond', TODAY, null, false);
  });

  test('of two writers at once, one is refused', async () => {
    const employer = byKvk('90001354');
    const write = () =>
      graph.query(
        `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from)
         values (gen_random_uuid(), $1, 'prof-09', 'rijnmond', true, '2026-01-01')`,
        [employer],
      );
    const answers = await Promise.allSettled([write(), write()]);
    expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('may the account be taken over', () => {
  test('not with recent contact and a satisfied employer', async () => {
    const found = await decision(vanGelderen.id, 'prof-08', 'rijnmond');
    expect(found).toMatchObject({
      outcome: 'KEEP',
      currentHolder: { name: 'Anouk Verstraten' },
      lastContactOn: daysBefore(TODAY, 6),
      lastContactBy: { id: 'prof-01' },
      cutoffDate: '2025-09-10',
      employerSatisfied: true,
      obligations: [],
    });
    const ids = found.steps.flatMap((s: { evidenceIds: string[] }) => s.evidenceIds);
    expect(ids.length).toBeGreaterThan(3);
  });

  test('only by consent when the last NPS answer is of a detractor', async () => {
    expect(await decision(byKvk('69599068'), 'prof-08', 'rijnmond')).toMatchObject({
      outcome: 'CONSENT_REQUIRED',
      employerSatisfied: false,
      obligations: ['CONSENT_OF_HOLDER'],
    });
  });

  test('yes after half a year without contact', async () => {
    expect(await decision(byKvk('90001354'), 'prof-19', 'midden-utrecht')).toMatchObject({
      outcome: 'TAKEOVER_ALLOWED',
      lastContactOn: daysBefore(TODAY, 240),
      obligations: ['NOTIFY_PREVIOUS_HOLDER'],
    });
  });

  test('R-050: as it was on a past day, before later contacts', async () => {
    const joyflex = byKvk('90001354');
    expect(await decision(joyflex, 'prof-19', 'midden-utrecht', daysBefore(TODAY, 239))).toMatchObject({
      outcome: 'KEEP',
    });
    expect(await decision(joyflex, 'prof-19', 'midden-utrecht', daysBefore(TODAY, 241))).toMatchObject({
      outcome: 'TAKEOVER_ALLOWED',
      lastContactOn: null,
    });
  });

  test('there is nobody to take over from in a region without a holder', async () => {
    expect(await decision(vanGelderen.id, 'prof-18', 'midden-utrecht')).toMatchObject({
      outcome: 'NO_HOLDER',
      currentHolder: null,
    });
  });

  test('an unknown candidate or region is told by its argument, and the employer is answered', async () => {
    const answer = await graph.ask(
      `query ($id: ID!) { employer(id: $id) { id
        a: ownershipDecision(candidateId: "nobody", regionId: "rijnmond") { outcome }
        b: ownershipDecision(candidateId: "prof-08", regionId: "atlantis") { outcome } } }`,
      { id: vanGelderen.id },
    );
    expect(answer.data).toEqual({ employer: { id: vanGelderen.id, a: null, b: null } });
    const told = answer.errors?.map((e) => [e.path?.at(-1), e.extensions.code, e.extensions.argument]);
    expect(told?.sort()).toEqual([
      ['a', 'BAD_USER_INPUT', 'candidateId'],
      ['b', 'BAD_USER_INPUT', 'regionId'],
    ]);
  });
});

describe('advice before an approach', () => {
  const advice = async (id: string, by: string, purpose = 'ACQUISITION') =>
    (
      await graph.data(
        `query ($id: ID!, $by: ID!, $purpose: ApproachPurpose!) { employer(id: $id) {
          approachAdvice(byId: $by, purpose: $purpose) { allowed contactFirst { name } isNewOrRenewed blocks { code message requirement severity } steps { requirement holds } } } }`,
        { id, by, purpose },
      )
    ).employer.approachAdvice;

  test('R-038, R-058: a colleague speaks to the main holder first', async () => {
    expect(await advice(vanGelderen.id, 'prof-08')).toMatchObject({
      allowed: true,
      contactFirst: [{ name: 'Anouk Verstraten' }],
      isNewOrRenewed: false,
      blocks: [],
    });
  });

  test('R-059: a holder who is absent is stood in for by the deputies', async () => {
    await graph.query(
      `update employers.professional set unavailable_until = '2026-03-31', deputy_ids = '{prof-02}' where id = 'prof-01'`,
    );
    expect(await advice(vanGelderen.id, 'prof-08')).toMatchObject({ contactFirst: [{ name: 'Bilal Oosterhuis' }] });
    await graph.query(
      `update employers.professional set unavailable_until = null, deputy_ids = '{}' where id = 'prof-01'`,
    );
  });

  test('R-058: an employer only KvK knows may be approached by anybody, for the first time', async () => {
    const { employer } = await graph.data(
      `query { employer(kvkNumber: "68727720") { wbsNumber approachAdvice(byId: "prof-01", purpose: ACQUISITION) { allowed contactFirst { id } isNewOrRenewed } } }`,
    );
    expect(employer).toEqual({
      wbsNumber: null,
      approachAdvice: { allowed: true, contactFirst: [], isNewOrRenewed: true },
    });
  });

  test('an employer that does not want contact is not approached', async () => {
    await graph.query(`update employers.employer set relation_status = 'NOT_APPROACHABLE' where id = $1`, [
      byKvk('90001354'),
    ]);
    expect(await advice(byKvk('90001354'), 'prof-18', 'SERVICE')).toMatchObject({
      allowed: false,
      contactFirst: [],
      isNewOrRenewed: true,
      blocks: [{ code: 'NOT_APPROACHABLE', severity: 'BLOCKING' }],
    });
  });
});

test('R-255: fifty employers with holders, decision and last contact take at most two statements an entity kind', async () => {
  await graph.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version)
     select gen_random_uuid(), 'WBS-X' || n, 'rijnmond', 'Firma ' || n, 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1 from generate_series(1, 45) n`,
  );
  await graph.query(
    `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from)
     select gen_random_uuid(), id, 'prof-04', 'rijnmond', true, '2025-01-01' from employers.employer where wbs_number like 'WBS-X%'`,
  );
  await graph.query(
    `insert into employers.contact_moment select gen_random_uuid(), id, 3, 'PHONE', 'Onderwerp', 'Verslag', '2026-02-01', now(), 'prof-04', '{}', '{}', 1
     from employers.employer where wbs_number like 'WBS-X%'`,
  );
  statements.length = 0;
  const { employers } = await graph.data(`{ employers(first: 50) { totalCount edges { node {
    accountHolders { holder { name organisation { name } } region { name } }
    mainAccountHolder(regionId: "rijnmond") { holder { name } }
    ownershipDecision(candidateId: "prof-08", regionId: "rijnmond") { outcome currentHolder { name } }
    contactMoments(first: 1) { totalCount edges { node { occurredOn subject type { nameNl } registeredBy { name } npsSurvey { score } } } }
  } } } }`);
  expect(employers.totalCount).toBe(45 + demoEmployers.length);
  expect(
    employers.edges.filter((e: { node: { mainAccountHolder: unknown } }) => e.node.mainAccountHolder).length,
  ).toBeGreaterThanOrEqual(49);
  const counts = new Map<string, number>();
  for (const sql of statements)
    for (const table of [
      'account_holdership',
      'contact_moment_type',
      'professional',
      'organisation',
      'region',
      'region_agreements',
      'nps_survey',
      'employer',
    ])
      if (new RegExp(`from ("?employers"?\\.)?"?${table}"?[ \\n)]`).test(sql))
        counts.set(table, (counts.get(table) ?? 0) + 1);
  const ofMoments = statements.filter((sql) => /from ("?employers"?\.)?"?contact_moment"?[ \n)]/.test(sql));
  // Pages of moments (found, then read), and the last contacts that the decision weighs.
  expect(ofMoments).toHaveLength(3);
  expect(Object.fromEntries(counts)).toMatchObject({ account_holdership: 1, contact_moment_type: 1 });
  for (const [table, count] of counts) expect([table, count <= 2]).toEqual([table, true]);
});
