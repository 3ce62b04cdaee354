import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { remind } from '../../../../subgraphs/employers/notification/daily-round.js';
import type { Identity } from '../../../../runtime/identity.js';
import { identityOf } from '../../../identity.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account, askAs, hire } from '../ownership/account-holders.js';
import { movableClock } from '../ownership/movable-clock.js';

const regionId = 'rijnmond';
const time = movableClock('2026-03-10');
const manager = identityOf('manager');
let one: EmployersAlone;
/** Account managers of Rijnmond; `main` holds the account, and so leads its plan. */
let main: Identity, heir: Identity, stranger: Identity;
let employerId: string;
let plan: Data;

beforeAll(async () => {
  one = await employersAlone({ clock: time });
});
afterAll(() => one?.close());

const send = async (who: Identity, name: string, type: string, input: object, answer: string): Promise<Data> =>
  (
    await askAs(
      one,
      who,
      `mutation ($in: ${type}!) { ${name}(input: $in) { ${answer} errors { code path message currentVersion } } }`,
      {
        in: input,
      },
    )
  )[name];
const save = (who: Identity, input: object) =>
  send(
    who,
    'saveAccountPlan',
    'AccountPlanInput',
    { employerId, items: [], ...input },
    'plan { id revision ownedBy { id } }',
  );
const handOver = (who: Identity, input: object = {}) =>
  send(
    who,
    'handOverAccountPlan',
    'HandOverAccountPlanInput',
    { planId: plan.id, expectedVersion: plan.revision, toId: heir.professionalId, ...input },
    'plan { id revision ownedBy { id } }',
  );
const add = (who: Identity, professional: Identity, isMain = false) =>
  send(
    who,
    'addAccountHolder',
    'AddAccountHolderInput',
    { employerId, regionId, professionalId: professional.professionalId, isMain, reason: 'Samen verder.' },
    'holdership { id }',
  );
const leads = async () =>
  (
    await one.query('select distinct owned_by_id as id from employers.account_plan where employer_id = $1', [
      employerId,
    ])
  )
    .map(({ id }) => id)
    .join();
const told = async () =>
  (
    await one.query(
      "select recipient_id, title from employers.notification where employer_id = $1 and kind = 'PLAN_CHANGED' and title like '%overgedragen%' order by 1",
      [employerId],
    )
  ).map(({ recipient_id }) => recipient_id);
const lines = async () =>
  (
    await one.query(
      "select title from employers.timeline_entry where employer_id = $1 and title like '%overgedragen%'",
      [employerId],
    )
  ).map(({ title }) => title);

let made = 0;
beforeEach(async () => {
  [main, heir, stranger] = (await hire(one, 3, { prefix: `leads${++made}` })) as [Identity, Identity, Identity];
  employerId = await account(one, { holderId: main.professionalId });
  ({ plan } = await save(main, {}));
  expect(plan.ownedBy.id).toBe(main.professionalId);
});

describe('R-111: an account plan changes hands', () => {
  test('to another of the team, with its draft; the old leader, the new one and the timeline hear of it once', async () => {
    await add(main, heir);
    ({ plan } = await save(main, { expectedVersion: plan.revision, draft: true }));
    const { plan: given, errors } = await handOver(main, { reason: 'Zij kent de sector.' });
    expect(errors).toEqual([]);
    expect(given).toMatchObject({ revision: plan.revision + 1, ownedBy: { id: heir.professionalId } });
    expect(await leads()).toBe(heir.professionalId);
    expect(await told()).toEqual([main.professionalId, heir.professionalId].sort());
    expect(await lines()).toEqual([
      `Accountplan overgedragen: Medewerker leads${made}-2 heeft de regie, eerst Medewerker leads${made}-1. Zij kent de sector.`,
    ]);
    expect(await save(main, { expectedVersion: plan.revision, draft: true })).toMatchObject({
      plan: null,
      errors: [{ code: 'CONFLICT', currentVersion: plan.revision + 1 }],
    });
  });

  test('management may hand it over for who left', async () => {
    await add(main, heir);
    await one.query('update employers.professional set active = false where id = $1', [main.professionalId]);
    expect((await handOver(manager)).plan.ownedBy).toEqual({ id: heir.professionalId });
  });

  test.each([
    ['somebody from nowhere', { toId: 'x' }, 'UNKNOWN_PROFESSIONAL', 'toId'],
    ['who leads it', { toId: () => main.professionalId }, 'NOTHING_CHANGED', 'toId'],
    ['who is not of the team', { toId: () => stranger.professionalId }, 'NOT_OF_THE_TEAM', 'toId'],
    ['a stale version', { expectedVersion: 7 }, 'CONFLICT', 'expectedVersion'],
    ['no reason worth the name', { reason: 'x' }, 'TOO_SHORT', 'reason'],
    ['a plan from nowhere', { planId: 'x' }, 'UNKNOWN_PLAN', 'planId'],
  ])('and is refused to or with %s, and nothing is told', async (_, wrong, code, field) => {
    await add(main, heir);
    const input = Object.fromEntries(
      Object.entries(wrong).map(([key, value]) => [key, typeof value === 'function' ? value() : value]),
    );
    expect(await handOver(main, input)).toMatchObject({ plan: null, errors: [{ code, path: ['input', field] }] });
    expect([await leads(), await told(), await lines()]).toEqual([main.professionalId, [], []]);
  });

  test('and is refused to who left, by name, and by whoever is not of the team or decides elsewhere', async () => {
    await add(main, heir);
    expect(await handOver(stranger)).toMatchObject({ errors: [{ code: 'NOT_IN_CLIENT_TEAM' }] });
    expect(await handOver({ ...manager, regionIds: ['midden-utrecht'] })).toMatchObject({
      errors: [{ code: 'NOT_IN_CLIENT_TEAM' }],
    });
    await one.query('update employers.professional set active = false where id = $1', [heir.professionalId]);
    const { errors } = await handOver(main);
    expect(errors).toMatchObject([{ code: 'NOT_ACTIVE', path: ['input', 'toId'] }]);
    expect(errors[0].message).toContain(`Medewerker leads${made}-2 (toId)`);
  });

  test('along with the main account, when that is taken over; both account managers are told of the plan', async () => {
    await one.query('update employers.account_holdership set valid_from = $2 where employer_id = $1', [
      employerId,
      '2025-01-01',
    ]);
    const taken = await send(
      heir,
      'takeOverOwnership',
      'TakeOverOwnershipInput',
      { employerId, regionId, note: 'Besproken met de vorige houder.', previousHolderContactedOn: '2026-03-09' },
      'holdership { id }',
    );
    expect(taken.errors).toEqual([]);
    expect(await leads()).toBe(heir.professionalId);
    expect(await told()).toEqual(expect.arrayContaining([main.professionalId, heir.professionalId]));
    expect(await lines()).toHaveLength(1);
  });

  test('not with the main account when another of the team leads it', async () => {
    await add(main, stranger);
    ({ plan } = await handOver(main, { toId: stranger.professionalId }));
    const { holdership } = await add(main, heir);
    expect(holdership).not.toBeNull();
    await one.query('update employers.account_holdership set valid_until = $2 where employer_id = $1 and is_main', [
      employerId,
      '2026-03-09',
    ]);
    expect((await add(manager, heir, true)).errors).toEqual([]);
    expect(await leads()).toBe(stranger.professionalId);
  });

  test('to who of the team goes on with it, once its leader holds the account no more', async () => {
    await add(main, heir);
    await one.query('update employers.account_holdership set valid_until = $2 where employer_id = $1 and is_main', [
      employerId,
      '2026-03-09',
    ]);
    const { plan: saved } = await save(heir, { expectedVersion: plan.revision });
    expect(saved.ownedBy).toEqual({ id: heir.professionalId });
    expect(await told()).toContain(main.professionalId);
  });
});

describe('R-111, R-122: the plans that the holder of a portfolio leads', () => {
  const portfolioId = '5a000000-0000-4000-8000-000000000001';
  const assign = async (holder: Identity) => {
    const [{ version } = {}] = await one.query('select version from employers.portfolio where id = $1', [portfolioId]);
    return send(
      manager,
      'assignPortfolio',
      'AssignPortfolioInput',
      { portfolioId, expectedVersion: version, holderId: holder.professionalId },
      'portfolio { id }',
    );
  };
  beforeEach(async () => {
    await one.query(
      `insert into employers.portfolio (id, region_id, name, kind, organisation_id, holder_id)
       values ($1, 'rijnmond', 'Van hand tot hand', 'PROJECT', 'org-uwv-rijnmond', null) on conflict do nothing`,
      [portfolioId],
    );
    await one.query('update employers.employer set portfolio_id = null where portfolio_id = $1', [portfolioId]);
    await one.query('update employers.employer set portfolio_id = $1 where id = $2', [portfolioId, employerId]);
    expect((await assign(stranger)).errors).toEqual([]);
    ({ plan } = await handOver(main, { toId: stranger.professionalId }));
    expect(plan.ownedBy.id).toBe(stranger.professionalId);
  });

  test('go to the new holder, and both are told', async () => {
    expect((await assign(heir)).errors).toEqual([]);
    expect(await leads()).toBe(heir.professionalId);
    expect(await told()).toEqual(expect.arrayContaining([stranger.professionalId, heir.professionalId]));
    expect(await lines()).toHaveLength(2);
  });

  test('stay with a former holder who holds the account', async () => {
    await add(main, stranger);
    expect((await assign(heir)).errors).toEqual([]);
    expect(await leads()).toBe(stranger.professionalId);
  });
});

test('R-112, R-044: of a review due, management hears where everybody of the team has left', async () => {
  await one.query('update employers.professional set active = false where id = $1', [main.professionalId]);
  time.goTo('2026-09-10');
  await remind({ clock: time, database: one.subgraph.database });
  const heard = await one.query(
    "select recipient_id from employers.notification where kind = 'PLAN_REVIEW_DUE' and subject_id = $1",
    [plan.id],
  );
  expect(heard.map(({ recipient_id }) => recipient_id)).toContain(manager.professionalId);
  time.goTo('2026-03-10');
});
