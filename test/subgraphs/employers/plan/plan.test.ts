import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { daysBefore, testCompanies, vanGelderen } from '../../../../demo/employers.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const TODAY = '2026-03-10';
const dagobert = testCompanies.find((e) => e.kvkNumber === '69599084')!;
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone();
});
afterAll(() => graph.close());

test('the running plan is shown with the whole form, its goals and its next review', async () => {
  const { employer } = await graph.data(
    `query ($id: ID!) { employer(id: $id) { accountPlan { version status ownedBy { name } employer { id } conclusions drawnUpOn lastReviewedOn nextReviewDue overdue
      goals { title measure target actual dueOn status } sections { kind items { key labelNl value mark note } } } } }`,
    { id: vanGelderen.id },
  );
  const { sections, ...plan } = employer.accountPlan;
  expect(plan).toMatchObject({
    version: 2,
    status: 'ACTIVE',
    ownedBy: { name: 'Anouk Verstraten' },
    employer: { id: vanGelderen.id },
    lastReviewedOn: daysBefore(TODAY, 55),
    nextReviewDue: '2026-07-14',
    overdue: false,
    goals: [{ target: 5, actual: 1 }, { measure: 'kandidaten' }],
  });
  expect(sections.map((s: { kind: string; items: unknown[] }) => [s.kind, s.items.length])).toEqual([
    ['GENERAL', 10],
    ['ACCOUNT_PICTURE', 6],
    ['RELATION_WITH_WSP', 7],
    ['EMPLOYER_CHARACTERISTICS', 7],
    ['THEMES', 2],
  ]);
  const items = sections.flatMap((s: { items: { key: string }[] }) => s.items);
  const row = (key: string) => items.find((item: { key: string }) => item.key === key);
  expect(row('customerType').value).toBe('Goud');
  expect(row('wbsNumber').value).toBe(vanGelderen.wbsNumber);
  expect(row('place').value).toBe('Rotterdam');
  expect(row('contactPersons').value).toBe('Marjolein Vermeulen, Teun Oppedijk');
  expect(row('visionAndStrategy').mark).toBe('SMILEY');
  expect(row('sroi').mark).toBe('NEGATIVE');
});

test('every version is kept, newest first, and can be asked for', async () => {
  const { employer } = await graph.data(
    `query ($id: ID!) { employer(id: $id) { accountPlanHistory { version status overdue } first: accountPlan(version: 1) { version } none: accountPlan(version: 3) { version } } }`,
    { id: vanGelderen.id },
  );
  expect(employer).toEqual({
    accountPlanHistory: [
      { version: 2, status: 'ACTIVE', overdue: false },
      { version: 1, status: 'CLOSED', overdue: false },
    ],
    first: { version: 1 },
    none: null,
  });
});

test('a running plan that was not reviewed for half a year is overdue', async () => {
  const { employer } = await graph.data(
    `query ($id: ID!) { employer(id: $id) { accountPlan { lastReviewedOn nextReviewDue overdue goals { title } } } }`,
    { id: dagobert.id },
  );
  expect(employer.accountPlan).toEqual({ lastReviewedOn: null, nextReviewDue: '2025-12-23', overdue: true, goals: [] });
});

test('an employer has one running plan at a time, held by the database', async () => {
  const second = graph.query(
    `insert into employers.account_plan (id, employer_id, version, status, owned_by_id, answers, drawn_up_on)
     values (gen_random_uuid(), $1, 3, 'UNDER_REVIEW', 'prof-01', '{}', '2026-03-01')`,
    [vanGelderen.id],
  );
  await expect(second).rejects.toMatchObject({ code: '23505' });
});

test('an analyst sees that there is a plan, and not what it says', async () => {
  const query = (fields: string) => `query ($id: ID!) { employer(id: $id) { accountPlan { ${fields} } } }`;
  const seen = await graph.data(query('version overdue'), { id: dagobert.id }, { as: 'analyst' });
  expect(seen.employer.accountPlan).toEqual({ version: 1, overdue: true });
  const { errors } = await graph.ask(query('conclusions'), { id: dagobert.id }, { as: 'analyst' });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
