import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Identity } from '../../../../runtime/identity.js';
import { identityOf } from '../../../identity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { askAs, hire } from '../ownership/account-holders.js';

const statements: string[] = [];
const manager = identityOf('manager');
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph.close());

const set = async (input: Record<string, unknown>, who: Identity = manager) =>
  (
    await askAs(
      graph,
      who,
      `mutation ($in: SetRegionAgreementsInput!) { setRegionAgreements(input: $in) { ok
        agreements { version validFrom reason ownershipRecentContactMonths renewedContactMonths setBy { id } }
        notices { code } errors { code message path requirement currentVersion } } }`,
      { in: { regionId: 'rijnmond', validFrom: '2026-05-01', reason: 'Besloten in het regionaal overleg.', ...input } },
    )
  ).setRegionAgreements;
const region = async (id = 'rijnmond') =>
  (
    await graph.data(
      `query ($id: ID!) { region(id: $id) { agreements { version ownershipRecentContactMonths } agreementsHistory { version validFrom ownershipRecentContactMonths } } }`,
      { id },
    )
  ).region;

describe('R-012: agreements are versions', () => {
  test('a change holds from its day on, carries the rest over, and stands in the history', async () => {
    expect(await set({ ownershipRecentContactMonths: 4, expectedVersion: 1 })).toEqual({
      ok: true,
      agreements: {
        version: 2,
        validFrom: '2026-05-01',
        reason: 'Besloten in het regionaal overleg.',
        ownershipRecentContactMonths: 4,
        renewedContactMonths: 6,
        setBy: { id: 'prof-05' },
      },
      notices: [],
      errors: [],
    });
    const { agreements, agreementsHistory } = await region();
    expect(agreements).toEqual({ version: 1, ownershipRecentContactMonths: 6 });
    expect(agreementsHistory).toEqual([
      { version: 2, validFrom: '2026-05-01', ownershipRecentContactMonths: 4 },
      { version: 1, validFrom: '2018-01-01', ownershipRecentContactMonths: 6 },
    ]);
  });

  test('a correction for the same day is a further version, and the last one holds', async () => {
    expect((await set({ ownershipRecentContactMonths: 5 })).agreements.version).toBe(3);
    expect((await region()).agreementsHistory.map((v: { version: number }) => v.version)).toEqual([3, 2, 1]);
  });

  test('of two changes at once from the same version, one is told of the other', async () => {
    const both = await Promise.all([
      set({ renewedContactMonths: 7, expectedVersion: 3 }),
      set({ renewedContactMonths: 8, expectedVersion: 3 }),
    ]);
    expect(both.flatMap((done) => done.errors)).toMatchObject([{ code: 'CONFLICT', currentVersion: 4 }]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['a day that was', { validFrom: '2026-03-09' }, 'VALID_FROM_IN_PAST', 'validFrom'],
    ['no months', { ownershipRecentContactMonths: 0 }, 'OUT_OF_RANGE', 'ownershipRecentContactMonths'],
    ['too many months', { renewedContactMonths: 61 }, 'OUT_OF_RANGE', 'renewedContactMonths'],
    ['a vacancy of more than a year', { vacancyMaxMonths: 13 }, 'OUT_OF_RANGE', 'vacancyMaxMonths'],
    ['a window below nothing', { contactMergeWindowDays: -1 }, 'OUT_OF_RANGE', 'contactMergeWindowDays'],
    ['another region', { regionId: 'midden-utrecht' }, 'OTHER_REGION', 'regionId'],
    ['an unknown region', { regionId: 'atlantis' }, 'UNKNOWN_REGION', 'regionId'],
    ['a reason too short', { reason: 'zomaar' }, 'TOO_SHORT', 'reason'],
  ])('is refused with %s, and nothing is written', async (_, input, code, field) => {
    const before = await graph.query('select count(*)::int as n from employers.region_agreements');
    const { errors, ok } = await set({ accountPlanReviewMonths: 11, ...input });
    expect(ok).toBe(false);
    expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringContaining(field) }]);
    expect(await graph.query('select count(*)::int as n from employers.region_agreements')).toEqual(before);
  });

  test('what was agreed for a later day still holds from then on, and that is told', async () => {
    const { notices, agreements } = await set({ validFrom: '2026-04-01', npsQuietDays: 30 });
    expect(agreements).toMatchObject({ validFrom: '2026-04-01' });
    expect(notices).toEqual([{ code: 'LATER_AGREEMENTS' }]);
    expect((await set({ validFrom: '2026-06-01', npsQuietDays: 20 })).notices).toEqual([]);
  });

  test('what changes nothing is refused', async () => {
    expect((await set({ validFrom: '2026-04-01' })).errors).toMatchObject([{ code: 'NOTHING_CHANGED' }]);
  });

  test('an account manager sets no agreements', async () => {
    await expect(set({ vacancyMaxMonths: 2 }, identityOf('accountmanager'))).rejects.toThrow('FORBIDDEN');
  });
});

describe('R-012, R-013: what if, at the size of a region', () => {
  const EMPLOYERS = 2_400;
  let people: Identity[];
  beforeAll(async () => {
    // Midden-Utrecht: 80 account managers, 30 accounts each. The nth account had contact n mod 12 months ago, by turns of
    // its holder and of a colleague; every tenth employer is a detractor.
    people = await hire(graph, 80, {
      regionId: 'midden-utrecht',
      prefix: 'mu',
      organisationId: 'org-uwv-midden-utrecht',
    });
    await graph.query(
      `create function id_of(kind text, n int) returns uuid language sql immutable
       as $$ select overlay(overlay(md5(kind || n) placing '4' from 13) placing '8' from 17)::uuid $$`,
    );
    await graph.query(
      `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version)
       select id_of('mu', n), 'WBS-M' || n, 'midden-utrecht', 'Firma ' || n, 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', '2020-01-01', 1 from generate_series(1, $1::int) n`,
      [EMPLOYERS],
    );
    await graph.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, recorded_at)
       select gen_random_uuid(), id_of('mu', n), 'mu-' || (n % 80 + 1), 'midden-utrecht', true, '2021-01-01', '2021-01-01' from generate_series(1, $1::int) n`,
      [EMPLOYERS],
    );
    await graph.query(
      `insert into employers.contact_moment (id, employer_id, type_number, medium, subject, summary, occurred_on, recorded_at, registered_by_id, participant_ids, related_to_ids, version)
       select id_of('moment', n), id_of('mu', n), 3, 'PHONE', 'Onderwerp', 'Verslag', ('2026-03-05'::date - (n % 12) * interval '1 month')::date,
         '2026-03-05', 'mu-' || ((n + (n % 24) / 12) % 80 + 1), '{}', '{}', 1 from generate_series(1, $1::int) n`,
      [EMPLOYERS],
    );
    await graph.query(
      `insert into employers.nps_survey (id, contact_moment_id, employer_id, invited_at, responded_at, responded_on, score)
       select gen_random_uuid(), id_of('moment', n), id_of('mu', n), '2026-03-06', '2026-03-06', '2026-03-06', 5 from generate_series(10, $1::int, 10) n`,
      [EMPLOYERS],
    );
    await graph.query('analyze employers.contact_moment');
  });

  const impact = async (input: Record<string, unknown>, who: Identity = identityOf('analyst')) =>
    (
      await askAs(
        graph,
        who,
        `query ($in: AgreementsImpactInput!) { agreementsImpact(input: $in) { onDate accounts affected shifts { from to count }
          employers { employer { id tradeName } now { outcome cutoffDate } proposed { outcome cutoffDate lastContactBy { id } } } } }`,
        { in: { regionId: 'midden-utrecht', ...input } },
      )
    ).agreementsImpact;
  /** The accounts made above whose number has the property. */
  const numbers = (holds: (n: number) => boolean) =>
    Array.from({ length: EMPLOYERS }, (_, n) => n + 1).filter(holds).length;

  test('a shorter term frees the accounts without contact in between, and tells which', async () => {
    statements.length = 0;
    const told = await impact({ ownershipRecentContactMonths: 3, first: 10 });
    expect(told.accounts).toBe(EMPLOYERS + 1);
    // Contact 3, 4 or 5 months before the 5th is older than three months on the 10th, and not than six.
    const between = (n: number) => [3, 4, 5].includes(n % 12);
    expect(told.shifts).toEqual([
      { from: 'KEEP', to: 'TAKEOVER_ALLOWED', count: numbers((n) => between(n) && n % 10 !== 0) },
      { from: 'CONSENT_REQUIRED', to: 'TAKEOVER_ALLOWED', count: numbers((n) => between(n) && n % 10 === 0) },
    ]);
    expect(told.affected).toBe(numbers(between));
    expect(told.employers).toHaveLength(10);
    for (const { now, proposed } of told.employers)
      expect([now.cutoffDate, proposed.cutoffDate, proposed.outcome]).toEqual([
        '2025-09-10',
        '2025-12-10',
        'TAKEOVER_ALLOWED',
      ]);
    // However many accounts there are: agreements, the accounts, and the employers that are shown with their people.
    expect(statements.length).toBeLessThanOrEqual(5);
  });

  test('R-052: counting the holder’s contacts alone frees those whom a colleague spoke to', async () => {
    const told = await impact({ ownershipContactScope: 'CONTACT_BY_HOLDER', first: 0 });
    const byColleague = (n: number) => n % 24 >= 12 && n % 12 <= 5;
    expect(told.affected).toBe(numbers(byColleague));
    expect(told.employers).toEqual([]);
  });

  test('what is agreed now affects nobody, and nothing is written', async () => {
    const before = await graph.query('select count(*)::int as n from employers.history');
    expect(await impact({})).toMatchObject({ affected: 0, shifts: [] });
    expect(await graph.query('select count(*)::int as n from employers.history')).toEqual(before);
  });

  test('the decisions told are those of the accounts themselves', async () => {
    const { employers } = await impact({ ownershipRecentContactMonths: 3, first: 5 });
    for (const { employer, now } of employers) {
      const asked = await askAs(
        graph,
        people[0]!,
        'query ($id: ID!) { employer(id: $id) { ownershipDecision(candidateId: "prof-18", regionId: "midden-utrecht") { outcome cutoffDate } } }',
        { id: employer.id },
      );
      expect(asked.employer.ownershipDecision).toEqual(now);
    }
  });

  test('is refused out of bounds', async () => {
    await expect(impact({ ownershipRecentContactMonths: 0 })).rejects.toThrow('ownershipRecentContactMonths');
    await expect(impact({ first: 101 })).rejects.toThrow('first');
    await expect(impact({ regionId: 'atlantis' })).rejects.toThrow('regionId');
  });

  test('R-050: accounts at risk are those that may be taken over now, or within thirty days, page by page', async () => {
    const ask = (args: string, rows = 'id holder { name } employer { id }') =>
      askAs(
        graph,
        people[0]!,
        `query { accountsAtRisk(regionId: "midden-utrecht"${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${rows} } } } }`,
        {},
      );
    // Demo's Grand Joyflex had no contact for 240 days. On 9 April the term reaches back to 9 October.
    const expected = numbers((n) => n % 12 >= 5) + 1;
    const ids = new Set<string>();
    let after = '';
    for (const page of [1, 2]) {
      statements.length = 0;
      const { totalCount, pageInfo, edges } = (await ask(`, first: 100${after}`)).accountsAtRisk;
      expect(statements.length).toBeLessThanOrEqual(5);
      expect([totalCount, pageInfo.hasNextPage, edges.length]).toEqual([expected, true, 100]);
      for (const { node } of edges) ids.add(node.id);
      expect(ids.size).toBe(page * 100);
      after = `, after: "${pageInfo.endCursor}"`;
    }
    const { holdershipsAtRisk } = await askAs(
      graph,
      people[0]!,
      'query { holdershipsAtRisk(regionId: "midden-utrecht") { id } }',
      {},
    );
    expect(holdershipsAtRisk.map(({ id }: { id: string }) => id)).toEqual([...ids].slice(0, 100));
    for (const wrong of [', first: 0', ', first: 101', ', after: "x"'])
      await expect(ask(wrong)).rejects.toThrow(/first|after/);
  });

  describe('R-012: what changes beside ownership, with why', () => {
    const effects = async (input: Record<string, unknown>, args = 'first: 100') => {
      const { agreementsImpact } = await askAs(
        graph,
        identityOf('analyst'),
        `query ($in: AgreementsImpactInput!) { agreementsImpact(input: $in) { affected effectCounts { setting count }
          effects(${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { setting because employer { id tradeName } } } } } }`,
        { in: { regionId: 'midden-utrecht', first: 0, ...input } },
      );
      const { effects: list, effectCounts, affected } = agreementsImpact;
      const counts = Object.fromEntries(
        effectCounts.map(({ setting, count }: { setting: string; count: number }) => [setting, count]),
      );
      return { ...list, affected, counts, nodes: list.edges.map(({ node }: { node: unknown }) => node) };
    };
    const reasonsOf = (nodes: { because: string; employer: { tradeName: string } }[]) =>
      Object.fromEntries(nodes.map(({ because, employer }) => [employer.tradeName, because]));

    beforeAll(async () => {
      // Firma n with a plan drawn up, and last reviewed, on these days.
      for (const [n, drawnUp, reviewed, status] of [
        [1, '2025-12-10', null, 'ACTIVE'],
        [2, '2025-12-09', null, 'UNDER_REVIEW'],
        [3, '2025-12-11', null, 'ACTIVE'],
        [4, '2025-09-10', null, 'ACTIVE'],
        [5, '2025-11-01', null, 'CLOSED'],
        [6, '2024-01-01', '2025-10-31', 'ACTIVE'],
      ])
        await graph.query(
          `insert into employers.account_plan (id, employer_id, version, status, owned_by_id, answers, drawn_up_on, last_reviewed_on)
           values (gen_random_uuid(), id_of('mu', $1), 1, $4, 'mu-1', '{}', $2, $3)`,
          [n, drawnUp, reviewed, status],
        );
      // Their last contact was on 5 March: these lie so many days before it.
      for (const [n, on, subject] of [
        [24, '2026-02-26', 'Onderwerp'],
        [36, '2026-02-27', 'onderwerp'],
        [48, '2026-02-25', 'Onderwerp'],
        [60, '2026-02-26', 'Heel iets anders'],
        [72, '2026-02-28', 'Onderwerp'],
      ])
        await graph.query(
          `insert into employers.contact_moment (id, employer_id, type_number, medium, subject, summary, occurred_on, recorded_at, registered_by_id, participant_ids, related_to_ids, version)
           values (gen_random_uuid(), id_of('mu', $1), 3, 'PHONE', $3, 'Verslag', $2, '2026-03-05', 'mu-80', '{}', '{}', 1)`,
          [n, on, subject],
        );
    });

    test('a shorter term of review: plans that are due today or overdue by it, whose set date stays', async () => {
      const { nodes, counts, totalCount, affected } = await effects({ accountPlanReviewMonths: 3 });
      const reasons = reasonsOf(nodes);
      expect(
        Object.keys(reasons)
          .filter((name) => name.startsWith('Firma '))
          .sort(),
      ).toEqual(['Firma 1', 'Firma 2', 'Firma 6']);
      expect(reasons['Firma 1']).toBe(
        'Geteld met 3 maanden moet het accountplan op 10 maart 2026 worden herzien: die dag zelf. De datum die er staat, 10 juni 2026, blijft; de nieuwe termijn telt vanaf de volgende herziening.',
      );
      expect(reasons['Firma 2']).toContain('is dat te laat. De datum die er staat, 9 juni 2026, blijft');
      expect(reasons['Firma 6']).toContain('op 31 januari 2026 worden herzien');
      expect(counts).toEqual({
        ACCOUNT_PLAN_REVIEW_MONTHS: totalCount,
        RENEWED_CONTACT_MONTHS: 0,
        CONTACT_MERGE_WINDOW_DAYS: 0,
      });
      expect(affected).toBe(0);
    });

    test('a longer term of review: plans that would not be due yet', async () => {
      const reasons = reasonsOf((await effects({ accountPlanReviewMonths: 9 })).nodes);
      expect(reasons['Firma 4']).toContain(
        'op 10 juni 2026 worden herzien: op 10 maart 2026 is dat nog niet aan de beurt',
      );
    });

    test.each([
      [3, 'Met 3 maanden in plaats van 6 maanden is een contact op 10 maart 2026 wel hernieuwd', [3, 4, 5]],
      [9, 'Met 9 maanden in plaats van 6 maanden is een contact op 10 maart 2026 niet meer hernieuwd', [6, 7, 8]],
    ])(
      'R-065: renewed contact after %d months: who was last spoken to in between, page by page',
      async (renewedContactMonths, because, ago) => {
        const found = new Set<string>();
        for (let after = ''; ;) {
          const { nodes, pageInfo, totalCount, counts } = await effects({ renewedContactMonths }, `first: 100${after}`);
          expect(counts.RENEWED_CONTACT_MONTHS).toBe(totalCount);
          for (const node of nodes) {
            expect(node).toMatchObject({
              setting: 'RENEWED_CONTACT_MONTHS',
              because: expect.stringContaining(because),
            });
            found.add(node.employer.tradeName);
          }
          if (!pageInfo.hasNextPage) {
            expect(found.size).toBe(totalCount);
            break;
          }
          after = `, after: "${pageInfo.endCursor}"`;
        }
        expect([...found].filter((name) => name.startsWith('Firma '))).toHaveLength(
          numbers((n) => ago.includes(n % 12)),
        );
      },
    );

    test.each([
      [7, 'Met 7 dagen in plaats van 5 dagen horen zulke contacten wel', ['Firma 24', 'Firma 36']],
      [8, 'wel in één contactmoment', ['Firma 24', 'Firma 36', 'Firma 48']],
      [4, 'Met 4 dagen in plaats van 5 dagen horen zulke contacten niet meer', ['Firma 72']],
    ])(
      'R-080: a window of %d days: contacts on one subject that lie in between',
      async (contactMergeWindowDays, because, names) => {
        const reasons = reasonsOf((await effects({ contactMergeWindowDays })).nodes);
        expect(
          Object.keys(reasons)
            .filter((name) => name.startsWith('Firma '))
            .sort(),
        ).toEqual(names);
        expect(reasons[names[0]!]).toContain(because);
      },
    );

    test('all at once, by agreement and one of them alone; what stays the same touches nobody', async () => {
      const all = { accountPlanReviewMonths: 3, renewedContactMonths: 3, contactMergeWindowDays: 7 };
      const { counts, totalCount, nodes } = await effects(all);
      expect(totalCount).toBe(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0));
      expect(nodes[0].setting).toBe('ACCOUNT_PLAN_REVIEW_MONTHS');
      const alone = await effects(all, 'first: 1, setting: CONTACT_MERGE_WINDOW_DAYS');
      expect(alone).toMatchObject({ totalCount: counts.CONTACT_MERGE_WINDOW_DAYS, pageInfo: { hasNextPage: true } });
      expect(alone.nodes).toHaveLength(1);
      expect(await effects({ accountPlanReviewMonths: 6 })).toMatchObject({ totalCount: 0, nodes: [] });
      for (const wrong of ['first: 0', 'first: 101', 'after: "x"'])
        await expect(effects(all, wrong)).rejects.toThrow(/first|after/);
    });
  });
});

test('R-013: the demonstration has both regions, each with its organisations and people', async () => {
  statements.length = 0;
  const { regions } = await graph.data(
    'query { regions { id centreMunicipality { name } organisations { id } teams { id lead { id } } agreements { version } } }',
  );
  expect(regions.map((r: { id: string }) => r.id)).toEqual(['midden-utrecht', 'rijnmond']);
  const ofOrganisations = statements.filter((sql) => /from ("?employers"?\.)?"?organisation"?[ \n]/.test(sql));
  // Those of all regions, and the centre municipalities.
  expect(ofOrganisations.length).toBeLessThanOrEqual(2);
  for (const { centreMunicipality, organisations, teams, agreements } of regions)
    expect([Boolean(centreMunicipality), organisations.length > 1, teams.length > 0, Boolean(agreements)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
});
