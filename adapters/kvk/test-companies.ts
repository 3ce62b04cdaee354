import type { KvkFact } from './facts.js';

/**
 * The companies of KvK's public test environment, as facts for the fake. Numbers are KvK's. The values of 69599084 and its
 * main establishment, 90000749, establishment 000037178598, and the hits of 90001354 are as recorded there in 2026; what
 * was never recorded (the other names, addresses, activities and the RSINs of those) is invented in its style.
 */
const meat = [
  { code: '10110', description: 'Verwerking en conservering van vlees, met uitzondering van vlees van gevogelte' },
  { code: '10120', description: 'Verwerking en conservering van vlees van gevogelte' },
  { code: '10130', description: 'Vervaardiging van vleesproducten' },
];
const apples = { code: '01241', description: 'Teelt van appels en peren' };
const interests = { code: '94997', description: 'Overige belangenbehartiging (rest)' };

const soleTrader: KvkFact = {
  kvkNumber: '69599084',
  name: 'Test EMZ Dagobert',
  legalForm: 'Eenmanszaak',
  registeredOn: '2017-07-10',
  startedOn: '2017-01-08',
  headcount: 1,
  activities: meat,
  establishments: [
    {
      establishmentNumber: '000038509504',
      main: true,
      name: 'Test EMZ Dagobert',
      tradeNames: ['Test EMZ Dagobert', 'Tweede handelsnaam 1MZ', 'Derde handelsnaam 1MZ', 'Vierde handelsnaam 1MZ'],
      registeredOn: '2020-08-28',
      startedOn: '2015-08-28',
      fullTime: 1,
      addresses: [
        {
          kind: 'VISITING',
          street: 'Abebe Bikilalaan',
          houseNumber: 17,
          houseLetter: 'M',
          postcode: '1034WL',
          city: 'Amsterdam',
        },
      ],
    },
    {
      establishmentNumber: '000038509520',
      name: 'Test EMZ Nevenvestiging Govert',
      tradeNames: [
        'Test EMZ Nevenvestiging Govert',
        'Tweede handelsnaam Vestiging2',
        'Derde handelsnaam Vestiging2',
        'Vierde handelsnaam Vestiging2',
      ],
      registeredOn: '2020-08-28',
      startedOn: '2016',
      addresses: [{ kind: 'VISITING', street: 'Geneinde', houseNumber: 8, postcode: '6211AB', city: 'Maastricht' }],
      foundFirst: true,
    },
  ],
};

const privateCompany: KvkFact = {
  kvkNumber: '68750110',
  rsin: '857587973',
  name: 'Test BV Donald',
  statutoryName: 'Test BV Donald',
  legalForm: 'BeslotenVennootschap',
  extendedLegalForm: 'Besloten Vennootschap met gewone structuur',
  registeredOn: '2017-05-16',
  startedOn: '2014-02-10',
  headcount: 6,
  activities: [apples, { code: '4631', description: 'Groothandel in groenten en fruit en in consumptieaardappelen' }],
  websites: ['www.bvdonald.example'],
  addresses: [
    { kind: 'VISITING', street: 'Hizzaarderlaan', houseNumber: 3, addition: 'A', postcode: '8823SJ', city: 'Lollum' },
    { kind: 'POSTAL', poBox: 200, postcode: '1000AE', city: 'Rommeldam' },
  ],
  expiredNames: ['Test BV Duckstad'],
  legalPersonHit: true,
  establishments: [
    {
      establishmentNumber: '000037178598',
      main: true,
      name: 'Test BV Donald',
      registeredOn: '2020-02-10',
      startedOn: '2014-02-10',
      fullTime: 1,
      activities: [apples],
      addresses: [
        { kind: 'POSTAL', poBox: 200, postcode: '1000AE', city: 'Rommeldam' },
        {
          kind: 'VISITING',
          street: 'Hizzaarderlaan',
          houseNumber: 3,
          addition: 'A',
          postcode: '8823SJ',
          city: 'Lollum',
        },
      ],
    },
    {
      establishmentNumber: '000037178601',
      name: 'Test BV Donald Nevenvestiging',
      registeredOn: '2020-02-10',
      startedOn: '2017-09-01',
      fullTime: 3,
      partTime: 2,
      addresses: [
        { kind: 'VISITING', street: 'Brinkerinckbaan', houseNumber: 10, postcode: '7431BX', city: 'Diepenveen' },
      ],
    },
  ],
};

const holding: KvkFact = {
  kvkNumber: '90001354',
  rsin: '992760562',
  name: 'Grand Joyflex B.V.',
  statutoryName: 'Grand Joyflex B.V.',
  legalForm: 'BeslotenVennootschap',
  extendedLegalForm: 'Besloten Vennootschap met gewone structuur',
  registeredOn: '2011-03-21',
  startedOn: '1998-07-01',
  headcount: 48,
  activities: [
    { code: '5629', description: 'Kantines en contractcatering' },
    { code: '6420', description: 'Financiële holdings' },
    { code: '78201', description: 'Uitzendbureaus' },
  ],
  websites: ['www.grandjoyflex.example'],
  addresses: [{ kind: 'POSTAL', poBox: 12, postcode: '6029ZG', city: 'Sterksel' }],
  establishments: [
    {
      establishmentNumber: '990000541921',
      main: true,
      name: 'Grand Joyflex B.V.',
      tradeNames: ['Grand Joyflex B.V.', 'Joyflex Catering'],
      nonMailing: false,
      registeredOn: '2011-03-21',
      startedOn: '1998-07-01',
      fullTime: 31,
      partTime: 17,
      addresses: [{ kind: 'POSTAL', poBox: 12, postcode: '6029ZG', city: 'Sterksel' }],
      websites: ['www.grandjoyflex.example'],
    },
  ],
};

const foundation: KvkFact = {
  kvkNumber: '69599068',
  rsin: '992011231',
  name: 'Test Stichting Bolderbast',
  statutoryName: 'Test Stichting Bolderbast',
  legalForm: 'Stichting',
  registeredOn: '2017-07-10',
  startedOn: '2017-03',
  headcount: 12,
  activities: [
    {
      code: '88100',
      description: 'Maatschappelijke dienstverlening zonder overnachting gericht op ouderen en gehandicapten',
    },
    interests,
  ],
  websites: ['www.bolderbast.example'],
  addresses: [{ kind: 'VISITING', street: 'Oosterwal', houseNumber: 9, postcode: '7241AR', city: 'Lochem' }],
  establishments: [
    {
      establishmentNumber: '990064773193',
      main: true,
      commercial: false,
      name: 'Test Stichting Bolderbast',
      registeredOn: '2017-07-10',
      startedOn: '2017-03',
      fullTime: 4,
      partTime: 6,
      addresses: [{ kind: 'VISITING', street: 'Oosterwal', houseNumber: 9, postcode: '7241AR', city: 'Lochem' }],
    },
    {
      establishmentNumber: '990064773207',
      commercial: false,
      name: 'Test Stichting Bolderbast Werkplaats',
      registeredOn: '2018-01-02',
      startedOn: '2018',
      partTime: 2,
      addresses: [{ kind: 'VISITING', shielded: true }],
    },
  ],
};

const ownersAssociation: KvkFact = {
  kvkNumber: '90000749',
  rsin: '992340597',
  name: 'Global Conron',
  statutoryName: 'Global Conron',
  legalForm: 'Vereniging van Eigenaars',
  registeredOn: '2010-02-08',
  startedOn: '1999-11-03',
  activities: [interests],
  addresses: [{ kind: 'VISITING', street: 'Blaauwweg', houseNumber: 163, postcode: '3328XD', city: 'Dordrecht' }],
};

const smaller: KvkFact[] = [
  {
    kvkNumber: '68727720',
    rsin: '857587614',
    name: 'Test NV Katrien',
    statutoryName: 'Test NV Katrien',
    legalForm: 'NaamlozeVennootschap',
    extendedLegalForm: 'Naamloze Vennootschap',
    registeredOn: '2017-05-11',
    startedOn: '2013-08-20',
    headcount: 85,
    activities: [{ code: '10890', description: 'Vervaardiging van overige voedingsmiddelen' }],
    establishments: [
      {
        establishmentNumber: '000037143557',
        main: true,
        name: 'Test NV Katrien',
        registeredOn: '2017-05-11',
        fullTime: 60,
        partTime: 25,
        addresses: [
          { kind: 'VISITING', street: 'Rietdekkershof', houseNumber: 12, postcode: '9641AA', city: 'Veendam' },
        ],
      },
    ],
  },
  {
    kvkNumber: '69599076',
    rsin: '992145673',
    name: 'Test VOF Guus',
    legalForm: 'VennootschapOnderFirma',
    extendedLegalForm: 'Vennootschap onder firma',
    registeredOn: '2017-07-10',
    startedOn: '2017',
    headcount: 5,
    activities: [{ code: '43341', description: 'Schilderen' }],
    establishments: [
      {
        establishmentNumber: '000038509474',
        main: true,
        name: 'Test VOF Guus',
        registeredOn: '2017-07-10',
        fullTime: 3,
        addresses: [{ kind: 'VISITING', street: 'Ganzendijk', houseNumber: 4, postcode: '9700AB', city: 'Groningen' }],
      },
      {
        establishmentNumber: '000038509490',
        name: 'Test VOF Guus Nevenvestiging',
        registeredOn: '2017-07-10',
        partTime: 2,
        addresses: [{ kind: 'VISITING', street: 'Havenkade', houseNumber: 22, postcode: '9930AC', city: 'Delfzijl' }],
      },
    ],
  },
  {
    kvkNumber: '55344526',
    rsin: '992233446',
    name: 'Test Coöperatie Zonnedauw',
    statutoryName: 'Test Coöperatie Zonnedauw U.A.',
    legalForm: 'Cooperatie',
    extendedLegalForm: 'Coöperatie met uitsluiting van aansprakelijkheid',
    registeredOn: '2012-05-25',
    headcount: 22,
    activities: [{ code: '35110', description: 'Productie van elektriciteit uit hernieuwbare bronnen' }],
    establishments: [
      {
        establishmentNumber: '000037178605',
        main: true,
        name: 'Test Coöperatie Zonnedauw',
        registeredOn: '2012-05-25',
        fullTime: 14,
        partTime: 8,
        addresses: [
          { kind: 'VISITING', street: 'Zonnelaan', houseNumber: 101, postcode: '4330BB', city: 'Middelburg' },
        ],
      },
    ],
  },
  {
    kvkNumber: '90002490',
    rsin: '992357111',
    name: 'Test Onderlinge Duinzicht',
    statutoryName: 'Test Onderlinge Waarborg Maatschappij Duinzicht',
    legalForm: 'OnderlingeWaarborgMaatschappij',
    extendedLegalForm: 'Onderlinge Waarborg Maatschappij',
    registeredOn: '2010-02-08',
    headcount: 9,
    activities: [{ code: '65120', description: 'Schadeverzekering' }],
    establishments: [
      {
        establishmentNumber: '990000246858',
        main: true,
        name: 'Test Onderlinge Duinzicht',
        registeredOn: '2010-02-08',
        fullTime: 7,
        partTime: 2,
        addresses: [{ kind: 'VISITING', street: 'Duinweg', houseNumber: 55, postcode: '2580AA', city: 'Den Haag' }],
      },
    ],
  },
];

/** No establishments: the legal person alone. */
const alone = (
  kvkNumber: string,
  rsin: string | undefined,
  name: string,
  legalForm: string,
  more: Partial<KvkFact> = {},
): KvkFact =>
  ({
    kvkNumber,
    ...(rsin && { rsin }),
    name,
    statutoryName: name,
    legalForm,
    registeredOn: '2010-02-08',
    ...more,
  }) as KvkFact;

export const testCompanies: KvkFact[] = [
  soleTrader,
  privateCompany,
  holding,
  foundation,
  ownersAssociation,
  ...smaller,
  alone('90005414', '992416188', 'Test VOF Vaartzicht', 'VennootschapOnderFirma', {
    addresses: [{ kind: 'VISITING', shielded: true }],
  }),
  alone('90001745', '992527296', 'Test Maatschap De Linde', 'Maatschap', { nonMailing: false }),
  alone('90003942', '992638306', 'Test CV Molenbeek', 'CommanditaireVennootschap', { startedOn: '1987' }),
  alone('90002520', '992749414', 'Test Kerkgenootschap De Bron', 'Kerkgenootschap', {
    activities: [{ code: '94910', description: 'Religieuze organisaties' }],
  }),
  alone('90004760', '992850526', 'Test NV Lorelei', 'NaamlozeVennootschap', {
    addresses: [
      {
        kind: 'VISITING',
        foreign: { street: 'Rheinuferstrasse 53', place: '56346 Sankt Goarshausen' },
        country: 'Duitsland',
      },
    ],
  }),
  alone('90000102', '992961634', 'Test Vereniging De Schakel', 'Vereniging'),
  alone('90006623', '992073741', 'Test BV Weidevogel', 'BeslotenVennootschap', { registeredOn: '2021-06-01' }),
  alone('55505201', undefined, 'Test EMZ Kwik', 'Eenmanszaak', { registeredOn: '2012-06-14', endedOn: '2019-12-31' }),
  { kind: 'error', kvkNumber: '90004973', code: 'IPD0005' },
  { kind: 'error', kvkNumber: '90002903', code: 'IPD0005' },
  { kind: 'error', kvkNumber: '90004333', code: 'IPD0005' },
];
