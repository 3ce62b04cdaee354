import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { agreements } from '../../../../demo/agreements.js';
import { testCompanies, vanGelderen } from '../../../../demo/employers.js';
import type { Data } from '../../alone.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

let one: EmployersAlone;
beforeAll(async () => {
  one = await employersAlone();
});
afterAll(() => one?.close());

const dagobert = testCompanies.find(({ kvkNumber }) => kvkNumber === '69599084')!.id;

/** What vacancies was told of one agreement, or of all, in order, by who did something; not when employers starts. */
const told = async (agreementId: string | null = null): Promise<Data[]> =>
  (
    await one.query(
      `select data->'data' as data from outbox.job where name = 'vacancies' and data->>'type' = 'work-agreement.saved'
       and data->>'actorId' is not null and ($1::text is null or data->'data'->>'agreementId' = $1) order by created_on, id`,
      [agreementId],
    )
  ).map(({ data }) => data);
const send = async (mutation: string, type: string, fields: string, input: object, as: string): Promise<Data> =>
  (
    await one.data(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} errors { code } } }`,
      { input },
      { as },
    )
  )[mutation];
const register = (change: object = {}) =>
  send(
    'registerWorkAgreement',
    'WorkAgreementInput',
    'agreement { id version }',
    {
      employerId: vanGelderen.id,
      kind: 'COVENANT',
      title: `Convenant ${randomUUID()}`,
      summary: 'Werkprofielen worden samen opgesteld, in competenties.',
      partyIds: ['org-uwv-rijnmond'],
      validFrom: '2026-03-01',
      ...change,
    },
    'accountmanager',
  );
const change = (input: object) =>
  send('changeWorkAgreement', 'ChangeWorkAgreementInput', 'agreement { id }', input, 'accountmanager');

test('R-114: every agreement of the demo is told, the account plans too', async () => {
  const standing = await one.query(
    `select employer_id as "employerId", id as "agreementId", kind, valid_from::text as "validFrom", valid_until::text as "validUntil"
     from employers.work_agreement`,
  );
  const all = await told();
  expect(all).toEqual(expect.arrayContaining(standing));
  expect(all).toHaveLength(standing.length);
  expect(all.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ACCOUNT_PLAN', 'COVENANT', 'ARRANGEMENT']));
  expect(all).toEqual(expect.arrayContaining(agreements('2026-03-10')));
});

test('R-114, R-115: registered and changed, an agreement is told by id, kind and days, and by nothing of what was agreed', async () => {
  const { agreement } = await register();
  const first = {
    employerId: vanGelderen.id,
    agreementId: agreement.id,
    kind: 'COVENANT',
    validFrom: '2026-03-01',
    validUntil: null,
  };
  expect(await told(agreement.id)).toEqual([first]);
  await change({ id: agreement.id, expectedVersion: 1, validUntil: '2026-12-31' });
  expect(await told(agreement.id)).toEqual([first, { ...first, validUntil: '2026-12-31' }]);
});

test('R-114: refused, nothing is told', async () => {
  const { agreement } = await register();
  const before = await told();
  expect((await register({ validUntil: '2026-02-01' })).errors).toHaveLength(1);
  expect((await change({ id: agreement.id, expectedVersion: 5, validUntil: '2026-04-01' })).errors).toHaveLength(1);
  expect(await told()).toEqual(before);
});

test('R-114: evaluating changes no day, and is not told', async () => {
  const { agreement } = await register();
  const text = 'Het werkprofiel is bij elke vacature samen opgesteld.';
  await send(
    'evaluateWorkAgreement',
    'EvaluateWorkAgreementInput',
    'agreement { id }',
    { id: agreement.id, text },
    'accountmanager',
  );
  expect(await told(agreement.id)).toHaveLength(1);
});

test('R-114: a plan that is closed ends its agreement, and that is told', async () => {
  const { accountPlan } = (
    await one.data('query ($id: ID!) { employer(id: $id) { accountPlan { id revision } } }', { id: dagobert })
  ).employer;
  const [running] = (await told()).filter(({ employerId, kind }) => employerId === dagobert && kind === 'ACCOUNT_PLAN');
  const { plan, errors } = await send(
    'closeAccountPlan',
    'CloseAccountPlanInput',
    'plan { status }',
    { planId: accountPlan.id, expectedVersion: accountPlan.revision, reason: 'De werkgever stopt ermee.' },
    'accountmanager',
  );
  expect([plan, errors]).toEqual([{ status: 'CLOSED' }, []]);
  expect(await told(running.agreementId)).toEqual([running, { ...running, validUntil: '2026-03-10' }]);
});
