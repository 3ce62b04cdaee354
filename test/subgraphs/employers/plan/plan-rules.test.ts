import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { CustomerTier, EmployerKind, type Employer } from '../../../../subgraphs/employers/dossier/employer.js';
import {
  OwnershipContactScope,
  type RegionAgreements,
} from '../../../../subgraphs/employers/organisation/region-agreements.js';
import { accountPlanForm, exampleThemes } from '../../../../subgraphs/employers/plan/account-plan/account-plan-form.js';
import { PlanMark } from '../../../../subgraphs/employers/plan/account-plan/account-plan-section.js';
import { outOfRange } from '../../../../subgraphs/employers/plan/account-plan/check-account-plan.js';
import { fillIn } from '../../../../subgraphs/employers/plan/account-plan/fill-in.js';
import { nextMeetingDue } from '../../../../subgraphs/employers/plan/licence/next-meeting.js';
import { nextReviewDue, reviewDueUnder } from '../../../../subgraphs/employers/plan/account-plan/next-review.js';
import { planFacts, type PlanFacts } from '../../../../subgraphs/employers/plan/account-plan/plan-facts.js';
import { WorkAgreementKind } from '../../../../subgraphs/employers/work/agreement/work-agreement.js';
import { Freshness, SourceSystem } from '../../../../subgraphs/provenance.js';

test('R-108: a number that no goal can have is refused with the bounds as people write them', () => {
  expect(outOfRange(['target'], 'De streefwaarde (target)', 1_000_000)).toEqual([]);
  expect(outOfRange(['target'], 'De streefwaarde (target)', 1_000_001)).toMatchObject([
    { code: 'OUT_OF_RANGE', message: 'De streefwaarde (target) is 0 tot en met 1.000.000.' },
  ]);
});

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

test('R-110: where the copies of the form differ, the labels are as decided', () => {
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

/** Agreements of a region: from `validFrom` on, plans are reviewed every so many months. */
const agreed = (version: number, validFrom: string, accountPlanReviewMonths: number): RegionAgreements =>
  ({
    version,
    validFrom,
    accountPlanReviewMonths,
    ownershipContactScope: OwnershipContactScope.ANY_CONTACT_ON_ACCOUNT,
    recordedAt: new Date('2018-01-01'),
  }) as RegionAgreements;

test.each([
  ['nothing agreed: half a year', [], '2025-08-31', null, '2026-02-28'],
  ['agreed before', [agreed(1, '2018-01-01', 4)], '2025-08-31', null, '2025-12-31'],
  [
    'agreed on the day itself',
    [agreed(1, '2018-01-01', 6), agreed(2, '2025-08-31', 3)],
    '2025-08-31',
    null,
    '2025-11-30',
  ],
  ['agreed the day after', [agreed(1, '2018-01-01', 6), agreed(2, '2025-09-01', 3)], '2025-08-31', null, '2026-02-28'],
  [
    'reviewed since',
    [agreed(1, '2018-01-01', 6), agreed(2, '2025-09-01', 3)],
    '2025-08-31',
    '2025-11-30',
    '2026-02-28',
  ],
  ['leap day', [agreed(1, '2018-01-01', 12)], '2024-02-29', null, '2025-02-28'],
  ['to a leap day', [agreed(1, '2018-01-01', 1)], '2024-01-31', null, '2024-02-29'],
])('R-112: the region settles when a plan is reviewed again; %s', (_, versions, drawnUpOn, lastReviewedOn, due) => {
  expect(reviewDueUnder({ drawnUpOn, lastReviewedOn }, versions)).toBe(due);
});

test.each([
  ['2026-02-01', 3, null, '2026-05-01'],
  ['2025-01-10', 3, '2026-02-01', '2026-05-01'],
  ['2025-11-30', 3, null, '2026-02-28'],
  ['2023-11-30', 3, null, '2024-02-29'],
  ['2026-01-31', 1, null, '2026-02-28'],
  ['2026-03-31', 1, null, '2026-04-30'],
  ['2024-02-29', 12, null, '2025-02-28'],
])(
  'R-104: begun %s, every %d months, last held on %s: the next meeting is due on %s',
  (validFrom, months, last, due) => {
    expect(nextMeetingDue({ validFrom, validUntil: null, meetingEveryMonths: months }, last, validFrom)).toBe(due);
  },
);

test.each([
  ['2026-05-01', '2026-05-01'],
  ['2026-04-30', null],
])('R-104: a licence that ends on %s has its next meeting on %s', (validUntil, due) => {
  const due3 = { validFrom: '2026-02-01', validUntil, meetingEveryMonths: 3 };
  expect(nextMeetingDue(due3, null, '2026-02-01')).toBe(due);
  expect(nextMeetingDue({ ...due3, meetingEveryMonths: null }, null, '2026-02-01')).toBeNull();
});

test.each([
  ['2026-06-30', '2026-05-01'],
  ['2026-07-01', null],
])('R-104: on %s a licence that ended on 30 June has its missed meeting due on %s', (today, due) => {
  const ended = { validFrom: '2026-02-01', validUntil: '2026-06-30', meetingEveryMonths: 3 };
  expect(nextMeetingDue(ended, null, today)).toBe(due);
});

test('R-030, R-031, R-032: the form asks under "Klant" whether three kinds of solutions are offered', () => {
  const [, , manners] = accountPlanForm[0]!.rows.find(([key]) => key === 'customer')!;
  expect(manners?.checklist?.map(([key]) => key)).toEqual(['sustainableWork', 'developsPeople', 'worksTowardsWork']);
});

test('R-033, R-034: the social picture has four questions and the partner picture three', () => {
  const asked = accountPlanForm.flatMap(({ rows }) => rows).map(([key, , m]) => [key, m?.checklist?.length ?? 0]);
  expect(Object.fromEntries(asked)).toMatchObject({ socialPicture: 4, partnerPicture: 3, image: 0 });
});

test('R-022: the ten labels of the head of the form are there', () => {
  expect(accountPlanForm[0]!.rows.map(([, label]) => label)).toEqual([
    'Account',
    'Type klant',
    'Naam bedrijf',
    'Klant',
    'Plaats',
    'Contactpersonen',
    'Nr.',
    'WBS',
    'KvK',
    'Sector',
  ]);
});

test('R-105: the picture of the account has exactly these six rows', () => {
  expect(accountPlanForm.find(({ kind }) => kind === 'ACCOUNT_PICTURE')!.rows.map(([, label]) => label)).toEqual([
    'Visie en Strategie',
    'Doelstellingen en ambitie',
    'Imago',
    'Sociaal beeld',
    'Motieven om samen te werken',
    'Partner beeld',
  ]);
});

test('R-108: there are two example themes', () => {
  expect(exampleThemes).toHaveLength(2);
});

const facts = (given: Partial<PlanFacts> = {}): PlanFacts => ({
  employer: {
    id: 'e',
    version: 1,
    registeredAt: new Date('2020-01-01'),
    name: 'Bakkerij De Tarwe',
    wbsNumber: 'WBS-1',
    kvkNumber: null,
    sector: 'Voeding',
    tier: CustomerTier.GOLD,
    kind: EmployerKind.INTERMEDIARY,
    lwa: ['MKB'],
  } as unknown as Employer,
  people: [{ name: 'Jo' }],
  registers: { told: [], choices: new Map() },
  surveys: [],
  agreements: [],
  obligations: [],
  placements: [],
  today: '2020-12-31',
  ...given,
});
const rowsOf = (answers: Parameters<typeof fillIn>[0], known: ReturnType<typeof planFacts>) =>
  Object.fromEntries(fillIn(answers, known).flatMap(({ items }) => items.map((item) => [item.key, item])));

test('R-022: a row shows what was written down, or else what the dossier knows', () => {
  const row = rowsOf({ sector: { value: 'Brood', mark: PlanMark.SMILEY, note: 'eigen woord' } }, planFacts(facts()));
  expect(row.customerType).toMatchObject({ value: 'Goud', mark: 'NONE', note: null, filledFrom: 'WBS' });
  expect(row.sector).toMatchObject({
    labelNl: 'Sector',
    value: 'Brood',
    mark: 'SMILEY',
    note: 'eigen woord',
    filledFrom: null,
  });
  expect(row.contactPersons?.value).toBe('Jo');
  expect(row.customer?.value).toBe('Intermediair');
  expect(row.lwa?.value).toBe('MKB');
  expect(row.kvkNumber?.value).toBeNull();
});

test('R-106: placements of the last three years are counted, also when somebody typed something', () => {
  const known = planFacts(
    facts({
      placements: [
        { year: 2018, count: 4 },
        { year: 2020, count: 12 },
        { year: 2017, count: 9 },
      ],
    }),
  );
  expect(rowsOf({ placements: { value: '99' } }, known).placements).toMatchObject({
    value: '2018: 4, 2019: 0, 2020: 12',
    neverTyped: true,
  });
});

test.each([
  [[], null],
  [[9], 'NPS 100 (1 antwoord in 12 maanden)'],
  [[9, 10, 6], 'NPS 33 (3 antwoorden in 12 maanden)'],
  [[9, 9, 8, 0], 'NPS 25 (4 antwoorden in 12 maanden)'],
  [[0, 0, 9, 7, 7, 7, 7, 7], 'NPS -12 (8 antwoorden in 12 maanden)'],
])('R-106: of the answers %j the row NPS says %s', (scores, value) => {
  const surveys = scores.map((score) => ({ score, respondedOn: '2020-01-01', withdrawnAt: null }));
  const old = { score: 0, respondedOn: '2019-12-30', withdrawnAt: null };
  const withdrawn = { score: 0, respondedOn: '2020-06-01', withdrawnAt: new Date('2020-06-02') };
  const unanswered = { score: null, respondedOn: null, withdrawnAt: null };
  const known = planFacts(facts({ surveys: [...surveys, old, withdrawn, unanswered] }));
  expect(rowsOf({}, known).nps?.value ?? null).toBe(value);
});

test('R-107: the size comes from the register, with its source and age, unless somebody typed another', () => {
  const retrievedAt = new Date('2020-12-01T10:00:00Z');
  const told = {
    source: SourceSystem.KVK,
    values: {
      recordId: 'k',
      headcount: 42,
      activities: [{ code: '49410', description: 'Goederenvervoer', main: true }],
    },
    retrievedAt,
    staleAfter: retrievedAt,
    freshness: Freshness.FRESH,
  } as unknown as PlanFacts['registers']['told'][number];
  const known = planFacts(facts({ registers: { told: [told], choices: new Map() } }));
  expect(rowsOf({}, known).companySize).toMatchObject({
    value: '42 medewerkers',
    filledFrom: 'KVK',
    filledAsOf: retrievedAt,
  });
  expect(rowsOf({}, known).productsAndServices).toMatchObject({ value: 'Goederenvervoer', filledFrom: 'KVK' });
  expect(rowsOf({ companySize: { value: '50' } }, known).companySize).toMatchObject({ value: '50', filledFrom: null });
});

test('R-106, R-110: the SROI row shows what was agreed on social return and still holds', () => {
  const one = {
    kind: WorkAgreementKind.SOCIAL_RETURN,
    title: 'SROI 2020',
    validFrom: '2020-01-01',
    validUntil: '2020-12-31',
  };
  const over = { ...one, title: 'SROI 2019', validFrom: '2019-01-01', validUntil: '2020-12-30' };
  const agreements = [one, over].map((a) => ({ ...a, registeredAt: new Date('2020-01-01') }));
  expect(rowsOf({}, planFacts(facts({ agreements }))).sroi).toMatchObject({
    value: 'SROI 2020',
    labelNl: 'SROI verplichting',
  });
});

test('R-106, R-210: the SROI row names each obligation that is not met or not over, before what was agreed', () => {
  const asked = { client: 'Gemeente', amount: 5000, fulfilled: 100.5, dueOn: '2021-05-01' };
  const obligations = [
    asked,
    { ...asked, client: 'Waterschap', amount: null, fulfilled: 0, dueOn: null },
    { ...asked, client: 'Provincie', fulfilled: 5000, dueOn: '2020-12-30' },
    { ...asked, client: 'Rijk', fulfilled: 5000, dueOn: '2020-12-31' },
  ];
  expect(rowsOf({}, planFacts(facts({ obligations }))).sroi).toMatchObject({
    value: [
      'Gemeente: € 5.000,00, waarvan € 100,50 ingevuld, uiterlijk 1 mei 2021',
      'Waterschap: bedrag onbekend, waarvan € 0,00 ingevuld',
      'Rijk: € 5.000,00, waarvan € 5.000,00 ingevuld, uiterlijk 31 december 2020',
    ].join('; '),
    filledFrom: 'WBS',
  });
});
