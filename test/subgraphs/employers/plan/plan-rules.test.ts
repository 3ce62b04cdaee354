import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { CustomerTier, EmployerKind } from '../../../../subgraphs/employers/dossier/employer.js';
import { accountPlanForm } from '../../../../subgraphs/employers/plan/account-plan-form.js';
import { PlanMark } from '../../../../subgraphs/employers/plan/account-plan-section.js';
import { fillIn } from '../../../../subgraphs/employers/plan/fill-in.js';
import { nextReviewDue } from '../../../../subgraphs/employers/plan/next-review.js';

test.each([
  ['2021-08-31', null, 6, '2022-02-28'],
  ['2023-08-31', null, 6, '2024-02-29'],
  ['2021-01-10', '2021-03-31', 6, '2021-09-30'],
  ['2021-01-10', '2021-03-31', 3, '2021-06-30'],
])('drawn up on %s and reviewed on %s, every %d months: due again on %s', (drawnUpOn, lastReviewedOn, months, due) => {
  expect(nextReviewDue({ drawnUpOn, lastReviewedOn }, months)).toBe(due);
});

test('the form has its five sections with 10, 6, 7, 7 and 2 rows, and no key twice', () => {
  expect(accountPlanForm.map(({ kind, rows }) => [kind, rows.length])).toEqual([
    ['GENERAL', 10],
    ['ACCOUNT_PICTURE', 6],
    ['RELATION_WITH_WSP', 7],
    ['EMPLOYER_CHARACTERISTICS', 7],
    ['THEMES', 2],
  ]);
  const keys = accountPlanForm.flatMap(({ rows }) => rows.map(([key]) => key));
  expect(new Set(keys).size).toBe(keys.length);
});

test('where the copies of the form differ, the labels are as decided', () => {
  const labels = accountPlanForm.flatMap(({ rows }) => rows.map(([, label]) => label));
  expect(labels).toEqual(
    expect.arrayContaining([
      'SROI verplichting',
      'Aantal plaatsingen',
      'Aantal passende vacatures',
      'Aantal mensen werkzaam in',
    ]),
  );
});

test('a row shows what was written down, or else what the dossier knows', () => {
  const employer = {
    name: 'Bakkerij De Tarwe',
    wbsNumber: 'WBS-1',
    kvkNumber: null,
    sector: 'Voeding',
    tier: CustomerTier.GOLD,
    kind: EmployerKind.INTERMEDIARY,
    lwa: ['MKB'],
    manualVisitingAddress: null,
  };
  const sections = fillIn({ sector: { value: 'Brood', mark: PlanMark.SMILEY, note: 'eigen woord' } }, employer, [
    { name: 'Jo' },
  ]);
  const row = (key: string) => sections.flatMap((s) => s.items).find((item) => item.key === key);
  expect(row('customerType')).toMatchObject({ value: 'Goud', mark: 'NONE', note: null });
  expect(row('sector')).toEqual({
    key: 'sector',
    labelNl: 'Sector',
    value: 'Brood',
    mark: 'SMILEY',
    note: 'eigen woord',
  });
  expect(row('contactPersons')?.value).toBe('Jo');
  expect(row('customer')?.value).toBe('Intermediair');
  expect(row('lwa')?.value).toBe('MKB');
  expect(row('kvkNumber')?.value).toBeNull();
});
