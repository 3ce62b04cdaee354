import type { SonarFact } from '../../../adapters/sonar/facts.js';

/** Invented numbers that pass the check. */
export const BSN = '999990019';
export const OTHER_BSN = '999990020';
export const NOBODY = '999990032';

/** One invented person as each register knows that person, and three profiles in and around Rotterdam. */
export const person: SonarFact = {
  kind: 'person',
  bsn: BSN,
  firstNames: 'Fenna',
  surnamePrefix: 'van der',
  surname: 'Boltjes',
  postcode: '3039AB',
  city: 'Rotterdam',
  municipality: 'Rotterdam',
  registeredOn: '2025-11-03',
  registeredUntil: '2027-02',
  wantedOccupations: [{ code: '0000008332', name: 'Bijrijder' }, { name: 'Iets met paarden' }],
  availableFrom: '2026-12-01',
  hoursPerWeek: 22.5,
  placeable: true,
  maxTravelMinutes: 45,
  willingToMove: false,
  irregularHours: false,
  education: [
    { name: { code: '0000012345', name: 'Praktijkonderwijs' }, levelCode: '2', diploma: false, endedOn: '2019' },
    { name: { name: 'Cursus heftruck' }, diploma: true, diplomaOn: '2024-05-06' },
  ],
  experience: [{ occupation: { code: '0000009333', name: 'Inpakker' }, years: 3 }],
  employments: [
    { employer: 'Verzonnen Vervoer', occupation: { name: 'Inpakker' }, startedOn: '2022-01-10', endedOn: '2025-10-31' },
  ],
  drivingLicences: ['B', 'AM'],
  competences: [{ code: '0000024104', name: 'Samenwerken en overleggen' }],
  referrals: [{ on: '2026-10-12', placed: false }, { on: '2026-11-02' }],
};

export const targetGroup: SonarFact = {
  kind: 'target-group',
  bsn: BSN,
  countsForJobAgreement: true,
  grounds: [
    { code: '91', startedOn: '2019-07-01' },
    { code: '92', startedOn: '2015', endedOn: '2018-12-31' },
  ],
};

export const benefits: SonarFact = {
  kind: 'benefits',
  bsn: BSN,
  benefits: [
    { lawCode: 'WAJ', startedOn: '2019-07-01' },
    { lawCode: 'WW', startedOn: '2025-11-01', endedOn: '2026-05-31', maximumUntil: '2026-06-30', hoursPerWeek: 20 },
  ],
};

const profile = (idWerkzoekende: string, bemiddelingspostcode: string, more: object = {}): SonarFact => ({
  kind: 'profile',
  werkzoekende: { idWerkzoekende, mobiliteit: { bemiddelingspostcode, maximaleReisafstand: 30 }, ...more },
});
export const DRIVER = 'https://linkeddata.competentnl.nl/uwv/id/occupation/0000000001';
export const PACKER = 'https://linkeddata.competentnl.nl/uwv/id/occupation/0000000002';

export const profiles: SonarFact[] = [
  profile('centre', '3011AA', {
    bemiddelingsberoep: [{ codeBeroepsnaam: DRIVER }, { codeBeroepsnaam: PACKER }],
    contractvorm: [{ codeTypeArbeidscontract: 'O', codeTypeOvereenkomst: '01' }],
    flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 1, datumAanvangBeschikbaarVoorWerk: '2026-12-01' },
    werktijden: {
      aantalWerkurenPerWeekMinimaal: 24,
      aantalWerkurenPerWeekMaximaal: 40,
      indicatieKantoortijden: 1,
    },
    arbeidsmarktkwalificatie: {
      rijbewijs: [{ codeSoortRijbewijs: 'B' }, { codeSoortRijbewijs: 'CE' }],
      taalbeheersing: [
        { codeTaal: 'nld', codeNiveauTaalbeheersingMondeling: 3, codeNiveauTaalbeheersingSchriftelijk: 2 },
        { codeTaal: 'pol', codeNiveauTaalbeheersingMondeling: 4 },
      ],
    },
    emailadres: ['centre@example.org'],
    indicatieLdrRegistratie: 2,
  }),
  profile('south', '3083BB', {
    bemiddelingsberoep: [{ codeBeroepsnaam: PACKER }],
    contractvorm: [{ codeTypeArbeidscontract: 'B' }],
    flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 2, datumAanvangBeschikbaarVoorWerk: '2027-01-15' },
    werktijden: { aantalWerkurenPerWeekMinimaal: 8, aantalWerkurenPerWeekMaximaal: 16, indicatieKantoortijden: 2 },
    arbeidsmarktkwalificatie: {
      rijbewijs: [{ codeSoortRijbewijs: 'B' }],
      taalbeheersing: [{ codeTaal: 'nld', codeNiveauTaalbeheersingMondeling: 2 }],
    },
    indicatieLdrRegistratie: 1,
  }),
  profile('utrecht', '3511CC', { flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 0 } }),
  { kind: 'profile', werkzoekende: { idWerkzoekende: 'nowhere' } },
];
