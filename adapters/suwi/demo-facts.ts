import type { SuwiFact } from './facts.js';

/**
 * What SUWI says of four companies of KvK's test environment: all invented, and partly other than what KvK says, so that a
 * dossier shows registers that do not agree. Numbers are KvK's; payroll tax numbers are RSIN and L01.
 */
export const suwiDemoFacts: SuwiFact[] = [
  {
    // A sole trader's fiscal number would be a BSN: the register is told none.
    kvkNumber: '69599084',
    name: 'EMZ Dagobert',
    legalForm: 'EZ',
    legalFormDescription: 'Eenmanszaak',
    sector: '015',
    startedOn: '2015-08-28',
    headcount: 3,
    headcountOn: '2026-09-30',
    establishmentNumbers: ['000038509504'],
    addresses: [
      {
        kind: 'VISITING',
        street: 'Abebe Bikilalaan',
        houseNumber: 17,
        addition: 'M',
        postcode: '1034WL',
        city: 'Amsterdam',
        municipality: 'Amsterdam',
      },
    ],
  },
  {
    kvkNumber: '68750110',
    fiscalNumber: '857587973',
    name: 'Test BV Donald',
    legalForm: 'BV',
    legalFormDescription: 'Besloten vennootschap',
    sector: '042',
    startedOn: '2014-02-10',
    headcount: 9,
    headcountOn: '2026-09-30',
    establishmentNumbers: ['000037178598', '000037178601'],
    payrollTaxNumbers: ['857587973L01'],
    addresses: [
      {
        kind: 'VISITING',
        street: 'Hizzaarderlaan',
        houseNumber: 5,
        postcode: '8823SJ',
        city: 'Lollum',
        municipality: 'Súdwest-Fryslân',
        startedOn: '2024-03-01',
      },
      { kind: 'POSTAL', poBox: 200, postcode: '1000AE', city: 'Rommeldam' },
    ],
  },
  {
    kvkNumber: '90001354',
    fiscalNumber: '992760562',
    name: 'Grand Joyflex B.V.',
    legalForm: 'BV',
    legalFormDescription: 'Besloten vennootschap',
    sector: '052',
    startedOn: '1998-07',
    headcount: 31,
    headcountOn: '2026-09-30',
    establishmentNumbers: ['990000541921'],
    payrollTaxNumbers: ['992760562L01', '992760562L02'],
    addresses: [
      {
        kind: 'VISITING',
        street: 'Averbodeweg',
        houseNumber: 12,
        postcode: '6029RA',
        city: 'Sterksel',
        municipality: 'Heeze-Leende',
      },
    ],
  },
  {
    kvkNumber: '69599068',
    fiscalNumber: '992011231',
    name: 'Stichting Bolderbast',
    legalForm: 'ST',
    legalFormDescription: 'Stichting',
    sector: '035',
    startedOn: '2012',
    headcount: 12,
    headcountOn: '2026-09-30',
    establishmentNumbers: ['990064773193', '990064773207'],
    payrollTaxNumbers: ['992011231L01'],
    addresses: [
      {
        kind: 'VISITING',
        street: 'Oosterwal',
        houseNumber: 9,
        postcode: '7241AR',
        city: 'Lochem',
        municipality: 'Lochem',
      },
    ],
    warning: { code: 'W001', text: 'De gegevens over het aantal werknemers zijn mogelijk niet volledig.' },
  },
  {
    kind: 'income',
    bsn: '999990019',
    employers: [
      {
        payrollTaxNumber: '992760562L01',
        name: 'Grand Joyflex B.V.',
        fiscalNumber: '992760562',
        legalForm: 'BV',
        sector: '052',
        startedOn: '1998-07',
      },
    ],
  },
];
