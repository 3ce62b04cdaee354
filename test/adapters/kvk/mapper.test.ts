import { describe, expect, test } from '@jest/globals';
import { address, type AddressWire } from '../../../adapters/kvk/address.js';
import {
  check,
  company,
  establishment,
  establishments,
  partialDate,
  sbiEdition,
  searchResult,
  tradeNames,
  yes,
} from '../../../adapters/kvk/mapper.js';
import type { KvkAddress } from '../../../adapters/kvk/port.js';
import { Basisprofiel, linksTo, Naamgeving, Resultaat, Vestiging, VestigingList } from '../../../adapters/kvk/wire.js';
import { PartnerError } from '../../../adapters/partner-error.js';

const malformed = expect.objectContaining({ kind: 'MALFORMED', message: 'KvK gaf een onbruikbaar antwoord.' });

describe('a date of the register', () => {
  test.each([
    ['20170108', '2017-01-08'],
    ['20240229', '2024-02-29'],
    ['20170100', '2017-01'],
    ['20170000', '2017'],
    ['20170012', '2017'],
    ['00000000', null],
    ['00000503', null],
    [null, null],
    [undefined, null],
  ])('%s is %s', (wire, ours) => expect(partialDate(wire)).toBe(ours));

  test.each(['20171301', '20170230', '20230229', '2017', '201701081'])(
    '%s cannot be, and makes the answer malformed',
    (wire) => expect(() => partialDate(wire)).toThrow(malformed),
  );
});

test.each([
  ['Ja', true],
  ['Nee', false],
  [null, null],
  [undefined, null],
])('%s is %s', (wire, ours) => expect(yes(wire)).toBe(ours));

test.each([
  ['01', 'SBI_2008'],
  ['6420', 'SBI_2008'],
  ['10110', 'SBI_2025'],
  ['88100', 'SBI_2025'],
  ['94997', null],
  ['01241', null],
])('SBI code %s is of edition %s', (code, edition) => expect(sbiEdition(code)).toBe(edition));

describe('an address', () => {
  const nothing: KvkAddress = {
    kind: 'VISITING',
    shielded: false,
    full: null,
    street: null,
    houseNumber: null,
    houseLetter: null,
    addition: null,
    poBox: null,
    postcode: null,
    city: null,
    region: null,
    country: null,
  };
  const cases: [string, AddressWire, Partial<KvkAddress>][] = [
    [
      'loses the spaces that KvK fills columns with',
      {
        type: 'bezoekadres',
        volledigAdres: 'Abebe Bikilalaan 17 M                         1034WL Amsterdam',
        straatnaam: 'Abebe Bikilalaan',
        huisnummer: 17,
        huisletter: 'M',
      },
      { full: 'Abebe Bikilalaan 17 M 1034WL Amsterdam', street: 'Abebe Bikilalaan', houseNumber: 17, houseLetter: 'M' },
    ],
    [
      'of a PO box has no street',
      {
        type: 'correspondentieadres',
        straatnaam: 'Postbus',
        postbusnummer: 200,
        postcode: '1000 ae',
        plaats: 'Rommeldam',
        land: 'Nederland',
      },
      { kind: 'POSTAL', poBox: 200, postcode: '1000AE', city: 'Rommeldam', country: 'Nederland' },
    ],
    [
      'abroad keeps its two lines and its region',
      {
        type: 'bezoekadres',
        straatHuisnummer: '53 Rue de Tilsitt',
        postcodeWoonplaats: 'X-13501 Parijs',
        regio: 'Île-de-France',
        land: 'Frankrijk',
      },
      { street: '53 Rue de Tilsitt', city: 'X-13501 Parijs', region: 'Île-de-France', country: 'Frankrijk' },
    ],
    [
      'has one addition made of all three that KvK knows',
      {
        type: 'bezoekadres',
        aanduidingBijHuisnummer: 'to',
        huisnummerToevoeging: 'A',
        toevoegingAdres: '3e etage',
        huisletter: '',
      },
      { addition: 'to A 3e etage' },
    ],
    ['of a type unknown to us is of another kind', { type: 'factuuradres' }, { kind: 'OTHER' }],
    [
      'that is shielded tells nothing, whatever came with it',
      {
        type: 'bezoekadres',
        indAfgeschermd: 'Ja',
        volledigAdres: 'Dorp 1',
        straatnaam: 'Dorp',
        plaats: 'Ergens',
        land: 'Nederland',
      },
      { shielded: true },
    ],
  ];
  test.each(cases)('%s', (_rule, wire, ours) => expect(address(wire)).toEqual({ ...nothing, ...ours }));
});

describe('a company', () => {
  const profile = { kvkNummer: '12345678', naam: 'Naam' };

  test('may consist of its number and name alone; all else is null or []', () => {
    expect(company(check(Basisprofiel, profile), null, null)).toEqual({
      kvkNumber: '12345678',
      rsin: null,
      name: 'Naam',
      statutoryName: null,
      tradeNames: [],
      legalForm: null,
      extendedLegalForm: null,
      nonMailing: null,
      registeredOn: null,
      startedOn: null,
      endedOn: null,
      headcount: null,
      activities: [],
      websites: [],
      mainEstablishment: null,
      addresses: [],
    });
  });

  test('takes what is null on the wire as absent, and looks past fields it does not know', () => {
    const wire = check(Basisprofiel, {
      ...profile,
      handelsnamen: null,
      totaalWerkzamePersonen: null,
      nieuwVeld: { a: 1 },
    });
    expect(company(wire, null, null)).toMatchObject({ tradeNames: [], headcount: null });
  });

  test('bears its names in the order of the register, not of the answer', () => {
    const handelsnamen = [{ naam: 'c' }, { naam: 'b', volgorde: 1 }, { naam: 'a', volgorde: 0 }];
    expect(company(check(Basisprofiel, { ...profile, handelsnamen }), null, null).tradeNames).toEqual(['a', 'b', 'c']);
  });

  test('has the addresses of its owner, and else those of its main establishment', () => {
    const adressen = (plaats: string) => [{ type: 'bezoekadres', plaats }];
    const main = check(Vestiging, {
      vestigingsnummer: '000000000001',
      adressen: adressen('Lollum'),
      websites: ['a', 'b'],
    });
    const owner = { rsin: '857587973', adressen: adressen('Rommeldam') as AddressWire[], websites: ['b'] };
    const wire = check(Basisprofiel, profile);
    expect(company(wire, owner as never, main)).toMatchObject({
      rsin: '857587973',
      addresses: [{ city: 'Rommeldam' }],
      websites: ['b', 'a'],
    });
    expect(company(wire, null, main)).toMatchObject({
      rsin: null,
      addresses: [{ city: 'Lollum' }],
      mainEstablishment: { establishmentNumber: '000000000001' },
    });
  });

  test.each([
    ['no number', { naam: 'Naam' }],
    ['a number of seven digits', { ...profile, kvkNummer: '1234567' }],
    ['a number that is no text', { ...profile, kvkNummer: 12345678 }],
    ['a yes that is neither Ja nor Nee', { ...profile, indNonMailing: 'J' }],
    ['a date that is none', { ...profile, formeleRegistratiedatum: '2017-01-08' }],
    ['a list that is none', { ...profile, handelsnamen: {} }],
    ['no object at all', 'Basisprofiel'],
  ])('with %s is malformed', (_what, body) => expect(() => check(Basisprofiel, body)).toThrow(malformed));

  test('that is malformed tells where, and not what stood there', () => {
    try {
      check(Basisprofiel, { ...profile, indNonMailing: 'geheim' });
      throw new Error('not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(PartnerError);
      expect((error as Error).cause).toMatchObject({ message: 'indNonMailing: invalid_value' });
    }
  });
});

test('an establishment keeps full-time, part-time and total apart', () => {
  const wire = check(Vestiging, {
    vestigingsnummer: '000037178598',
    voltijdWerkzamePersonen: 5,
    deeltijdWerkzamePersonen: 0,
    totaalWerkzamePersonen: 5,
    indHoofdvestiging: 'Nee',
    sbiActiviteiten: [{ sbiCode: '6420', sbiOmschrijving: 'Financiële holdings', indHoofdactiviteit: 'Ja' }],
  });
  expect(establishment(wire)).toMatchObject({
    fullTime: 5,
    partTime: 0,
    headcount: 5,
    main: false,
    commercial: null,
    activities: [{ code: '6420', description: 'Financiële holdings', main: true, edition: 'SBI_2008' }],
  });
});

test('a shielded address is not in the list of establishments either', () => {
  const wire = check(VestigingList, {
    kvkNummer: '12345678',
    vestigingen: [
      { vestigingsnummer: '000000000001', indAdresAfgeschermd: 'Ja', volledigAdres: 'Dorp 1  1234AB Ergens' },
      {
        vestigingsnummer: '000000000002',
        indAdresAfgeschermd: 'Nee',
        volledigAdres: 'Dorp 2  1234AB Ergens',
        indHoofdvestiging: 'Ja',
      },
    ],
  });
  expect(establishments(wire)).toMatchObject([
    { shielded: true, address: null, main: null },
    { shielded: false, address: 'Dorp 2 1234AB Ergens', main: true, kvkNumber: '12345678' },
  ]);
});

test('names of a place without business come in another field, and are names all the same', () => {
  const wire = check(Naamgeving, {
    kvkNummer: '12345678',
    startdatum: '20100000',
    vestigingen: [
      {
        vestigingsnummer: '000000000001',
        eersteHandelsnaam: 'Winkel',
        handelsnamen: [{ naam: 'Winkel', volgorde: 0 }],
      },
      { vestigingsnummer: '000000000002', naam: 'Kantoor', ookGenoemd: 'Achterhuis' },
    ],
  });
  expect(tradeNames(wire)).toMatchObject({
    startedOn: '2010',
    establishments: [
      { name: 'Winkel', tradeNames: ['Winkel'], alsoKnownAs: null },
      { name: 'Kantoor', tradeNames: [], alsoKnownAs: 'Achterhuis' },
    ],
  });
});

test('a hit is active unless KvK says Nee, at home or abroad', () => {
  const hit = { kvkNummer: '12345678', naam: 'Naam', type: 'hoofdvestiging' };
  const wire = check(Resultaat, {
    pagina: 1,
    resultatenPerPagina: 10,
    totaal: 3,
    resultaten: [
      {
        ...hit,
        vestigingsnummer: '000000000001',
        adres: { binnenlandsAdres: { straatnaam: 'Dorp', plaats: 'Ergens' } },
      },
      {
        ...hit,
        type: 'rechtspersoon',
        actief: 'Nee',
        vervallenNaam: 'Oud',
        adres: { buitenlandsAdres: { postcodeWoonplaats: '1000 Brussel' } },
      },
      { ...hit, type: 'nevenvestiging', actief: 'Ja', rsin: '992760562' },
    ],
  });
  expect(searchResult(wire).hits).toEqual([
    {
      kvkNumber: '12345678',
      rsin: null,
      establishmentNumber: '000000000001',
      name: 'Naam',
      kind: 'MAIN_ESTABLISHMENT',
      city: 'Ergens',
      street: 'Dorp',
      active: true,
      expiredName: null,
    },
    {
      kvkNumber: '12345678',
      rsin: null,
      establishmentNumber: null,
      name: 'Naam',
      kind: 'LEGAL_PERSON',
      city: '1000 Brussel',
      street: null,
      active: false,
      expiredName: 'Oud',
    },
    {
      kvkNumber: '12345678',
      rsin: '992760562',
      establishmentNumber: null,
      name: 'Naam',
      kind: 'BRANCH',
      city: null,
      street: null,
      active: true,
      expiredName: null,
    },
  ]);
});

test('links are found in both shapes', () => {
  expect(linksTo({ links: [{ rel: 'eigenaar', href: 'x' }] }, 'eigenaar')).toBe(true);
  expect(linksTo({ _links: { eigenaar: { href: 'x' } } }, 'eigenaar')).toBe(true);
  expect(linksTo({ links: [{ rel: 'self', href: 'x' }] }, 'eigenaar')).toBe(false);
  expect(linksTo({}, 'eigenaar')).toBe(false);
});
