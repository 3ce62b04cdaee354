import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestFirst, divide100, match } from '../../subgraphs/match.js';
import { MatchCriteria, MatchProfile } from '../../subgraphs/match-contract.js';
import { canLearn, licencesThatCover, mayDrive } from '../../subgraphs/match-licences.js';

// The same pairs each time: a pair nobody thought of is found while one writes, not when somebody else's work is judged.
fc.configureGlobal({ seed: 20260310 });

const criteria = (asked: Partial<MatchCriteria> = {}): MatchCriteria => ({
  regionId: 'rijnmond',
  occupation: { code: '8332.2', name: 'Chauffeur nationaal' },
  competences: [],
  drivingLicences: [],
  hardRequirements: [],
  languages: [],
  affinities: [],
  hoursMin: null,
  hoursMax: null,
  irregularHours: null,
  minimumLevel: null,
  startsOn: null,
  ...asked,
});
const profile = (offered: Partial<MatchProfile> = {}): MatchProfile => ({
  regionId: 'rijnmond',
  occupations: [],
  competences: [],
  drivingLicences: [],
  skills: [],
  languages: [],
  interests: [],
  education: [],
  hoursMin: null,
  hoursMax: null,
  irregular: null,
  availableFrom: null,
  ...offered,
});
const competence = (level: number, rest: { essential?: boolean; trainable?: boolean } = {}) => ({
  code: 24119,
  name: 'Kwaliteit leveren',
  level,
  weight: 1,
  essential: false,
  trainable: false,
  ...rest,
});

/** The verdict on the last part: the occupation is always the first. */
const verdict = (asked: Partial<MatchCriteria>, offered: Partial<MatchProfile>) =>
  match(criteria(asked), profile(offered)).parts.at(-1)!.verdict;

describe('each thing asked is held against what is offered', () => {
  const nld = (speaking: number | null, writing: number | null) => [{ code: 'nld', speaking, writing }];
  test.each<[string, Partial<MatchCriteria>, Partial<MatchProfile>, string]>([
    ['the same occupation', {}, { occupations: [{ code: '8332.2', name: 'x' }] }, 'MET'],
    ['an occupation of the same unit group', {}, { occupations: [{ code: '8332.1', name: 'x' }] }, 'PARTLY'],
    [
      'an occupation of the same name without a code',
      {},
      { occupations: [{ code: null, name: 'chauffeur NATIONAAL ' }] },
      'MET',
    ],
    ['another occupation', {}, { occupations: [{ code: '5321.1', name: 'x' }] }, 'NOT_MET'],
    ['no occupation known', {}, {}, 'UNKNOWN'],
    [
      'a competence at its level',
      { competences: [competence(3)] },
      { competences: [{ code: 24119, name: 'x', mastery: 3 }] },
      'MET',
    ],
    [
      'a competence below its level',
      { competences: [competence(3)] },
      { competences: [{ code: 24119, name: 'x', mastery: 2 }] },
      'PARTLY',
    ],
    [
      'a competence not assessed',
      { competences: [competence(3)] },
      { competences: [{ code: 24119, name: 'x', mastery: null }] },
      'PARTLY',
    ],
    [
      'a competence by name when there is no code',
      { competences: [competence(1)] },
      { competences: [{ code: null, name: 'kwaliteit leveren', mastery: 1 }] },
      'MET',
    ],
    ['a competence that is not there', { competences: [competence(1)] }, {}, 'NOT_MET'],
    ['a competence to be learnt', { competences: [competence(1, { trainable: true })] }, {}, 'TRAINABLE'],
    ['licence C held as CE', { drivingLicences: ['C'] }, { drivingLicences: ['CE'] }, 'MET'],
    ['licence CE with C', { drivingLicences: ['CE'] }, { drivingLicences: ['C'] }, 'TRAINABLE'],
    ['licence CE with B', { drivingLicences: ['CE'] }, { drivingLicences: ['B'] }, 'NOT_MET'],
    [
      'a requirement by its key',
      { hardRequirements: [{ key: 'VCA', description: 'VCA-basis', trainable: false }] },
      { skills: ['vca'] },
      'MET',
    ],
    [
      'a requirement that is missing',
      { hardRequirements: [{ key: 'VCA', description: 'VCA-basis', trainable: false }] },
      {},
      'NOT_MET',
    ],
    [
      'a requirement to be learnt',
      { hardRequirements: [{ key: 'VCA', description: 'VCA-basis', trainable: true }] },
      {},
      'TRAINABLE',
    ],
    ['a language at its level', { languages: nld(2, 2) }, { languages: nld(2, 3) }, 'MET'],
    ['a language half at its level', { languages: nld(3, 2) }, { languages: nld(2, 3) }, 'PARTLY'],
    ['a language below its level', { languages: nld(3, null) }, { languages: nld(2, 3) }, 'NOT_MET'],
    ['a language of unknown level', { languages: nld(3, null) }, { languages: nld(null, 3) }, 'UNKNOWN'],
    ['a language not in the CV', { languages: nld(3, null) }, {}, 'UNKNOWN'],
    ['all affinities', { affinities: ['techniek'] }, { interests: ['Techniek', 'koken'] }, 'MET'],
    ['some affinities', { affinities: ['techniek', 'natuur'] }, { interests: ['Techniek'] }, 'PARTLY'],
    ['other interests', { affinities: ['techniek'] }, { interests: ['koken'] }, 'NOT_MET'],
    ['hours that touch', { hoursMin: 32, hoursMax: 40 }, { hoursMin: 24, hoursMax: 32 }, 'MET'],
    ['hours that do not', { hoursMin: 32, hoursMax: 40 }, { hoursMin: 16, hoursMax: 24 }, 'NOT_MET'],
    ['hours unknown', { hoursMin: 32, hoursMax: 40 }, {}, 'UNKNOWN'],
    ['irregular hours', { irregularHours: true }, { irregular: false }, 'NOT_MET'],
    ['the level with a diploma', { minimumLevel: 3 }, { education: [{ level: 4, diploma: true }] }, 'MET'],
    ['the level without a diploma', { minimumLevel: 3 }, { education: [{ level: 4, diploma: false }] }, 'PARTLY'],
    ['a lower level', { minimumLevel: 3 }, { education: [{ level: 2, diploma: true }] }, 'NOT_MET'],
    ['there on the day', { startsOn: '2026-04-01' }, { availableFrom: '2026-04-01' }, 'MET'],
    ['there within a month', { startsOn: '2026-01-31' }, { availableFrom: '2026-02-28' }, 'PARTLY'],
    ['there after a month', { startsOn: '2026-01-31' }, { availableFrom: '2026-03-01' }, 'NOT_MET'],
  ])('%s', (_what, asked, offered, expected) => {
    expect(verdict(asked, offered)).toBe(expected);
  });
});

test('what is missing and must be there blocks; what can be learnt is a gap instead', () => {
  const asked = criteria({
    drivingLicences: ['CE'],
    hardRequirements: [
      { key: 'code95', description: 'Code 95', trainable: true },
      { key: 'ADR', description: 'ADR-certificaat', trainable: false },
    ],
    competences: [competence(3, { essential: true })],
  });
  const { blockers, developmentGap } = match(asked, profile({ drivingLicences: ['C'] }));
  expect(blockers.map(({ criterion }) => criterion)).toEqual([
    'Competentie: Kwaliteit leveren',
    'Eis: ADR-certificaat',
  ]);
  expect(developmentGap).toEqual(['Rijbewijs CE halen', 'Code 95 behalen']);
});

test('every part says why in a Dutch sentence, and never invents what is offered', () => {
  const { parts } = match(criteria({ drivingLicences: ['CE'], affinities: ['techniek'] }), profile());
  for (const part of parts) {
    expect(part.because).toMatch(/^[A-Z].*\.$/);
    expect(part.offered).toBeNull();
  }
});

test.each([
  ['CE', ['C', 'C1', 'C1E', 'BE', 'B', 'AM', 'CE']],
  ['C', ['C1', 'B', 'AM', 'C']],
  ['B', ['AM', 'B']],
])('licence %s also allows the lighter ones', (held, all) => {
  expect([...mayDrive([held])].sort()).toEqual([...all].sort());
});

test('licences that cover what is asked are those that allow it, and one examination away is not two', () => {
  for (const asked of ['AM', 'B', 'C', 'CE', 'D'])
    for (const held of ['A', 'B', 'BE', 'C1', 'C', 'CE', 'D', 'DE'])
      expect(licencesThatCover(asked).includes(held)).toBe(mayDrive([held]).has(asked));
  expect([canLearn('CE', ['C']), canLearn('CE', ['B']), canLearn('C', ['BE'])]).toEqual([true, false, true]);
});

const level = fc.integer({ min: 1, max: 5 });
const name = fc.constantFrom('Plannen', 'Samenwerken', 'Kwaliteit leveren', 'Leren', 'Rijden');
const competenceCode = fc.option(fc.integer({ min: 24100, max: 24126 }), { nil: null });
const occupation = fc.record({
  code: fc.option(fc.constantFrom('8332.1', '8332.2', '9333', '5321.1'), { nil: null }),
  name,
});
const licences = fc.subarray(['AM', 'B', 'BE', 'C1', 'C', 'CE', 'D']);
const words = fc.subarray(['techniek', 'natuur', 'VCA', 'Code 95']);
const language = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('nld', 'eng', 'pol'),
    speaking: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    writing: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  }),
  { selector: ({ code }) => code },
);
const hours = fc.option(fc.integer({ min: 0, max: 48 }), { nil: null });
const day = fc.option(
  fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`),
  { nil: null },
);
const maybe = fc.option(fc.boolean(), { nil: null });

const anyCriteria: fc.Arbitrary<MatchCriteria> = fc.record({
  regionId: fc.constant('rijnmond'),
  occupation,
  competences: fc.array(
    fc.record({
      code: competenceCode,
      name,
      level,
      weight: fc.integer({ min: 1, max: 9 }),
      essential: fc.boolean(),
      trainable: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  drivingLicences: licences,
  hardRequirements: words.map((keys) =>
    keys.map((key, n) => ({ key, description: `Eis ${key}`, trainable: n % 2 === 0 })),
  ),
  languages: language,
  affinities: words,
  hoursMin: hours,
  hoursMax: hours,
  irregularHours: maybe,
  minimumLevel: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  startsOn: day,
});
const anyProfile: fc.Arbitrary<MatchProfile> = fc.record({
  regionId: fc.constant('rijnmond'),
  occupations: fc.array(occupation, { maxLength: 4 }),
  competences: fc.array(fc.record({ code: competenceCode, name, mastery: fc.option(level, { nil: null }) }), {
    maxLength: 8,
  }),
  drivingLicences: licences,
  skills: words,
  languages: language,
  interests: words,
  education: fc.array(fc.record({ level: fc.integer({ min: 1, max: 6 }), diploma: maybe }), { maxLength: 3 }),
  hoursMin: hours,
  hoursMax: hours,
  irregular: maybe,
  availableFrom: day,
});

test('for any pair: weights add up to 100, points to the score, which lies in 0..100', () => {
  fc.assert(
    fc.property(anyCriteria, anyProfile, (asked, offered) => {
      const { score, parts } = match(asked, offered);
      expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      for (const { weight, points } of parts)
        expect(Number.isInteger(points) && points >= 0 && points <= weight).toBe(true);
    }),
  );
});

test('for any pair: the same answer again, also after the journey as JSON between the subgraphs', () => {
  fc.assert(
    fc.property(anyCriteria, anyProfile, (asked, offered) => {
      const travelled = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));
      expect(match(MatchCriteria.parse(travelled(asked)), MatchProfile.parse(travelled(offered)))).toEqual(
        match(asked, offered),
      );
    }),
  );
});

test('who has the competences and no diploma scores above who has the diploma and no competence', () => {
  fc.assert(
    fc.property(
      anyCriteria.filter(({ competences }) => competences.length > 0),
      anyProfile,
      (asked, offered) => {
        const wanted = { ...asked, minimumLevel: 4 };
        const able = {
          ...offered,
          competences: wanted.competences.map(({ code, name }) => ({ code, name, mastery: 5 })),
          education: [],
        };
        const schooled = { ...offered, competences: [], education: [{ level: 6, diploma: true }] };
        expect(match(wanted, able).score).toBeGreaterThan(match(wanted, schooled).score);
      },
    ),
  );
});

test('100 points are divided whole, nearly in proportion', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }), (shares) => {
      const points = divide100(shares);
      const total = shares.reduce((a, b) => a + b, 0);
      expect(points.reduce((a, b) => a + b, 0)).toBe(100);
      points.forEach((whole, n) => expect(Math.abs(whole - (100 * shares[n]!) / total)).toBeLessThan(1));
    }),
  );
});

test('the best come first, equal scores in order of id', () => {
  const { score: _, ...rest } = match(criteria(), profile());
  const found = (id: string, score: number) => ({ ...rest, score, found: { id } });
  expect(bestFirst([found('b', 10), found('c', 90), found('a', 10)]).map((m) => m.found.id)).toEqual(['c', 'a', 'b']);
});
