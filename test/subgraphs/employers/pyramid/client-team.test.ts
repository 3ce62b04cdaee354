import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph?.close());

interface Portfolio {
  id: string;
  version: number;
}
const portfolio = async (name: string): Promise<Portfolio> =>
  (
    await graph.query("select id, version from employers.portfolio where name = $1 and region_id = 'rijnmond'", [name])
  )[0] as unknown as Portfolio;
const mutate = async (name: string, type: string, answer: string, input: object, as = 'manager') =>
  (
    await graph.data(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} notices { code } errors { code path currentVersion } } }`,
      { input },
      { as },
    )
  )[name];
const assign = (input: object, as?: string) =>
  mutate(
    'assignPortfolio',
    'AssignPortfolioInput',
    'portfolio { id version vacant holder { id } clientTeam { lead { id } } }',
    input,
    as,
  );
const team = (input: object, as?: string) =>
  mutate(
    'saveClientTeam',
    'ClientTeamInput',
    'clientTeam { id version lead { id } generalists { id } specialists { id } portfolio { name } }',
    input,
    as,
  );
const save = (input: object, as?: string) =>
  mutate('savePortfolio', 'SavePortfolioInput', 'portfolio { id version name postcodes kind vacant }', input, as);
const move = (input: object, as?: string) =>
  mutate('moveEmployersToPortfolio', 'MoveEmployersInput', 'portfolio { id employers { totalCount } }', input, as);
const dossier = async (more: { regionId?: string; postcode?: string } = {}): Promise<string> => {
  const id = randomUUID();
  await graph.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version, manual_visiting_address)
     values ($1, 'WBS-' || lpad(nextval('employers.wbs_number')::text, 7, '0'), $2, 'Fabriek', 'DIRECT_EMPLOYER', 'CUSTOMER', false, '{}', now(), 1, $3)`,
    [
      id,
      more.regionId ?? 'rijnmond',
      more.postcode ? JSON.stringify({ street: 'Kade', city: 'Rotterdam', postcode: more.postcode }) : null,
    ],
  );
  return id;
};

test('R-123: the holder leads the client team, of generalists and specialists', async () => {
  const { id } = await portfolio('Horeca & Detailhandel');
  const saved = await team({ portfolioId: id, generalistIds: ['prof-02', 'prof-02'], specialistIds: ['prof-17'] });
  expect(saved.errors).toEqual([]);
  expect(saved.clientTeam).toMatchObject({
    version: 1,
    lead: { id: 'prof-12' },
    generalists: [{ id: 'prof-02' }],
    specialists: [{ id: 'prof-17' }],
    portfolio: { name: 'Horeca & Detailhandel' },
  });
  const again = await team({ portfolioId: id, expectedVersion: 1, generalistIds: [], specialistIds: ['prof-17'] });
  expect(again.clientTeam).toMatchObject({ version: 2, generalists: [] });
  const told = await graph.query(
    "select 1 from employers.notification where kind = 'PORTFOLIO_CHANGED' and recipient_id = 'prof-17'",
  );
  expect(told).toHaveLength(1);
  const back = await team({ portfolioId: id, expectedVersion: 2, generalistIds: ['prof-02'], specialistIds: [] });
  expect(back.errors).toEqual([]);
  const heard = async (recipient: string) =>
    (
      await graph.query(
        "select title from employers.notification where subject_type = 'ClientTeam' and recipient_id = $1 order by at, id",
        [recipient],
      )
    ).map(({ title }) => String(title).split(' van het')[0]);
  expect(await heard('prof-02')).toEqual(['U bent lid', 'U bent geen lid meer', 'U bent lid']);
  expect(await heard('prof-17')).toEqual(['U bent lid', 'U bent geen lid meer']);
  expect(await heard('prof-12')).toEqual(['U bent lid']);
});

test('R-111: who is of the client team may write the plan of its employers, and no other colleague', async () => {
  const { id } = await portfolio('Transport & Logistiek');
  const PLAN = `mutation ($input: PlanOfActionInput!) { savePlanOfAction(input: $input) { errors { code } } }`;
  const codes = async () =>
    (
      await graph.data(
        PLAN,
        { input: { employerId: vanGelderen.id, expectedVersion: 99, text: 'Samen verder.' } },
        { as: 'casemanager' },
      )
    ).savePlanOfAction.errors.map((error: { code: string }) => error.code);
  expect(await codes()).toEqual(['NOT_IN_CLIENT_TEAM']);
  const { employer } = await graph.data(
    'query ($id: ID!) { employer(id: $id) { clientTeam { version specialists { id } } accountPlan { team { lead { id } } } } }',
    { id: vanGelderen.id },
  );
  const specialistIds = (employer.clientTeam?.specialists ?? []).map((one: { id: string }) => one.id);
  const { errors } = await team({
    portfolioId: id,
    expectedVersion: employer.clientTeam?.version,
    generalistIds: [],
    specialistIds: [...specialistIds, 'prof-03'],
  });
  expect(errors).toEqual([]);
  expect(await codes()).toEqual(['CONFLICT']);
  expect(
    (
      await graph.data('query ($id: ID!) { employer(id: $id) { accountPlan { team { lead { id } } } } }', {
        id: vanGelderen.id,
      })
    ).employer.accountPlan.team.lead,
  ).toEqual({ id: 'prof-01' });
});

test('R-125: who leads the client team of a vacant portfolio is spoken to in the holder’s stead', async () => {
  const { id } = await portfolio('Stroomopwaarts MVS');
  await team({ portfolioId: id, leadId: 'prof-16', generalistIds: [], specialistIds: [] });
  const employerId = await dossier();
  await move({ portfolioId: id, employerIds: [employerId] });
  const { employer } = await graph.data(
    'query ($id: ID!) { employer(id: $id) { approachAdvice(byId: "prof-01", purpose: SERVICE) { contactFirst { id } steps { requirement } } } }',
    { id: employerId },
  );
  expect(employer.approachAdvice.contactFirst).toEqual([{ id: 'prof-16' }]);
});

test('R-122, R-125: a portfolio becomes vacant, and gets a holder who leads its team', async () => {
  const { id, version } = await portfolio('Facilitair & Welzijn');
  await team({ portfolioId: id, generalistIds: ['prof-09'], specialistIds: [] });
  const vacated = await assign({ portfolioId: id, expectedVersion: version });
  expect(vacated.portfolio).toEqual({
    id,
    version: version + 1,
    vacant: true,
    holder: null,
    clientTeam: { lead: null },
  });
  const held = await assign({ portfolioId: id, expectedVersion: version + 1, holderId: 'prof-08' });
  expect(held.portfolio).toMatchObject({
    vacant: false,
    holder: { id: 'prof-08' },
    clientTeam: { lead: { id: 'prof-08' } },
  });
});

test('R-122: a cluster holds the employers of its postcode areas', async () => {
  const { portfolio: cluster, errors } = await save({
    regionId: 'rijnmond',
    name: 'Spaanse Polder',
    kind: 'TACTICAL_CLUSTER',
    organisationId: 'org-rotterdam',
    postcodes: ['3044', '3045'],
  });
  expect(errors).toEqual([]);
  expect(cluster).toMatchObject({ name: 'Spaanse Polder', postcodes: ['3044', '3045'], vacant: true });
  const [inside, , abroad] = [
    await dossier({ postcode: '3044 AB' }),
    await dossier({ postcode: '3046AB' }),
    await dossier({ postcode: '3045AB', regionId: 'midden-utrecht' }),
  ];
  expect((await move({ portfolioId: cluster.id })).portfolio.employers.totalCount).toBe(1);
  const { employer } = await graph.data(
    'query ($id: ID!) { employer(id: $id) { portfolio { name } timeline(first: 1) { edges { node { title } } } } }',
    { id: inside },
  );
  expect(employer).toMatchObject({
    portfolio: { name: 'Spaanse Polder' },
    timeline: { edges: [{ node: { title: 'In portefeuille Spaanse Polder geplaatst.' } }] },
  });
  expect((await graph.query('select portfolio_id from employers.employer where id = $1', [abroad]))[0]).toEqual({
    portfolio_id: null,
  });
});

describe('refuses, names the field, and writes nothing:', () => {
  test.each([
    ['a portfolio that is none', { portfolioId: 'x' }, 'UNKNOWN_PORTFOLIO', 'portfolioId'],
    ['a stale version', { expectedVersion: 9 }, 'CONFLICT', 'expectedVersion'],
    ['a holder nobody knows', { holderId: 'x' }, 'UNKNOWN_PROFESSIONAL', 'holderId'],
    ['a holder of another region', { holderId: 'prof-18' }, 'OTHER_REGION', 'holderId'],
    ['a holder of another organisation', { holderId: 'prof-01' }, 'OTHER_ORGANISATION', 'holderId'],
    ['who holds it already', { holderId: 'prof-04' }, 'NOTHING_CHANGED', 'holderId'],
  ])('assignPortfolio with %s', async (_, more, code, field) => {
    const { id, version } = await portfolio('Zorg');
    const { errors } = await assign({ portfolioId: id, expectedVersion: version, holderId: 'prof-08', ...more });
    expect(errors[0]).toMatchObject({ code, path: ['input', field] });
    expect((await portfolio('Zorg')).version).toBe(version);
  });
  test('a matchmaker for a holder', async () => {
    const { id, version } = await portfolio('Horeca & Detailhandel');
    expect((await assign({ portfolioId: id, expectedVersion: version, holderId: 'prof-02' })).errors).toMatchObject([
      { code: 'NOT_AN_ACCOUNT_MANAGER' },
    ]);
  });
  test.each([
    ['another lead than the holder', { leadId: 'prof-08' }, 'HOLDER_LEADS', ['input', 'leadId']],
    [
      'somebody twice',
      { generalistIds: ['prof-02'], specialistIds: ['prof-02'] },
      'GIVEN_TWICE',
      ['input', 'specialistIds', '0'],
    ],
    ['somebody of another region', { generalistIds: ['prof-18'] }, 'OTHER_REGION', ['input', 'generalistIds', '0']],
    ['somebody unknown', { specialistIds: ['x'] }, 'UNKNOWN_PROFESSIONAL', ['input', 'specialistIds', '0']],
    ['a stale version', { expectedVersion: 5 }, 'CONFLICT', ['input', 'expectedVersion']],
  ])('saveClientTeam with %s', async (_, more, code, path) => {
    const { id } = await portfolio('IJsselgemeenten');
    const { errors, clientTeam } = await team({ portfolioId: id, generalistIds: [], specialistIds: [], ...more });
    expect(clientTeam).toBeNull();
    expect(errors[0]).toMatchObject({ code, path });
  });
  test('saveClientTeam by who neither holds the portfolio nor manages the region', async () => {
    const { id } = await portfolio('IJsselgemeenten');
    expect(
      (await team({ portfolioId: id, generalistIds: [], specialistIds: [] }, 'accountmanager')).errors,
    ).toMatchObject([{ code: 'NOT_YOURS' }]);
  });
  test.each([
    ['a name that is there', { name: 'zorg' }, 'PORTFOLIO_EXISTS', 'name'],
    ['no name', { name: ' ' }, 'TOO_SHORT', 'name'],
    ['a long name', { name: 'x'.repeat(101) }, 'TOO_LONG', 'name'],
    ['another region', { regionId: 'midden-utrecht' }, 'OTHER_REGION', 'regionId'],
    ['an organisation of elsewhere', { organisationId: 'org-utrecht' }, 'UNKNOWN_ORGANISATION', 'organisationId'],
    ['postcodes of a branch', { postcodes: ['3044'] }, 'NOT_A_CLUSTER', 'postcodes'],
    ['a postcode that is none', { kind: 'TACTICAL_CLUSTER', postcodes: ['0123'] }, 'INVALID_POSTCODE', 'postcodes'],
  ])('savePortfolio with %s', async (_, more, code, field) => {
    const { errors, portfolio: saved } = await save(
      { regionId: 'rijnmond', name: 'Ahoy', kind: 'BRANCH', organisationId: 'org-rotterdam', ...more },
      field === 'regionId' ? 'manager' : 'admin',
    );
    expect(saved).toBeNull();
    expect(errors[0]).toMatchObject({ code, path: ['input', field] });
  });
  test('moveEmployersToPortfolio of none, of strangers, and of another region', async () => {
    const { id } = await portfolio('Zorg');
    expect((await move({ portfolioId: id, employerIds: [] })).errors).toMatchObject([
      { code: 'TOO_MANY', path: ['input', 'employerIds'] },
    ]);
    expect((await move({ portfolioId: id })).errors).toMatchObject([
      { code: 'REQUIRED', path: ['input', 'employerIds'] },
    ]);
    expect((await move({ portfolioId: id, employerIds: ['x'] })).errors).toMatchObject([
      { code: 'UNKNOWN_EMPLOYER', path: ['input', 'employerIds', '0'] },
    ]);
    const elsewhere = await dossier({ regionId: 'midden-utrecht' });
    expect((await move({ portfolioId: id, employerIds: [elsewhere] })).errors).toMatchObject([
      { code: 'OTHER_REGION', path: ['input', 'employerIds', '0'] },
    ]);
  });
});
