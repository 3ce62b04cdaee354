import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { RelationStatus } from '../../../../subgraphs/employers/dossier/employer.js';
import { ApproachPurpose } from '../../../../subgraphs/employers/ownership/approach/approach-advice.js';
import {
  approach,
  type ApproachFacts,
  type Reachable,
} from '../../../../subgraphs/employers/ownership/approach/approach.js';

const person = (id: string, changed: Partial<Reachable> = {}): Reachable => ({ id, active: true, ...changed });
const held = (holder: Reachable, isMain: boolean, deputies: Reachable[] = []) => ({
  id: `holdership of ${holder.id}`,
  isMain,
  holder,
  deputies,
});
const facts = (changed: Partial<ApproachFacts> = {}): ApproachFacts => ({
  byId: 'me',
  purpose: ApproachPurpose.ACQUISITION,
  onDate: '2026-03-10',
  relationStatus: RelationStatus.CUSTOMER,
  excludedBecause: null,
  vacantPortfolio: null,
  renewedContactMonths: 6,
  holders: [],
  lastContact: null,
  ...changed,
});
const first = (changed: Partial<ApproachFacts>) => approach(facts(changed)).contactFirstIds;

describe('R-038, R-058, R-059: who is spoken to first', () => {
  const main = held(person('main'), true);
  const other = held(person('other'), false);
  const away = person('main', { unavailableUntil: '2026-03-10' });

  test('the main holder, and not the other holders', () => expect(first({ holders: [main, other] })).toEqual(['main']));
  test('the other holders when there is no main holder', () => expect(first({ holders: [other] })).toEqual(['other']));
  test('nobody when the account has no holder', () => expect(first({})).toEqual([]));
  test('nobody when the main holder asks', () => expect(first({ byId: 'main', holders: [main] })).toEqual([]));
  test('the main holder also when another holder asks', () =>
    expect(first({ byId: 'other', holders: [main, other] })).toEqual(['main']));
  test('the deputies of a main holder who is away up to and including this day', () =>
    expect(first({ holders: [held(away, true, [person('deputy'), person('gone', { active: false })])] })).toEqual([
      'deputy',
    ]));
  test('the main holder again the day after', () =>
    expect(first({ onDate: '2026-03-11', holders: [held(away, true, [person('deputy')])] })).toEqual(['main']));
  test('the other holders when the main holder is away without a deputy', () =>
    expect(first({ holders: [held(away, true), other] })).toEqual(['other']));
  test('a deputy who asks need not be asked', () =>
    expect(first({ byId: 'deputy', holders: [held(away, true, [person('deputy')])] })).toEqual([]));
});

describe('R-059: why nobody need be asked first is told as it is', () => {
  const away = person('main', { unavailableUntil: '2026-03-31' });
  const left = person('main', { active: false });
  const why = (changed: Partial<ApproachFacts>, requirement = 'R-058') =>
    approach(facts(changed)).steps.find((step) => step.requirement === requirement)?.because;
  test.each<[string, Partial<ApproachFacts>, string]>([
    ['the holder asks', { byId: 'main', holders: [held(person('main'), true)] }, 'U bent zelf de accounthouder.'],
    [
      'the deputy asks',
      { byId: 'deputy', holders: [held(away, true, [person('deputy'), person('second')])] },
      'De accounthouder is er niet, en u neemt zelf waar.',
    ],
    [
      'another holder asks while the main holder is away',
      { byId: 'other', holders: [held(away, true), held(person('other'), false)] },
      'De accounthouder is er niet, en u neemt zelf waar.',
    ],
    [
      'nobody is there',
      { holders: [held(away, true)] },
      'De accounthouder is er niet en heeft geen vervanger die er wel is.',
    ],
    ['nobody holds the account', {}, 'Er is in de regio geen accounthouder.'],
  ])('%s', (_, changed, because) => {
    expect(first(changed)).toEqual([]);
    expect(why(changed)).toBe(because);
  });
  test('who left is not called away', () =>
    expect(why({ holders: [held(left, true, [person('deputy')])] }, 'R-059')).toMatch(/niet meer werkzaam/));
});

describe('R-065: a first or renewed contact', () => {
  test.each([
    [null, true],
    ['2025-09-09', true],
    ['2025-09-10', false],
    ['2026-03-10', false],
  ])('with the last contact on %s is %s', (on, isNew) => {
    const lastContact = on ? { id: 'moment', on } : null;
    expect(approach(facts({ lastContact })).isNewOrRenewed).toBe(isNew);
  });
});

describe('R-019: the relation status', () => {
  test.each([
    [RelationStatus.PROSPECT, []],
    [RelationStatus.CUSTOMER, []],
    [RelationStatus.FORMER_CUSTOMER, []],
    [RelationStatus.NOT_APPROACHABLE, ['NOT_APPROACHABLE']],
    [RelationStatus.CEASED, ['CEASED']],
  ])('%s blocks with %j', (relationStatus, codes) => {
    const { allowed, blocks } = approach(facts({ relationStatus }));
    expect(blocks.map((b) => b.code)).toEqual(codes);
    expect(allowed).toBe(codes.length === 0);
  });
});

test('an acquisition is told whether it is one', () => {
  const rules = (purpose: ApproachPurpose) => approach(facts({ purpose })).steps.at(-1)!.rule;
  expect(rules(ApproachPurpose.ACQUISITION)).toMatch(/^Acquisitie is/);
  expect(rules(ApproachPurpose.AFTERCARE)).toMatch(/^Dit is/);
});

describe('R-125: a vacant portfolio', () => {
  const vacantPortfolio = { id: 'portfolio', name: 'Stroomopwaarts MVS', standIns: [person('lead')] };
  test('is stood in for by the lead, where nobody else can be spoken to', () => {
    const { contactFirstIds, steps, allowed } = approach(facts({ vacantPortfolio }));
    expect([contactFirstIds, allowed]).toEqual([['lead'], true]);
    expect(steps.at(-1)).toMatchObject({ requirement: 'R-125', holds: false, evidenceIds: ['portfolio'] });
  });
  test('is nobody’s concern while the account has a holder', () =>
    expect(first({ vacantPortfolio, holders: [held(person('main'), true)] })).toEqual(['main']));
  test('is not asked of the lead who asks', () => expect(first({ vacantPortfolio, byId: 'lead' })).toEqual([]));
});

test('R-117: what the pre-selection excludes is not approached, and told why', () => {
  const { allowed, blocks, steps } = approach(facts({ excludedBecause: 'Subsidiefraude vastgesteld.' }));
  expect(allowed).toBe(false);
  expect(blocks).toMatchObject([
    {
      code: 'EXCLUDED_BY_PRE_SELECTION',
      requirement: 'R-117',
      severity: 'BLOCKING',
      message: expect.stringContaining('Subsidiefraude'),
    },
  ]);
  expect(steps[1]).toMatchObject({ requirement: 'R-117', holds: false });
});
