import { demoPlaces } from './demo-places.js';
import type { SonarFact } from './facts.js';

/**
 * What Sonar, the doelgroepregister and UWV say of the demo jobseekers, who are invented and so are their numbers: in the
 * order of `demo/jobseekers.ts`. Of the last nobody knows anything.
 */
interface Sketch {
  bsn: string;
  name: [firstNames: string, surname: string, prefix?: string];
  postcode: string;
  /** CdSzWet and the day it began. */
  benefits?: [lawCode: string, startedOn: string, endedOn?: string][];
  /** Ground and begin; whether it counts for the banenafspraak. */
  register?: { ground: string; startedOn: string; counts: boolean };
}

const SKETCHES: Sketch[] = [
  { bsn: '999991000', name: ['Aad', 'Poldervaart'], postcode: '3083BL', benefits: [['WW', '2025-12-24']] },
  { bsn: '999991012', name: ['Berivan', 'Gundogdu'], postcode: '3194KD', benefits: [['WW', '2025-10-20']] },
  {
    bsn: '999991024',
    name: ['Cor', 'Wielemaker'],
    postcode: '3201TG',
    benefits: [
      ['WGA', '2025-02-03'],
      ['WW', '2025-02-03'],
    ],
  },
  {
    bsn: '999991036',
    name: ['Dunya', 'Rahmouni'],
    postcode: '3072AP',
    register: { ground: '05', startedOn: '2024-09-16', counts: true },
  },
  { bsn: '999991048', name: ['Evert-Jan', 'Stolwijk'], postcode: '3161XE' },
  {
    bsn: '999991061',
    name: ['Fenna', 'Boltjes'],
    postcode: '3039SK',
    benefits: [['WAJ', '2019-07-01']],
    register: { ground: '01', startedOn: '2019-07-01', counts: true },
  },
  { bsn: '999991073', name: ['Gregor', 'Nowakiewicz'], postcode: '3118JD' },
  { bsn: '999991085', name: ['Hilde', 'Vroegindeweij'], postcode: '3241AB', benefits: [['WW', '2026-02-18']] },
  { bsn: '999991097', name: ['Ismail', 'Karagülle'], postcode: '3021VR' },
  { bsn: '999991103', name: ['Jantine', 'Kruithof'], postcode: '2921LM', benefits: [['WGA', '2023-03-06']] },
  { bsn: '999991115', name: ['Kofi', 'Mensahwe'], postcode: '3026RC' },
  { bsn: '999991127', name: ['Loes', 'Appelhof'], postcode: '3151HA', benefits: [['WW', '2025-09-11']] },
  {
    bsn: '999991139',
    name: ['Mees', 'Oudendijk'],
    postcode: '2651VN',
    benefits: [['WAJ', '2021-11']],
    // Registered as a young person with a provision at school: in the register, and it does not count.
    register: { ground: '07', startedOn: '2021-11', counts: false },
  },
  { bsn: '999991140', name: ['Nour', 'Alkhatibi'], postcode: '3042EP' },
  {
    bsn: '999991152',
    name: ['Olga', 'Versluijs'],
    postcode: '3067GH',
    benefits: [
      ['WW', '2026-01-09'],
      ['ZW', '2024-05-01', '2024-08-31'],
    ],
  },
  { bsn: '999991164', name: ['Pim', 'Langelaar'], postcode: '3132CT', benefits: [['WGA', '2025-07-03']] },
  { bsn: '999991176', name: ['Quirine', 'Zeevaart'], postcode: '3011WN' },
  { bsn: '999991188', name: ['Rachid', 'Ouali'], postcode: '3563AS', benefits: [['WW', '2025-11-20']] },
  { bsn: '999991206', name: ['Saskia', 'Bloemkolk'], postcode: '3525XZ' },
  {
    bsn: '999991218',
    name: ['Timo', 'Heemskamp'],
    postcode: '3454PV',
    benefits: [['WAJ', '2018']],
    register: { ground: '01', startedOn: '2018', counts: true },
  },
  {
    bsn: '999991231',
    name: ['Uma', 'Ramcharan'],
    postcode: '3551EK',
    benefits: [
      ['WW', '2025-04-14'],
      ['WGA', '2025-04-14'],
    ],
  },
  { bsn: '999991243', name: ['Vincent', 'Tolsma'], postcode: '3417HA', benefits: [['WW', '2025-12-12']] },
  { bsn: '999991255', name: ['Wietske', 'Donkersloot'], postcode: '3076BV' },
];

const facts = ({
  bsn,
  name: [firstNames, surname, surnamePrefix],
  postcode,
  benefits,
  register,
}: Sketch): SonarFact[] => [
  {
    kind: 'person',
    bsn,
    firstNames,
    ...(surnamePrefix ? { surnamePrefix } : {}),
    surname,
    postcode,
    placeable: true,
  },
  {
    kind: 'benefits',
    bsn,
    benefits: (benefits ?? []).map(([lawCode, startedOn, endedOn]) => ({
      lawCode,
      startedOn,
      ...(endedOn ? { endedOn } : {}),
    })),
  },
  ...(register
    ? [
        {
          kind: 'target-group' as const,
          bsn,
          countsForJobAgreement: register.counts,
          grounds: [{ code: register.ground, startedOn: register.startedOn }],
        },
      ]
    : []),
];

const OCCUPATION = 'https://linkeddata.competentnl.nl/uwv/id/occupation/';

/** Profiles of VUM, for synchronising: people whom nobody has told us of yet. */
const profiles: SonarFact[] = [
  {
    id: 'VUM-DEMO-0001',
    postcode: '3011CL',
    occupation: 'DEMO000001',
    licences: ['B'],
    hours: [16, 32],
    contract: 'O',
  },
  {
    id: 'VUM-DEMO-0002',
    postcode: '3072KX',
    occupation: 'DEMO000002',
    licences: ['B', 'C'],
    hours: [32, 40],
    contract: 'B',
  },
  { id: 'VUM-DEMO-0003', postcode: '3132GE', occupation: 'DEMO000001', licences: [], hours: [8, 24], contract: 'B' },
  {
    id: 'VUM-DEMO-0004',
    postcode: '3511LX',
    occupation: 'DEMO000003',
    licences: ['AM'],
    hours: [20, 36],
    contract: 'O',
  },
].map(({ id, postcode, occupation, licences, hours, contract }) => ({
  kind: 'profile' as const,
  werkzoekende: {
    idWerkzoekende: id,
    persoonlijkePresentatie: 'Zoekt werk in de buurt (verzonnen profiel).',
    mobiliteit: { bemiddelingspostcode: postcode, maximaleReisafstand: 25 },
    bemiddelingsberoep: [{ codeBeroepsnaam: `${OCCUPATION}${occupation}` }],
    contractvorm: [{ codeTypeArbeidscontract: contract }],
    flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 2, datumAanvangBeschikbaarVoorWerk: '2026-01-05' },
    werktijden: {
      aantalWerkurenPerWeekMinimaal: hours[0],
      aantalWerkurenPerWeekMaximaal: hours[1],
      indicatieKantoortijden: 1,
    },
    arbeidsmarktkwalificatie: {
      rijbewijs: licences.map((codeSoortRijbewijs) => ({ codeSoortRijbewijs })),
      taalbeheersing: [
        { codeTaal: 'nld', codeNiveauTaalbeheersingMondeling: 3, codeNiveauTaalbeheersingSchriftelijk: 3 },
      ],
    },
    indicatieLdrRegistratie: 2,
  },
}));

export const sonarDemoFacts: SonarFact[] = [...demoPlaces, ...SKETCHES.flatMap(facts), ...profiles];
