import { describe, expect, test } from '@jest/globals';
import { datum, indication, isPayrollTaxNumber, passesEleven, toDatum } from '../../../adapters/soap-formats.js';
import { readXml, valueOf } from '../../../adapters/soap-xml.js';
import { employer, incomeEmployers } from '../../../adapters/suwi/mapper.js';

const xml = (inside: string) => valueOf(readXml(`<a>${inside}</a>`).documentElement);
const malformed = expect.objectContaining({ kind: 'MALFORMED', message: 'Suwinet gaf een onbruikbaar antwoord.' });

describe('a Datum', () => {
  test.each([
    ['20260131', '2026-01-31'],
    ['20240229', '2024-02-29'],
    ['20260100', '2026-01'],
    ['20260000', '2026'],
    ['20260012', '2026'],
    ['00000000', null],
    ['00000512', null],
    ['', null],
  ])('%j is %j', (wire, ours) => expect(datum.parse(wire)).toBe(ours));
  test.each(['20261301', '20260230', '20250229', '2026', '2026-01-01', '202601011'])('%j cannot be', (wire) =>
    expect(datum.safeParse(wire).success).toBe(false),
  );
  test.each(['2026-01-31', '2026-01', '2026'])('%s goes there and back', (date) =>
    expect(datum.parse(toDatum(date))).toBe(date),
  );
});

test.each([
  ['1', true],
  ['2', false],
  ['0', null],
  ['8', null],
  ['', null],
  ['J', null],
])('indication %j is %j: what is not known is never false', (wire, ours) => expect(indication.parse(wire)).toBe(ours));

test.each([
  ['999990019', true],
  ['857587973', true],
  ['999990018', false],
  ['000000000', false],
  ['99999001', false],
  ['9999900190', false],
  ['99999001a', false],
])('the elfproef of %s: %s', (number, passes) => expect(passesEleven(number)).toBe(passes));

test.each([
  ['857587973L01', true],
  ['857587973L1', false],
  ['857587974L01', false],
  ['857587973B01', false],
  ['857587973L012', false],
])('loonheffingennummer %s: %s', (number, valid) => expect(isPayrollTaxNumber(number)).toBe(valid));

describe('an address', () => {
  const one = (inside: string, kind = 'FeitelijkAdres') =>
    employer(xml(`<Werkgever><NaamRechtspersoon>x</NaamRechtspersoon><${kind}>${inside}</${kind}></Werkgever>`))
      .addresses[0];
  const nothing = {
    kind: 'VISITING',
    street: null,
    houseNumber: null,
    addition: null,
    poBox: null,
    postcode: null,
    city: null,
    municipality: null,
    region: null,
    country: null,
    startedOn: null,
    endedOn: null,
  };
  test.each<[string, string, object]>([
    [
      'in a street',
      '<DatBAdres>20240301</DatBAdres><Straatadres><Postcd>3511 bt</Postcd><Woonplaatsnaam>Utrecht</Woonplaatsnaam><Gemeentenaam>Utrecht</Gemeentenaam><Straatnaam>Oudegracht</Straatnaam><Huisnr>300</Huisnr><Huisnrtoevoeging>A</Huisnrtoevoeging></Straatadres>',
      {
        startedOn: '2024-03-01',
        street: 'Oudegracht',
        houseNumber: '300',
        addition: 'A',
        postcode: '3511BT',
        city: 'Utrecht',
        municipality: 'Utrecht',
      },
    ],
    [
      'at a PO box',
      '<Postbusadres><Postcd>1000AE</Postcd><Postbusnr>200</Postbusnr></Postbusadres>',
      { postcode: '1000AE', poBox: '200' },
    ],
    [
      'abroad',
      '<StraatadresBuitenland><PostcdBuitenland>B-1000</PostcdBuitenland><WoonplaatsnaamBuitenland>Brussel</WoonplaatsnaamBuitenland><LandencdIso>BE</LandencdIso><StraatnaamBuitenland>Nieuwstraat</StraatnaamBuitenland><HuisnrBuitenland>1bis</HuisnrBuitenland></StraatadresBuitenland>',
      { street: 'Nieuwstraat', houseNumber: '1bis', postcode: 'B-1000', city: 'Brussel', country: 'BE' },
    ],
    [
      'at a PO box abroad',
      '<PostbusadresBuitenland><PostbusnrBuitenland>7</PostbusnrBuitenland><Landsnaam>België</Landsnaam></PostbusadresBuitenland>',
      { poBox: '7', country: 'België' },
    ],
    ['of which nothing is told', '', {}],
    ['of which the form is empty', '<Straatadres/>', {}],
    ['in a form we do not know', '<Drijvend><Boei>1</Boei></Drijvend>', {}],
  ])('%s', (_what, inside, ours) => expect(one(inside)).toEqual({ ...nothing, ...ours }));

  test('for mail is another kind', () => expect(one('', 'Correspondentieadres')).toMatchObject({ kind: 'POSTAL' }));
});

describe('the employers in an income dossier', () => {
  const BSN = '999990019';
  const dossier = (relations: string, bsn = BSN) =>
    incomeEmployers(xml(`<ClientSuwi><Burgerservicenr>${bsn}</Burgerservicenr>${relations}</ClientSuwi>`), BSN);
  const relation = (inside: string, beside = '') =>
    `<Inkomstenverhouding><AdministratieveEenheid><Loonheffingennr>857587973L01</Loonheffingennr>${inside}</AdministratieveEenheid>${beside}</Inkomstenverhouding>`;
  const sector = (code: string, ended = '') =>
    `<SectorRisicogroepIkv>${ended && `<DatESectorRisicogroep>${ended}</DatESectorRisicogroep>`}<SectorBeroepsEnBedrijfsleven><CdSector>${code}</CdSector></SectorBeroepsEnBedrijfsleven></SectorRisicogroepIkv>`;

  test('are none when there is no income', () => expect(dossier('')).toEqual([]));

  test.each<[string, string, object]>([
    [
      'bears the name of the unit',
      '<NaamAdministratieveEenheid>Vestiging Zuid</NaamAdministratieveEenheid><RechtspersoonAdministratieveEenh><FiNr>857587973</FiNr><NaamRechtspersoon>BV</NaamRechtspersoon><CdRechtsvorm>BV</CdRechtsvorm></RechtspersoonAdministratieveEenh>',
      { name: 'Vestiging Zuid', fiscalNumber: '857587973', legalForm: { code: 'BV', description: null } },
    ],
    [
      'bears the name of the legal person when the unit has none',
      '<RechtspersoonAdministratieveEenh><FiNr>857587973</FiNr><NaamRechtspersoon>Donald</NaamRechtspersoon></RechtspersoonAdministratieveEenh>',
      { name: 'Donald', legalForm: null },
    ],
    [
      'that is a person stays nameless and numberless',
      '<NaamAdministratieveEenheid>Jansen</NaamAdministratieveEenheid><PersoonAdministratieveEenheid><Voornamen>Jan</Voornamen></PersoonAdministratieveEenheid><FeitelijkAdresAeh><Straatadres><Straatnaam>Dorp</Straatnaam></Straatadres></FeitelijkAdresAeh>',
      { name: null, payrollTaxNumber: null, addresses: [] },
    ],
    [
      'that is a person of whom nothing is told stays nameless too',
      '<NaamAdministratieveEenheid>Jansen</NaamAdministratieveEenheid><PersoonAdministratieveEenheid/>',
      { name: null, payrollTaxNumber: null },
    ],
  ])('one %s', (_what, inside, ours) => expect(dossier(relation(inside))).toEqual([expect.objectContaining(ours)]));

  test('are each there once, whatever wages came along', () => {
    const wages =
      '<Inkomstenopgave><DatBIko>geen datum</DatBIko><BedrBrutoloonSv><WaardeBedr>345678</WaardeBedr></BedrBrutoloonSv></Inkomstenopgave>';
    const found = dossier(relation('', wages).repeat(3));
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('345678');
  });

  test.each([
    ['the sector that runs', sector('001', '20200101') + sector('052'), '052'],
    ['else the last', sector('001', '20200101') + sector('052', '20210101'), '052'],
    ['unknown as it may be', sector('999'), '999'],
  ])('have %s', (_what, beside, code) => expect(dossier(relation('', beside))[0]?.sector?.code).toBe(code));

  test('may have no sector', () => expect(dossier(relation('', '<SectorRisicogroepIkv/>'))[0]?.sector).toBeNull());

  test('of another person are nobody’s business', () =>
    expect(() => dossier(relation(''), '999990020')).toThrow(malformed));

  test('without a number are malformed, and the error does not tell who', () => {
    try {
      dossier(
        '<Inkomstenverhouding><AdministratieveEenheid><NaamAdministratieveEenheid>Jansen</NaamAdministratieveEenheid></AdministratieveEenheid></Inkomstenverhouding>',
      );
      throw new Error('not refused');
    } catch (error) {
      expect(error).toEqual(malformed);
      expect(String((error as Error).cause)).not.toMatch(/Jansen|999990019/);
    }
  });
});

test.each([
  ['EZ', null, []],
  ['XX', null, []],
  [null, null, []],
  ['BV', '857587973', ['857587973L01']],
])(
  'the fiscal numbers of form %j are %j: those of a person would be a BSN',
  (form, fiscalNumber, payrollTaxNumbers) => {
    const told = `<Werkgever><NaamRechtspersoon>Naam</NaamRechtspersoon><FiNr>857587973</FiNr>${form ? `<CdRechtsvorm>${form}</CdRechtsvorm>` : ''}<Loonheffingennr>857587973L01</Loonheffingennr></Werkgever>`;
    expect(employer(xml(told))).toMatchObject({ fiscalNumber, payrollTaxNumbers });
  },
);
