import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { OwnershipContactScope } from '../../../../subgraphs/employers/organisation/region-agreements.js';
import { cutoff } from '../../../../subgraphs/employers/ownership/decision/cutoff.js';
import { mayTakeOver, type TakeOverFacts } from '../../../../subgraphs/employers/ownership/decision/may-take-over.js';

const facts = (changed: Partial<TakeOverFacts> = {}): TakeOverFacts => ({
  candidateId: 'candidate',
  onDate: '2021-04-04',
  recentContactMonths: 6,
  scope: OwnershipContactScope.ANY_CONTACT_ON_ACCOUNT,
  holders: [{ id: 'holdership', holderId: 'holder', isMain: true }],
  lastContacts: [],
  lastNps: null,
  ...changed,
});
const contact = (on: string, byId = 'holder') => ({ id: `contact of ${on} by ${byId}`, on, byId });

describe('R-048, R-050: half a year is six calendar months, and a contact on the last day of it is recent', () => {
  test.each([
    ['2021-04-04', '2020-10-04', 'KEEP'],
    ['2021-04-04', '2020-10-03', 'TAKEOVER_ALLOWED'],
    ['2021-08-31', '2021-02-28', 'KEEP'],
    ['2021-08-31', '2021-02-27', 'TAKEOVER_ALLOWED'],
    ['2021-08-28', '2021-02-28', 'KEEP'],
    ['2020-08-31', '2020-02-29', 'KEEP'],
    ['2020-08-31', '2020-02-28', 'TAKEOVER_ALLOWED'],
    ['2020-08-29', '2020-02-29', 'KEEP'],
    ['2024-02-29', '2023-08-29', 'KEEP'],
    ['2024-02-29', '2023-08-28', 'TAKEOVER_ALLOWED'],
    ['2021-05-31', '2020-11-30', 'KEEP'],
    ['2021-05-31', '2020-11-29', 'TAKEOVER_ALLOWED'],
    ['2021-12-31', '2021-06-30', 'KEEP'],
    ['2021-04-04', '2021-04-04', 'KEEP'],
  ])('on %s with the last contact on %s the outcome is %s', (onDate, last, outcome) => {
    expect(mayTakeOver(facts({ onDate, lastContacts: [contact(last)] })).outcome).toBe(outcome);
  });

  test.each([
    ['2021-08-31', 6, '2021-02-28'],
    ['2020-08-30', 6, '2020-02-29'],
    ['2021-03-31', 1, '2021-02-28'],
    ['2021-01-15', 12, '2020-01-15'],
  ])('%s less %d months is %s', (onDate, months, day) => expect(cutoff(onDate, months)).toBe(day));
});

test('R-050, R-051: without any contact the account may be taken over, once the previous holder was told', () => {
  expect(mayTakeOver(facts())).toMatchObject({
    outcome: 'TAKEOVER_ALLOWED',
    lastContactOn: null,
    cutoffDate: '2020-10-04',
    obligations: ['NOTIFY_PREVIOUS_HOLDER'],
  });
});

test('R-052: a colleague of the holder keeps the account, unless the region counts only the contacts of the holder', () => {
  const lastContacts = [contact('2021-03-04', 'colleague'), contact('2020-07-04')];
  expect(mayTakeOver(facts({ lastContacts }))).toMatchObject({ outcome: 'KEEP', lastContactById: 'colleague' });
  expect(mayTakeOver(facts({ lastContacts, scope: OwnershipContactScope.CONTACT_BY_HOLDER }))).toMatchObject({
    outcome: 'TAKEOVER_ALLOWED',
    lastContactOn: '2020-07-04',
  });
});

test('the steps show both dates, whichever counts, each with its evidence', () => {
  const { steps } = mayTakeOver(facts({ lastContacts: [contact('2021-03-04', 'colleague'), contact('2020-07-04')] }));
  expect(steps.map(({ requirement, holds }) => [requirement, holds])).toEqual([
    ['R-046', true],
    ['R-052', true],
    ['R-052', false],
    ['R-048', true],
    ['R-053', true],
  ]);
  expect(steps[1]).toMatchObject({
    because: expect.stringContaining('4 maart 2021'),
    evidenceIds: ['contact of 2021-03-04 by colleague'],
  });
  expect(steps[2]).toMatchObject({
    because: expect.stringContaining('4 juli 2020'),
    evidenceIds: ['contact of 2020-07-04 by holder'],
  });
});

describe('R-053: recent contact with a dissatisfied employer needs consent', () => {
  test.each([
    [0, 'CONSENT_REQUIRED'],
    [6, 'CONSENT_REQUIRED'],
    [7, 'KEEP'],
    [10, 'KEEP'],
  ])('a score of %d gives %s', (score, outcome) => {
    const lastNps = { id: 'survey', on: '2021-03-20', score };
    expect(mayTakeOver(facts({ lastContacts: [contact('2021-03-04')], lastNps })).outcome).toBe(outcome);
  });

  test('no recent contact frees the account, whatever the employer thinks', () => {
    const lastNps = { id: 'survey', on: '2021-03-20', score: 10 };
    expect(mayTakeOver(facts({ lastNps })).outcome).toBe('TAKEOVER_ALLOWED');
  });
});

test('an account without a holder has none to take over from', () => {
  expect(mayTakeOver(facts({ holders: [] }))).toMatchObject({
    outcome: 'NO_HOLDER',
    currentHolderId: null,
    obligations: [],
    steps: [{ requirement: 'R-046', holds: false }],
  });
});

test('R-048: who holds the account already keeps it', () => {
  expect(mayTakeOver(facts({ candidateId: 'holder' })).outcome).toBe('KEEP');
});

test('R-012: the region sets how many months are recent', () => {
  const lastContacts = [contact('2021-01-04')];
  expect(mayTakeOver(facts({ lastContacts, recentContactMonths: 3 })).outcome).toBe('KEEP');
  expect(mayTakeOver(facts({ lastContacts, recentContactMonths: 2 })).outcome).toBe('TAKEOVER_ALLOWED');
});

describe('R-048, R-052: whose contact on which day, under which scope', () => {
  const ANY = OwnershipContactScope.ANY_CONTACT_ON_ACCOUNT;
  const OWN = OwnershipContactScope.CONTACT_BY_HOLDER;
  test.each([
    [ANY, '2020-10-04', null, 'KEEP'],
    [ANY, '2020-10-03', null, 'TAKEOVER_ALLOWED'],
    [ANY, null, '2020-10-04', 'KEEP'],
    [ANY, '2020-10-03', '2020-10-04', 'KEEP'],
    [OWN, '2020-10-04', null, 'KEEP'],
    [OWN, null, '2020-10-04', 'TAKEOVER_ALLOWED'],
    [OWN, '2020-10-03', '2021-04-04', 'TAKEOVER_ALLOWED'],
    [OWN, '2020-10-04', '2020-01-01', 'KEEP'],
  ])('%s with the holder on %s and a colleague on %s: %s', (scope, holder, colleague, outcome) => {
    const lastContacts = [
      ...(holder ? [contact(holder)] : []),
      ...(colleague ? [contact(colleague, 'colleague')] : []),
    ];
    expect(mayTakeOver(facts({ scope, lastContacts })).outcome).toBe(outcome);
  });
});
