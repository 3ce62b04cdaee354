import { daysBefore, testCompanies, vanGelderen, type DemoEmployer } from './employers.js';
import { competences, jobseekerId, jobseekers, occupations } from './jobseekers.js';

/** Invented vacancies, referrals and placements: of today, and of the years of which the source's reports speak. */
const [dagobert, donald, joyflex, bolderbast] = testCompanies as [
  DemoEmployer,
  DemoEmployer,
  DemoEmployer,
  DemoEmployer,
];

type Competence = keyof typeof competences;
const asks = (wanted: Partial<Record<Competence, number>>, essential: Competence[] = []) =>
  Object.entries(wanted).map(([key, level]) => ({
    ...competences[key as Competence],
    level,
    weight: essential.includes(key as Competence) ? 2 : 1,
    essential: false,
    trainable: key !== 'care',
  }));

const uuid = (family: string, n: number): string => `${family}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
/** Id of a vacancy by the number within `V-000000000`. */
export const vacancyId = (n: number): string => uuid('7ac00a57', n);

/** Who registers and owns vacancies of an employer, and the teams credited with a placement there. */
const desks = new Map(
  (
    [
      [vanGelderen, 'prof-01', 'team-logistiek', 'team-rotterdam'],
      [dagobert, 'prof-13', 'team-ag', 'team-ag'],
      [donald, 'prof-13', 'team-ag', 'team-rotterdam'],
      [joyflex, 'prof-18', 'team-utrecht', 'team-utrecht'],
      [bolderbast, 'prof-12', 'team-zorg', 'team-zorg'],
    ] as const
  ).map(([{ id }, professionalId, teamId, employerOwnerTeamId]) => [
    id,
    { professionalId, teamId, employerOwnerTeamId },
  ]),
);

export interface DemoReferral {
  id: string;
  jobseekerId: string;
  /** The statuses it went through and the days on which. */
  steps: { id: string; status: string; on: string }[];
  benefit: string;
  targetGroup: string;
  sonarReference: string;
  decision: { on: string; hired: boolean; motivation: string } | null;
  placement: { id: string; startsOn: string; durationMonths: number | null } | null;
}

interface Sketch {
  n: number;
  employer: DemoEmployer;
  title: string;
  description?: string;
  occupation: { code: string; name: string };
  positions: number;
  openedOn: string;
  closesOn: string;
  /** When it came to its end, and how. */
  closed?: { on: string; status: string };
  kind?: string;
  futureReason?: string;
  continuous?: boolean;
  clonedFrom?: number;
  licences?: string[];
  requirements?: { key: string; description: string; trainable: boolean }[];
  competences?: ReturnType<typeof asks>;
  affinities?: string[];
  softFeatures?: string[];
  culture?: string;
  workConditions?: string[];
  carvingIdeas?: string[];
  fit?: string;
  level?: number;
  dutch?: number;
  hours?: [number, number];
  irregular?: boolean;
  contract?: 'B' | 'O';
  months?: number | null;
  salary?: string;
  startsOn?: string | null;
  postcode?: string;
  referrals?: DemoReferral[];
}

function whole(sketch: Sketch) {
  const { employer } = sketch;
  const { professionalId, teamId, employerOwnerTeamId } = desks.get(employer.id)!;
  return {
    id: vacancyId(sketch.n),
    number: `V-${String(sketch.n).padStart(9, '0')}`,
    title: sketch.title,
    description: sketch.description ?? null,
    employerId: employer.id,
    submitterId: professionalId,
    submitterTeamId: teamId,
    ownerId: professionalId,
    ownerTeamId: teamId,
    employerOwnerTeamId,
    regionId: employer.regionId,
    kind: sketch.kind ?? 'CURRENT',
    futureReason: sketch.futureReason ?? null,
    continuous: sketch.continuous ?? false,
    openedOn: sketch.openedOn,
    closesOn: sketch.closesOn,
    clonedFromId: sketch.clonedFrom ? vacancyId(sketch.clonedFrom) : null,
    positions: sketch.positions,
    occupationCode: sketch.occupation.code,
    occupationName: sketch.occupation.name,
    hardRequirements: sketch.requirements ?? [],
    competences: sketch.competences ?? [],
    affinities: sketch.affinities ?? [],
    softFeatures: sketch.softFeatures ?? [],
    culture: sketch.culture ?? null,
    workConditions: sketch.workConditions ?? [],
    minimumLevel: sketch.level ?? null,
    drivingLicences: sketch.licences ?? [],
    languages: sketch.dutch ? [{ code: 'nld', speaking: sketch.dutch, writing: null }] : [],
    fit: sketch.fit ?? 'FITTING',
    carvingIdeas: sketch.carvingIdeas ?? [],
    hoursMin: sketch.hours?.[0] ?? null,
    hoursMax: sketch.hours?.[1] ?? null,
    contractType: sketch.contract ?? null,
    agreementType: '01',
    salaryIndication: sketch.salary ?? null,
    startsOn: sketch.startsOn ?? null,
    durationMonths: sketch.months ?? null,
    irregularHours: sketch.irregular ?? null,
    workPostcode: sketch.postcode ?? null,
    closed: sketch.closed ?? null,
    referrals: sketch.referrals ?? [],
  };
}
export type DemoVacancy = ReturnType<typeof whole>;

type Step = [status: string, on: string];

/** Makes the referrals of one data set, so that each has an id of its own. */
function referrer(today: string) {
  const people = jobseekers(today);
  let count = 0;
  return (
    jobseeker: number,
    steps: Step[],
    outcome: { motivation?: string; startsOn?: string; durationMonths?: number | null } = {},
  ): DemoReferral => {
    const n = (count += 1);
    const { groups, benefits, sonarId } = people[jobseeker - 1]!;
    const [status, on] = steps.at(-1)!;
    const decided = outcome.motivation && ['ACCEPTED', 'REJECTED'].includes(status);
    return {
      id: uuid('7ac00ef0', n),
      jobseekerId: jobseekerId(jobseeker),
      steps: steps.map(([status, on], m) => ({ id: uuid('7ac005e0', n * 16 + m), status, on })),
      benefit: benefits[0]!.kind,
      targetGroup: groups[0]!,
      sonarReference: sonarId,
      decision: decided ? { on, hired: status === 'ACCEPTED', motivation: outcome.motivation! } : null,
      placement: outcome.startsOn
        ? { id: uuid('7ac001a0', n), startsOn: outcome.startsOn, durationMonths: outcome.durationMonths ?? null }
        : null,
    };
  };
}

/** Placements in the years of the source's reports, per employer: 2018, 2019, 2020. */
const pastYears: [DemoEmployer, [number, number, number], { code: string; name: string }][] = [
  [vanGelderen, [5, 6, 4], occupations.national],
  [dagobert, [2, 4, 3], occupations.picker],
  [donald, [1, 2, 2], occupations.greenhouse],
  [joyflex, [2, 1, 3], occupations.clerk],
  [bolderbast, [3, 3, 5], occupations.homecare],
];

/** One fulfilled vacancy a year at each employer, with as many placements as `pastYears` says, a week apart. */
const past = (refer: ReturnType<typeof referrer>): Sketch[] =>
  pastYears.flatMap(([employer, counts, occupation], e) =>
    counts.map((positions, y) => {
      const openedOn = daysBefore(`${2018 + y}-01-22`, -45 * e);
      const start = (k: number) => daysBefore(openedOn, -28 - 7 * k);
      return {
        n: 1_000 + e * 10 + y,
        employer,
        title: `${occupation.name} (${2018 + y})`,
        occupation,
        positions,
        openedOn,
        closesOn: daysBefore(openedOn, -84),
        closed: { on: start(positions - 1), status: 'FULFILLED' },
        contract: 'B' as const,
        months: 12,
        referrals: Array.from({ length: positions }, (_, k) =>
          refer(
            1 + ((e * 5 + y * 7 + k) % 24),
            [
              ['SELECTED', openedOn],
              ['PRESENTED', daysBefore(openedOn, -7)],
              ['ACCEPTED', daysBefore(start(k), 3)],
            ],
            // Every third one is for a shorter time than counts as sustainable.
            { motivation: 'Past goed in het team.', startsOn: start(k), durationMonths: k % 3 === 2 ? 4 : 12 },
          ),
        ),
      };
    }),
  );

/** A day in the year of `today`, as many days ago as asked when that year is old enough. */
const thisYear = (today: string, days: number): string => {
  const day = daysBefore(today, days);
  const newYear = `${today.slice(0, 4)}-01-01`;
  return day < newYear ? newYear : day;
};

const code95 = { key: 'Code 95', description: 'Code 95 (vakbekwaamheid)', trainable: true };
const vca = { key: 'VCA', description: 'VCA-basis', trainable: true };

function present(today: string, refer: ReturnType<typeof referrer>): Sketch[] {
  const ago = (days: number) => daysBefore(today, days);
  const starts = (days: number) => thisYear(today, days);
  return [
    {
      n: 1,
      employer: vanGelderen,
      title: 'Chauffeur CE nationaal',
      description: 'Dagritten met trekker en oplegger vanuit de Waalhaven; om het weekend vrij.',
      occupation: occupations.national,
      positions: 3,
      openedOn: ago(20),
      closesOn: ago(-60),
      licences: ['CE'],
      requirements: [code95],
      competences: asks({ instructions: 3, quality: 3, pressure: 3 }, ['instructions']),
      affinities: ['vervoer', 'techniek'],
      softFeatures: ['zelfstandig', 'rustig in de omgang'],
      culture: 'Familiebedrijf: de planner kent iedereen bij naam.',
      workConditions: ['alleen op pad', 'laden en lossen met pompwagen'],
      level: 3,
      dutch: 2,
      hours: [36, 48],
      irregular: true,
      contract: 'B',
      months: 12,
      salary: 'Cao beroepsgoederenvervoer, schaal D',
      startsOn: ago(-30),
      postcode: '3089',
      referrals: [
        refer(1, [
          ['SELECTED', ago(16)],
          ['DISCUSSED', ago(14)],
          ['PRESENTED', ago(12)],
          ['INTERVIEW', ago(4)],
        ]),
        refer(2, [
          ['SELECTED', ago(16)],
          ['DISCUSSED', ago(13)],
          ['PRESENTED', ago(12)],
        ]),
        refer(
          7,
          [
            ['SELECTED', ago(16)],
            ['DISCUSSED', ago(15)],
            ['PRESENTED', ago(12)],
            ['ACCEPTED', ago(8)],
          ],
          { motivation: 'Ruime ervaring; het Nederlands groeit op de weg.', startsOn: starts(5), durationMonths: 12 },
        ),
      ],
    },
    {
      n: 2,
      employer: vanGelderen,
      title: 'Chauffeur C distributie',
      description: 'Winkelbelevering in de Rijnmond, vroeg beginnen en om drie uur klaar.',
      occupation: occupations.distribution,
      positions: 2,
      openedOn: ago(35),
      closesOn: ago(-40),
      licences: ['C'],
      requirements: [code95],
      competences: asks({ customer: 3, instructions: 3, cooperate: 3 }),
      affinities: ['vervoer', 'mensen'],
      softFeatures: ['klantvriendelijk'],
      workConditions: ['tillen tot 20 kilo'],
      carvingIdeas: ['Retouren sorteren door een bijrijder'],
      level: 3,
      dutch: 3,
      hours: [32, 40],
      contract: 'B',
      months: 7,
      startsOn: ago(-14),
      postcode: '3089',
      referrals: [
        refer(4, [
          ['SELECTED', ago(20)],
          ['DISCUSSED', ago(18)],
        ]),
        refer(
          3,
          [
            ['SELECTED', ago(30)],
            ['DISCUSSED', ago(28)],
            ['PRESENTED', ago(25)],
            ['REJECTED', ago(17)],
          ],
          { motivation: 'Kan niet alle dagen vroeg beginnen; wel geschikt voor middagritten.' },
        ),
      ],
    },
    {
      n: 3,
      employer: vanGelderen,
      title: 'Logistiek medewerker / bijrijder',
      occupation: occupations.mate,
      positions: 2,
      openedOn: ago(10),
      closesOn: ago(-75),
      requirements: [vca],
      competences: asks({ cooperate: 3, instructions: 2, learn: 3 }),
      affinities: ['vervoer', 'buiten werken'],
      carvingIdeas: ['Laadruimtes schoonhouden', 'Emballage tellen'],
      fit: 'NOT_FITTING_MAKE_FIT',
      hours: [16, 32],
      contract: 'B',
      months: 6,
      postcode: '3089',
      referrals: [refer(6, [['SELECTED', ago(2)]])],
    },
    {
      n: 4,
      employer: vanGelderen,
      title: 'Heftruckchauffeur nachtdistributie',
      occupation: occupations.forklift,
      positions: 1,
      openedOn: ago(70),
      closesOn: ago(-15),
      closed: { on: starts(12), status: 'FULFILLED' },
      requirements: [{ key: 'Heftruckcertificaat', description: 'Heftruckcertificaat', trainable: true }],
      competences: asks({ craft: 3, instructions: 3 }),
      hours: [24, 32],
      irregular: true,
      contract: 'O',
      referrals: [
        refer(
          16,
          [
            ['SELECTED', ago(60)],
            ['DISCUSSED', ago(55)],
            ['PRESENTED', ago(50)],
            ['TRIAL', ago(40)],
            ['ACCEPTED', ago(15)],
          ],
          { motivation: 'Liet in de proefplaatsing zien dat het werk goed past.', startsOn: starts(12) },
        ),
      ],
    },
    {
      n: 5,
      employer: dagobert,
      title: 'Orderpicker versproducten',
      occupation: occupations.picker,
      positions: 4,
      openedOn: ago(30),
      closesOn: ago(-50),
      requirements: [vca],
      competences: asks({ instructions: 3, quality: 3, cooperate: 2 }),
      affinities: ['techniek'],
      workConditions: ['koelruimte van 4 graden'],
      hours: [24, 40],
      irregular: true,
      contract: 'B',
      months: 8,
      referrals: [
        refer(
          9,
          [
            ['SELECTED', ago(25)],
            ['DISCUSSED', ago(22)],
            ['PRESENTED', ago(21)],
            ['ACCEPTED', ago(14)],
          ],
          { motivation: 'Werkt snel en secuur.', startsOn: starts(9), durationMonths: 8 },
        ),
        refer(10, [
          ['SELECTED', ago(25)],
          ['DISCUSSED', ago(20)],
        ]),
      ],
    },
    {
      n: 6,
      employer: dagobert,
      title: 'Chauffeur CE versvervoer',
      occupation: occupations.national,
      positions: 1,
      openedOn: ago(15),
      closesOn: ago(-70),
      licences: ['CE'],
      requirements: [code95],
      competences: asks({ pressure: 3, quality: 4, plan: 3 }),
      affinities: ['vervoer'],
      level: 3,
      hours: [36, 40],
      irregular: true,
      contract: 'O',
      startsOn: ago(-30),
    },
    {
      n: 7,
      employer: donald,
      title: 'Medewerker glastuinbouw',
      occupation: occupations.greenhouse,
      positions: 2,
      openedOn: ago(40),
      closesOn: ago(-45),
      competences: asks({ craft: 2, quality: 3, instructions: 3 }),
      affinities: ['natuur', 'buiten werken'],
      workConditions: ['warm en vochtig'],
      carvingIdeas: ['Alleen het oogsten, zonder gewasbescherming'],
      hours: [20, 40],
      contract: 'B',
      months: 9,
      referrals: [
        refer(
          12,
          [
            ['SELECTED', ago(30)],
            ['PRESENTED', ago(25)],
            ['ACCEPTED', ago(10)],
          ],
          { motivation: 'Vakvrouw, kan direct meedraaien.', startsOn: starts(6), durationMonths: 9 },
        ),
        refer(13, [
          ['SELECTED', ago(12)],
          ['DISCUSSED', ago(9)],
        ]),
      ],
    },
    {
      n: 8,
      employer: joyflex,
      title: 'Administratief medewerker planning',
      occupation: occupations.clerk,
      positions: 1,
      openedOn: ago(25),
      closesOn: ago(-55),
      requirements: [{ key: 'Excel', description: 'Excel', trainable: true }],
      competences: asks({ plan: 3, customer: 4, quality: 3 }),
      affinities: ['cijfers', 'mensen'],
      level: 4,
      dutch: 4,
      hours: [16, 32],
      contract: 'B',
      months: 12,
      referrals: [
        refer(20, [
          ['SELECTED', ago(14)],
          ['DISCUSSED', ago(10)],
          ['PRESENTED', ago(7)],
        ]),
      ],
    },
    {
      n: 9,
      employer: joyflex,
      title: 'Schoonmaker kantoren',
      occupation: occupations.cleaner,
      positions: 3,
      openedOn: ago(50),
      closesOn: ago(-30),
      continuous: true,
      clonedFrom: 10,
      competences: asks({ quality: 3, instructions: 2 }),
      hours: [10, 24],
      irregular: true,
      contract: 'B',
      months: 5,
      referrals: [
        refer(
          19,
          [
            ['SELECTED', ago(40)],
            ['PRESENTED', ago(35)],
            ['ACCEPTED', ago(28)],
          ],
          { motivation: 'Vaste kracht in de avond.', startsOn: starts(20), durationMonths: 5 },
        ),
      ],
    },
    {
      n: 10,
      employer: joyflex,
      title: 'Schoonmaker kantoren',
      occupation: occupations.cleaner,
      positions: 3,
      openedOn: ago(140),
      closesOn: ago(51),
      closed: { on: ago(51), status: 'EXPIRED' },
      continuous: true,
      competences: asks({ quality: 3, instructions: 2 }),
      hours: [10, 24],
      contract: 'B',
      months: 5,
    },
    {
      n: 11,
      employer: bolderbast,
      title: 'Helpende in de wijk',
      occupation: occupations.homecare,
      positions: 2,
      openedOn: ago(28),
      closesOn: ago(-55),
      competences: asks({ care: 4, cooperate: 3, adapt: 3 }, ['care']),
      affinities: ['mensen'],
      softFeatures: ['geduldig'],
      dutch: 2,
      level: 4,
      hours: [20, 32],
      irregular: true,
      contract: 'O',
      referrals: [
        refer(
          15,
          [
            ['SELECTED', ago(26)],
            ['PRESENTED', ago(20)],
            ['ACCEPTED', ago(11)],
          ],
          { motivation: 'Warm en ervaren.', startsOn: starts(4) },
        ),
        refer(14, [
          ['SELECTED', ago(18)],
          ['DISCUSSED', ago(15)],
          ['PRESENTED', ago(9)],
        ]),
      ],
    },
    {
      n: 12,
      employer: bolderbast,
      title: 'Chauffeur cliëntenvervoer',
      occupation: occupations.passengers,
      positions: 1,
      openedOn: ago(8),
      closesOn: ago(-80),
      kind: 'FUTURE',
      futureReason: 'RETIREMENT',
      licences: ['B'],
      requirements: [{ key: 'BHV', description: 'Bedrijfshulpverlening', trainable: true }],
      competences: asks({ care: 3, customer: 3 }),
      affinities: ['mensen', 'vervoer'],
      hours: [20, 32],
      contract: 'O',
    },
  ];
}

/** All vacancies as they are on `today`, `YYYY-MM-DD`, a vacancy before its clones. */
export function vacancies(today: string): DemoVacancy[] {
  const refer = referrer(today);
  return [...past(refer), ...present(today, refer)]
    .map(whole)
    .sort((a, b) => (a.openedOn === b.openedOn ? (a.id < b.id ? -1 : 1) : a.openedOn < b.openedOn ? -1 : 1));
}

/** Vacancies that are placed on werk.nl from the start, with what the advertisement adds. */
export const publications = [
  {
    id: uuid('7ac00b0b', 1),
    vacancyId: vacancyId(5),
    municipality: 'Rotterdam',
    postcode: '3042AB',
    contactName: 'Afdeling personeel',
    applyEmail: 'werk@dagobert.example',
    applyTelephone: '000-6660021',
    applyUrl: null,
    jobCategory: 17,
  },
  {
    id: uuid('7ac00b0b', 2),
    vacancyId: vacancyId(11),
    municipality: 'Rotterdam',
    postcode: '3083AB',
    contactName: 'Team wijkzorg',
    applyEmail: null,
    applyTelephone: null,
    applyUrl: 'https://bolderbast.example/werk',
    jobCategory: 12,
  },
];
