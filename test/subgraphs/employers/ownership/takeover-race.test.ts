import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { vanGelderen } from '../../../../demo/employers.js';
import type { Identity } from '../../../../runtime/identity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account, askAs, hire, OUTCOME } from './account-holders.js';

let graph: EmployersAlone;
let many: Identity[];
beforeAll(async () => {
  graph = await employersAlone();
  many = await hire(graph, 100);
});
afterAll(() => graph.close());

const takeOver = async (who: Identity, input: Record<string, unknown>) =>
  (
    await askAs(
      graph,
      who,
      `mutation ($in: TakeOverOwnershipInput!) { takeOverOwnership(input: $in) { ${OUTCOME} } }`,
      { in: { regionId: 'rijnmond', note: 'Besproken: de vorige houder draagt het account over.', ...input } },
    )
  ).takeOverOwnership;

const mains = (employerId: string, regionId = 'rijnmond') =>
  graph.query(
    'select holder_id, valid_from::text, valid_until::text from employers.account_holdership where employer_id = $1 and region_id = $2 and is_main order by valid_from',
    [employerId, regionId],
  );

test('R-046, R-050: of 100 takeovers at once exactly one succeeds, and the others are told by whom and when', async () => {
  const employerId = await account(graph, { holderId: 'prof-01' });
  const outcomes = await Promise.all(
    many.map((who) => takeOver(who, { employerId, previousHolderContactedOn: '2026-03-09' })),
  );
  const won = outcomes.filter(({ errors }) => errors.length === 0);
  expect(won).toHaveLength(1);
  const winner = won[0].holdership.holder.id as string;
  expect(won[0].decision).toMatchObject({ outcome: 'TAKEOVER_ALLOWED', currentHolder: { id: 'prof-01' } });
  const lost = outcomes.filter(({ errors }) => errors.length > 0);
  expect(lost).toHaveLength(99);
  for (const { holdership, errors, decision } of lost) {
    expect(holdership).toBeNull();
    expect(errors).toEqual([
      {
        code: 'MAIN_HOLDER_EXISTS',
        message: `Medewerker ${winner} is vanaf 10 maart 2026 hoofd-accounthouder van deze werkgever in deze regio, vastgelegd op 10 maart 2026 om 9.00 uur. Er is er één tegelijk.`,
        path: ['input', 'employerId'],
        requirement: 'R-046',
      },
    ]);
    expect(decision.currentHolder.id).toBe(winner);
  }
  expect(await mains(employerId)).toEqual([
    { holder_id: 'prof-01', valid_from: '2025-01-01', valid_until: '2026-03-09' },
    { holder_id: winner, valid_from: '2026-03-10', valid_until: null },
  ]);
  const told = await graph.query(
    "select recipient_id, count(*)::int as n from employers.notification where employer_id = $1 and kind = 'OWNERSHIP_CHANGED' group by 1 order by 1",
    [employerId],
  );
  expect(told).toEqual([winner, 'prof-01'].sort().map((recipient_id) => ({ recipient_id, n: 1 })));
});

test('R-046: of 30 who take a vacant account at once, exactly one gets it', async () => {
  const employerId = await account(graph);
  const outcomes = await Promise.all(many.slice(0, 30).map((who) => takeOver(who, { employerId })));
  expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(new Set(outcomes.flatMap(({ errors }) => errors.map((e: { code: string }) => e.code)))).toEqual(
    new Set(['MAIN_HOLDER_EXISTS']),
  );
  expect(await mains(employerId)).toHaveLength(1);
});

test('R-046: one who writes past the rules is stopped or found by the database itself, and named to who asked', async () => {
  const client = new pg.Client({ connectionString: graph.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, recorded_at)
       values (gen_random_uuid(), $1, 'prof-18', 'midden-utrecht', true, '2026-03-10', '2026-03-10T07:30:00Z')`,
      [vanGelderen.id],
    );
    const [who] = await hire(graph, 1, { regionId: 'midden-utrecht', prefix: 'utrecht' });
    // Waits for the other, whom it cannot see yet, on the constraint.
    const waiting = takeOver(who!, { employerId: vanGelderen.id, regionId: 'midden-utrecht' });
    const held = async () =>
      (
        await graph.query(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
      ).length;
    while (!(await held()));
    await client.query('commit');
    const { errors, holdership } = await waiting;
    expect(holdership).toBeNull();
    expect(errors).toMatchObject([
      { code: 'MAIN_HOLDER_EXISTS', message: expect.stringMatching(/^Roos Middelveen is .* om 8\.30 uur\./) },
    ]);
  } finally {
    await client.end();
  }
});
