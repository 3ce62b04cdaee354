import { describe, expect, test } from '@jest/globals';
import { PartnerError } from '../../../adapters/partner-error.js';
import { deliveryError } from '../../../adapters/werknl/delivery-error.js';
import { foundVacancy, level, vacancyMatches, yes } from '../../../adapters/werknl/mapper.js';
import type { VacancySearch } from '../../../adapters/werknl/port.js';
import { question } from '../../../adapters/werknl/question.js';

test.each([
  [0, null],
  [1, true],
  [2, false],
  [8, null],
  [9, null],
  [null, null],
  [undefined, null],
])('indication %s is %s', (code, ours) => expect(yes(code)).toBe(ours));

test.each([
  ['0', null],
  ['1', 1],
  ['6', 6],
  ['7', null],
  ['8', null],
  ['', null],
  ['toString', null],
  [null, null],
])('level %s is %s', (code, ours) => expect(level(code)).toBe(ours));

const EMPTY = {
  title: null,
  description: null,
  employerName: null,
  websites: [],
  occupation: null,
  sbi: null,
  postcode: null,
  street: null,
  houseNumber: null,
  houseNumberAddition: null,
  closesOn: null,
  startsOn: null,
  endsOn: null,
  salary: null,
  conditions: null,
  minimumLevel: null,
  hoursMin: null,
  hoursMax: null,
  officeHours: null,
  irregularHours: null,
  contracts: [],
  drivingLicences: [],
  languages: [],
  educations: [],
  courses: [],
  competences: [],
  experienceYears: [],
  applyBy: [],
};

describe('a vacancy of VUM', () => {
  test('of which nothing is told is null and [] all over', () => {
    expect(vacancyMatches({ vraagID: 'q', maximumAantalResultatenBereikt: true, matches: [{ vumID: 'v' }] })).toEqual({
      questionId: 'q',
      more: true,
      matches: [{ vumId: 'v', ...EMPTY }],
    });
    expect(foundVacancy({ bronID: null, vacature: { idVacature: 'i' } }, 'v')).toEqual({
      vumId: 'v',
      id: 'i',
      number: null,
      sourceId: null,
      contacts: [],
      ...EMPTY,
    });
  });

  test('in which empty values stand is as if they did not', () => {
    const empty = {
      naamVacature: ' ',
      adres: { postcode: '' },
      rijbewijs: [{}, { codeSoortRijbewijs: '' }],
      taalbeheersing: [{}],
    };
    expect(foundVacancy({ vacature: { idVacature: 'i', ...empty, competentiebeheersing: [] } }, 'v')).toMatchObject({
      title: null,
      postcode: null,
      drivingLicences: [],
      languages: [],
      competences: [],
    });
  });

  test('of which all is told is told whole', () => {
    const vacature = {
      idVacature: 'i',
      nummerVacature: '12345678901',
      naamVacature: 'Bakker',
      omschrijvingVacature: 'Bakken.',
      adres: { postcode: '1234ab', straatnaam: 'Straat', huisnummer: 1, huisnummertoevoeging: 'a' },
      beroep: { codeBeroepsnaam: 'https://x/1' },
      sector: { codeSbi: 1071 },
      sluitingsdatumVacature: '2026-12-31',
      arbeidsVoorwaarden: {
        datumAanvangWerkzaamheden: '2027-01-01',
        datumEindeWerkzaamheden: '2027-12-31',
        omschrijvingArbeidsvoorwaarden: 'Vroeg op.',
        salarisIndicatie: 'cao',
      },
      codeWerkEnDenkniveauMinimaal: '3',
      werktijden: {
        aantalWerkurenPerWeekMinimaal: 0,
        aantalWerkurenPerWeekMaximaal: 40,
        indicatieKantoortijden: 2,
      },
      flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 1 },
      contractvorm: [{ codeTypeArbeidscontract: 'O', codeTypeOvereenkomst: '01' }, { codeTypeArbeidscontract: 'B' }],
      rijbewijs: [{ codeSoortRijbewijs: 'B' }, { codeSoortRijbewijs: 'B' }],
      taalbeheersing: [
        {
          codeTaal: 'nld',
          codeNiveauTaalbeheersingMondeling: 4,
          codeNiveauTaalbeheersingSchriftelijk: 1,
          codeNiveauTaalbeheersingLezen: 0,
          codeNiveauTaalbeheersingLuisteren: 3,
        },
      ],
      opleiding: [{ codeOpleidingsnaam: '1', codeNiveauOpleiding: 9, indicatieDiploma: 1, toelichtingOpleiding: 'x' }],
      cursus: [{ naamCursus: 'Brood', indicatieCertificaat: 2, toelichtingCursus: 'y' }],
      competentiebeheersing: [{ codeCompetentie: '24100' }],
      werkervaring: [{ aantalJarenWerkzaamInBeroep: 0 }, {}],
      sollicitatiewijze: [{ codeSollicitatiewijze: '4', webadres: { codeWebadres: 4, url: 'https://x/s' } }],
      werkgever: {
        handelsnaamOrganisatie: 'Bakkerij',
        webadres: [{ url: 'https://x' }, {}],
        contactpersoon: [{ naamContactpersoonAfdeling: 'P&O', emailadres: ['a@b.nl', ''], telefoonnummer: null }, {}],
      },
    };
    expect(foundVacancy({ bronID: 'werk.nl', vacature }, 'v')).toEqual({
      vumId: 'v',
      id: 'i',
      number: '12345678901',
      sourceId: 'werk.nl',
      title: 'Bakker',
      description: 'Bakken.',
      employerName: 'Bakkerij',
      websites: ['https://x'],
      occupation: 'https://x/1',
      sbi: 1071,
      postcode: '1234AB',
      street: 'Straat',
      houseNumber: 1,
      houseNumberAddition: 'a',
      closesOn: '2026-12-31',
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      salary: 'cao',
      conditions: 'Vroeg op.',
      minimumLevel: 3,
      hoursMin: 0,
      hoursMax: 40,
      officeHours: false,
      irregularHours: true,
      contracts: [
        { duration: 'PERMANENT', kind: 'REGULAR' },
        { duration: 'FIXED_TERM', kind: null },
      ],
      drivingLicences: ['B'],
      languages: [{ code: 'nld', speaking: 4, writing: 1, reading: null, listening: 3 }],
      educations: [{ code: '1', level: 9, diploma: true, note: 'x' }],
      courses: [{ name: 'Brood', certificate: false, note: 'y' }],
      competences: ['24100'],
      experienceYears: [0],
      applyBy: [{ way: 'FORM', url: 'https://x/s' }],
      contacts: [
        { name: 'P&O', emails: ['a@b.nl'], telephones: [] },
        { name: null, emails: [], telephones: [] },
      ],
    });
  });
});

describe('a question', () => {
  const AREA = { postcode: '1234AB', distanceKm: 5 };
  const area = { selectiegebied: { postcode: '1234AB', afstand: 5 } };
  test.each<[VacancySearch, object]>([
    [AREA, area],
    [{ ...AREA, postcode: ' 1234 ab ' }, area],
    [{ ...AREA, drivingLicences: [], languages: [] }, area],
    [
      { ...AREA, level: 'UNKNOWN' },
      { ...area, codeWerkEnDenkniveauMinimaal: { $eq: '7' } },
    ],
    [
      { ...AREA, level: {} },
      { ...area, codeWerkEnDenkniveauMinimaal: { $lt: '7' } },
    ],
    [
      { ...AREA, level: { atLeast: 1 } },
      { ...area, codeWerkEnDenkniveauMinimaal: { $gte: '1', $lt: '7' } },
    ],
    [
      { ...AREA, irregularHours: true },
      { ...area, 'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': { $eq: 1 } },
    ],
    [
      { ...AREA, minimumHoursUpTo: 1, maximumHoursFrom: 99 },
      {
        ...area,
        'werktijden.aantalWerkurenPerWeekMinimaal': { $lte: 1 },
        'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: 99 },
      },
    ],
    [
      { ...AREA, drivingLicences: ['B', 'CE'] },
      {
        ...area,
        rijbewijs: {
          $all: [
            { $elemMatch: { codeSoortRijbewijs: { $eq: 'B' } } },
            { $elemMatch: { codeSoortRijbewijs: { $eq: 'CE' } } },
          ],
        },
      },
    ],
    [
      { ...AREA, languages: [{ code: 'nld', writingAtLeast: 3 }] },
      {
        ...area,
        taalbeheersing: {
          $all: [{ $elemMatch: { codeTaal: { $eq: 'nld' }, codeNiveauTaalbeheersingSchriftelijk: { $gte: 3 } } }],
        },
      },
    ],
  ])('%j is asked in VUM’s words', (query, vraagObject) => expect(question(query)).toEqual(vraagObject));

  test('is written in one order, whatever the order of its parts', () => {
    const one = question({ ...AREA, level: {}, irregularHours: true });
    const other = question({ irregularHours: true, level: {}, distanceKm: 5, postcode: '1234AB' });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

describe('whether a message may have arrived', () => {
  const error = (kind: 'UNAVAILABLE' | 'REFUSED' | 'MALFORMED', cause: object = new Error('x')) =>
    new PartnerError('WERK_NL', kind, { cause, partnerCode: '1', partnerMessage: 'y', retryAfterMs: 5 });
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  test.each<[string, PartnerError, attempted: boolean, arrived: boolean]>([
    ['sending was never begun', error('UNAVAILABLE'), false, false],
    ['werk.nl said no', error('REFUSED'), true, false],
    ['werk.nl said not now (429)', error('UNAVAILABLE', new Error('HTTP 429')), true, false],
    ['werk.nl broke down (503)', error('UNAVAILABLE', new Error('HTTP 503')), true, true],
    ['the answer cannot be read', error('MALFORMED'), true, true],
    ['nothing came', error('UNAVAILABLE'), true, true],
    ['nobody listens', error('UNAVAILABLE', coded('ECONNREFUSED')), true, false],
    ['there is no such host', error('UNAVAILABLE', coded('ENOTFOUND')), true, false],
    ['no connection was made in time', error('UNAVAILABLE', coded('UND_ERR_CONNECT_TIMEOUT')), true, false],
    ['the certificate has expired', error('UNAVAILABLE', coded('CERT_HAS_EXPIRED')), true, false],
    ['the connection broke', error('UNAVAILABLE', coded('ECONNRESET')), true, true],
    ['the other end closed', error('UNAVAILABLE', coded('UND_ERR_SOCKET')), true, true],
  ])('%s', (_what, told, attempted, arrived) => {
    const made = deliveryError(told, attempted);
    expect(made.mayHaveArrived).toBe(arrived);
    expect(made).toMatchObject({
      kind: told.kind,
      message: told.message,
      partnerCode: '1',
      partnerMessage: 'y',
      retryAfterMs: 5,
      cause: told.cause,
    });
    expect(deliveryError(made, !attempted)).toBe(made);
  });
});
