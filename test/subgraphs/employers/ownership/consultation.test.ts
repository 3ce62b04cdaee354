import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { vanGelderen } from '../../../../demo/employers.js';
import { ApproachPurpose } from '../../../../subgraphs/employers/ownership/approach/approach-advice.js';
import { findConsultation } from '../../../../subgraphs/employers/ownership/approach/find-consultation.js';
import { identityOf } from '../../../identity.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';
import { account, askAs, hire } from './account-holders.js';

const NONE = '00000000-0000-4000-8000-00000000dead';
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph.close());

const consult = async (input: Record<string, unknown>, as = 'prof-08') =>
  (
    await graph.data(
      `mutation ($in: ConsultBeforeApproachInput!) { consultBeforeApproach(input: $in) {
        advice { allowed contactFirst { name } consultationId openThreads { kind title dueOn owner { id } subjectType subjectId } blocks { code } steps { requirement } }
        consultation { id purpose at validUntil allowed by { id } employer { id } }
        notices { code requirement severity } errors { code message path requirement } } }`,
      { in: { purpose: 'ACQUISITION', ...input } },
      { as },
    )
  ).consultBeforeApproach;
const find = (sought: Partial<Parameters<typeof findConsultation>[1]>) =>
  findConsultation(graph.subgraph.database.em(), {
    employerId: vanGelderen.id,
    byId: 'prof-08',
    purpose: ApproachPurpose.ACQUISITION,
    onDate: '2026-03-10',
    ...sought,
  });

test('R-057: consulting keeps the advice as a receipt, and asking alone does not', async () => {
  const before = await graph.query('select count(*)::int as n from employers.consultation');
  const { employer } = await graph.data(
    'query ($id: ID!) { employer(id: $id) { approachAdvice(byId: "prof-08", purpose: ACQUISITION) { consultationId } } }',
    { id: vanGelderen.id },
  );
  expect(employer.approachAdvice.consultationId).toBeNull();
  expect(await graph.query('select count(*)::int as n from employers.consultation')).toEqual(before);
  const { advice, consultation, errors } = await consult({ employerId: vanGelderen.id });
  expect(errors).toEqual([]);
  expect(advice).toMatchObject({
    allowed: true,
    contactFirst: [{ name: 'Anouk Verstraten' }],
    consultationId: consultation.id,
  });
  expect(consultation).toMatchObject({
    purpose: 'ACQUISITION',
    validUntil: '2026-03-24',
    allowed: true,
    by: { id: 'prof-08' },
    employer: { id: vanGelderen.id },
  });
});

describe('R-057: a receipt serves', () => {
  let id: string;
  beforeAll(async () => {
    id = (await consult({ employerId: vanGelderen.id }, 'prof-09')).consultation.id;
  });
  test.each<[string, Partial<Parameters<typeof findConsultation>[1]>, boolean]>([
    ['on the day itself', {}, true],
    ['fourteen days later', { onDate: '2026-03-24' }, true],
    ['not fifteen days later', { onDate: '2026-03-25' }, false],
    ['not the day before', { onDate: '2026-03-09' }, false],
    ['not another person', { byId: 'prof-10' }, false],
    ['not another purpose', { purpose: ApproachPurpose.SERVICE }, false],
    ['not another employer', { employerId: NONE }, false],
    ['not under another number', { consultationId: NONE }, false],
    ['not under what is no number', { consultationId: 'x' }, false],
  ])('%s', async (_, sought, serves) => {
    expect((await find({ byId: 'prof-09', ...sought }))?.id ?? null).toBe(serves ? id : null);
    if (serves) expect((await find({ byId: 'prof-09', consultationId: id, ...sought }))?.id).toBe(id);
  });
});

test('R-058: an employer whom only KvK knows is consulted too, under the id its dossier will have', async () => {
  const { advice, consultation } = await consult({ kvkNumber: '68727720' });
  expect(advice).toMatchObject({ allowed: true, contactFirst: [] });
  expect(consultation.employer).toBeNull();
  const { employer } = await graph.data('query { employer(kvkNumber: "68727720") { id } }');
  expect(await find({ employerId: employer.id })).toMatchObject({ id: consultation.id });
});

test('R-019: who does not want contact is not approached; the receipt says so', async () => {
  const employerId = await account(graph, { status: 'NOT_APPROACHABLE' });
  const { advice, consultation, notices } = await consult({ employerId });
  expect([advice.allowed, consultation.allowed]).toEqual([false, false]);
  expect(notices).toMatchObject([{ code: 'NOT_APPROACHABLE', requirement: 'R-019', severity: 'BLOCKING' }]);
});

test('R-125: of a vacant portfolio the lead of its organisation’s team, or else management, is spoken to first', async () => {
  const employerId = await account(graph);
  const of = (name: string) =>
    graph.query(
      'update employers.employer set portfolio_id = (select id from employers.portfolio where name = $2) where id = $1',
      [employerId, name],
    );
  await of('Hoeksche Waard');
  expect((await consult({ employerId })).advice.contactFirst).toEqual([{ name: 'Esra Kloosterboer' }]);
  await graph.query("update employers.portfolio set holder_id = null where name = 'Overall (acquisitie)'");
  await of('Overall (acquisitie)');
  await graph.query("update employers.team set lead_id = 'prof-04' where id = 'team-rotterdam'");
  const { advice } = await consult({ employerId });
  expect(advice.contactFirst).toEqual([{ name: 'Dirk-Jan Meerkerk' }]);
  expect(advice.steps.map((s: { requirement: string }) => s.requirement)).toContain('R-125');
  await of('Zorg');
  expect((await consult({ employerId })).advice.contactFirst).toEqual([]);
});

test('R-060: the open threads tell what a colleague needs to go on', async () => {
  const employerId = await account(graph, { holderId: 'prof-01' });
  const [me] = await hire(graph, 1, { prefix: 'thread' });
  await askAs(
    graph,
    identityOf('prof-01'),
    'mutation ($in: RegisterContactMomentInput!) { registerContactMoment(input: $in) { errors { code } } }',
    {
      in: {
        employerId,
        typeNumber: 3,
        medium: 'PHONE',
        subject: 'Onderzoek aanbod chauffeurs',
        summary: 'De werkgever zoekt chauffeurs met C of CE; wij onderzoeken binnen een week wie er is.',
        occurredOn: '2026-03-10',
        participantIds: [],
        followUps: [{ title: 'Terugkoppelen over chauffeurs', ownerId: 'prof-02', dueOn: '2026-03-17' }],
      },
    },
  );
  await askAs(
    graph,
    me!,
    'mutation ($in: RequestOwnershipInput!) { requestOwnership(input: $in) { errors { code } } }',
    { in: { employerId, regionId: 'rijnmond', reason: 'Ik spreek deze werkgever wekelijks.' } },
  );
  const { openThreads } = (await consult({ employerId, purpose: 'SERVICE' })).advice;
  expect(openThreads).toMatchObject([
    {
      kind: 'PROMISE',
      title: 'Terugkoppelen over chauffeurs',
      dueOn: '2026-03-17',
      owner: { id: 'prof-02' },
      subjectType: 'Task',
    },
    { kind: 'OWNERSHIP_REQUEST', dueOn: '2026-03-24', owner: { id: 'thread-1' }, subjectType: 'OwnershipRequest' },
  ]);
  expect(
    (await consult({ employerId: vanGelderen.id })).advice.openThreads.map((t: { kind: string }) => t.kind),
  ).toContain('PLAN');
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['no employer', {}, 'EMPLOYER_NEEDED', 'employerId'],
  ['a number KvK does not know', { kvkNumber: '12345678' }, 'KVK_NUMBER_REFUSED', 'kvkNumber'],
  [
    'an establishment KvK does not know',
    { establishmentNumber: '000000000001' },
    'KVK_NUMBER_REFUSED',
    'establishmentNumber',
  ],
  ['two employers', { employerId: vanGelderen.id, kvkNumber: '68727720' }, 'EMPLOYER_NEEDED', 'employerId'],
  ['an unknown employer', { employerId: NONE }, 'UNKNOWN_EMPLOYER', 'employerId'],
])('R-057: consulting is refused with %s', async (_, input, code, field) => {
  const { advice, consultation, errors } = await consult(input);
  expect([advice, consultation]).toEqual([null, null]);
  expect(errors).toMatchObject([{ code, path: ['input', field], message: expect.stringContaining(field) }]);
});
