import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import {
  assess,
  partnershipScore,
  pointsFor,
  tierFor,
  type AssessmentFacts,
} from '../../../../subgraphs/employers/pyramid/assess.js';
import {
  assessmentOn,
  SoftCriterionKind,
  type PyramidAssessment,
} from '../../../../subgraphs/employers/pyramid/pyramid-assessment.js';
import {
  defaultSettings,
  settingsOn,
  type PyramidSettings,
} from '../../../../subgraphs/employers/pyramid/pyramid-settings.js';

const settings = defaultSettings('rijnmond');
const answers = (yes: number) =>
  Object.values(SoftCriterionKind).map((kind, n) => ({ kind, yes: n < yes, note: null }));
const halves = (lively: number) =>
  Array.from({ length: 6 }, (_, n) => ({
    from: '2023-03-11',
    until: '2026-03-10',
    contacts: n < lively ? 2 : 0,
    placements: 0,
  }));
const facts = (more: Partial<AssessmentFacts> = {}): AssessmentFacts => ({
  onDate: '2026-03-10',
  politicallySensitive: false,
  reliable: true,
  sectorDevelopment: null,
  headcount: { value: 250, source: 'KvK' },
  activity: { since: '2025-03-11', vacancyIds: ['v1', 'v2', 'v3'], placementIds: ['p1'], halfYears: halves(5) },
  softFilter: answers(4),
  settings,
  ...more,
});

describe('R-119, R-120: the soft filter', () => {
  test.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 4],
  ])('%d times yes is %d stars', (yes, stars) => {
    expect(partnershipScore(answers(yes))).toBe(stars);
    const { explanation } = assess(facts({ softFilter: answers(yes) }));
    expect(explanation.find((step) => step.requirement === 'R-120')!.because).toMatch(
      new RegExp(`^${yes} keer ja van 5 elementen: ${stars} ster`),
    );
  });
});

test.each([
  [
    'companySizeFrom',
    [
      [0, 0],
      [9, 0],
      [10, 1],
      [49, 1],
      [50, 2],
      [249, 2],
      [250, 3],
      [100_000, 3],
    ],
  ],
  [
    'vacanciesFrom',
    [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 2],
      [6, 3],
    ],
  ],
  [
    'fulfilmentsFrom',
    [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 2],
      [6, 3],
    ],
  ],
  [
    'continuityFrom',
    [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 3],
      [6, 3],
    ],
  ],
] as const)('R-118: the default bounds of %s give their points from the bound on', (name, table) => {
  for (const [value, points] of table) expect([value, pointsFor(value, settings[name])]).toEqual([value, points]);
});

test.each([
  [0, 1, 'BASE'],
  [2, 1, 'BASE'],
  [3, 1, 'BRONZE'],
  [3, 4, 'BRONZE'],
  [4, 4, 'SILVER'],
  [7, 4, 'SILVER'],
  [8, 4, 'GOLD'],
  [9, 3, 'GOLD'],
  [10, 2, 'SILVER'],
  [12, 2, 'SILVER'],
  [12, 4, 'GOLD'],
])('R-116: %d points and %d stars propose %s', (points, stars, tier) => {
  expect(tierFor(points, stars, settings)).toBe(tier);
});

test('R-118: each criterion cites what was counted, and the steps name the records', () => {
  const { objective, explanation, proposedTier, partnershipScore: stars } = assess(facts());
  expect(objective.map(({ kind, value, points }) => [kind, value, points])).toEqual([
    ['COMPANY_SIZE', 250, 3],
    ['VACANCIES', 3, 2],
    ['FULFILMENTS', 1, 1],
    ['CONTINUITY', 5, 3],
  ]);
  expect(objective.map(({ basis }) => basis)).toEqual([
    '250 werkzame personen volgens KvK.',
    '3 vacatures geopend sinds 11 maart 2025 (12 maanden).',
    '1 plaatsingen sinds 11 maart 2025 (12 maanden).',
    '5 van de laatste 6 halve jaren met contact of plaatsing: 10 contactmomenten en 0 plaatsingen sinds 11 maart 2023.',
  ]);
  expect([stars, proposedTier]).toEqual([4, 'GOLD']);
  expect(
    explanation.filter(({ requirement }) => requirement === 'R-118').map(({ evidenceIds }) => evidenceIds),
  ).toEqual([[], ['v1', 'v2', 'v3'], ['p1'], []]);
  expect(explanation.at(-1)!.because).toBe('9 punten en 4 sterren zijn samen 13: Goud.');
});

test('R-118: a headcount is written as people write it', () => {
  const [size] = assess(facts({ headcount: { value: 12_500, source: 'KvK' } })).objective;
  expect(size!.basis).toBe('12.500 werkzame personen volgens KvK.');
});

describe('R-118: what is not known is no no', () => {
  const why = 'Wat niet bekend is, is geen nee.';
  test('a headcount that nobody knows counts for nothing, and says so', () => {
    const [size, ...others] = assess(facts({ headcount: null })).objective;
    expect(size).toMatchObject({
      value: 0,
      known: false,
      points: 0,
      basis: 'Het aantal werkzame personen is niet bekend.',
    });
    expect(others.map(({ known }) => known)).toEqual([true, true, true]);
    const [none] = assess(facts({ headcount: { value: 0, source: 'KvK' } })).objective;
    expect(none).toMatchObject({ value: 0, known: true });
  });

  // Without the size: 6 points from vacancies, placements and continuity.
  test.each([
    [4, {}, 'SILVER', 'GOLD', false],
    [3, {}, 'SILVER', 'GOLD', false],
    [2, {}, 'SILVER', 'SILVER', true],
    [4, { goldFrom: 14 }, 'SILVER', 'SILVER', true],
    [1, { silverFrom: 11 }, 'BRONZE', 'BRONZE', true],
    [1, { silverFrom: 10 }, 'BRONZE', 'SILVER', false],
  ])('with %d stars and %j the tier is %s, and at most %s', (stars, bounds, tier, most, settled) => {
    const given = { softFilter: answers(stars), settings: Object.assign(defaultSettings('rijnmond'), bounds) };
    const { proposedTier, highestTier, explanation } = assess(facts({ headcount: null, ...given }));
    expect([proposedTier, highestTier]).toEqual([tier, most]);
    expect(explanation.at(-1)).toMatchObject({ rule: why, requirement: 'R-118', holds: settled });
    const whole = assess(facts({ headcount: { value: 1000, source: 'KvK' }, ...given }));
    expect([whole.proposedTier, whole.highestTier]).toEqual([most, most]);
    expect(whole.explanation.map(({ rule }) => rule)).not.toContain(why);
  });

  test('an employer that is excluded has no tier that it might have', () => {
    const { highestTier, explanation } = assess(facts({ headcount: null, reliable: false }));
    expect(highestTier).toBeNull();
    expect(explanation.map(({ rule }) => rule)).not.toContain(why);
  });
});

test('R-117: an employer that is not reliable is excluded, and no tier is proposed', () => {
  const { proposedTier, explanation } = assess(facts({ reliable: false }));
  expect(proposedTier).toBeNull();
  expect(explanation[0]).toMatchObject({ requirement: 'R-117', holds: false });
});

test('R-117: a politically sensitive customer keeps a tier, and is handled tailor-made', () => {
  const { proposedTier, explanation } = assess(facts({ politicallySensitive: true }));
  expect(proposedTier).toBe('GOLD');
  expect(explanation[1]).toMatchObject({ requirement: 'R-117', holds: false });
});

test('the assessment of a day is the newest up to it, and of one day the later recorded', () => {
  const at = (onDate: string, recordedAt: string, version: number) =>
    ({ onDate, recordedAt: new Date(recordedAt), version }) as PyramidAssessment;
  const all = [
    at('2026-01-10', '2026-01-10T09:00:00Z', 1),
    at('2026-02-10', '2026-02-10T09:00:00Z', 2),
    at('2026-02-10', '2026-02-10T11:00:00Z', 3),
  ];
  expect(
    ['2026-01-09', '2026-01-10', '2026-02-09', '2026-02-10'].map((day) => assessmentOn(all, day)?.version ?? null),
  ).toEqual([null, 1, 1, 3]);
});

test('R-012: the settings of a day are the newest in force, and the defaults before the first', () => {
  const version = (n: number, validFrom: string) => ({ ...settings, version: n, validFrom }) as PyramidSettings;
  const all = [version(1, '2026-03-01'), version(2, '2026-04-01'), version(3, '2026-04-01')];
  expect(
    ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => settingsOn(all, 'rijnmond', day).version),
  ).toEqual([0, 1, 1, 3]);
});
