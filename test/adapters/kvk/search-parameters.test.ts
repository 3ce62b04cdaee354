import { describe, expect, test } from '@jest/globals';
import type { KvkSearch } from '../../../adapters/kvk/port.js';
import { digits, searchParameters } from '../../../adapters/kvk/search-parameters.js';

describe('the parameters of a search', () => {
  test.each<[KvkSearch, string]>([
    [{ kvkNumber: '69599084' }, 'kvkNummer=69599084&pagina=1&resultatenPerPagina=10'],
    [{ rsin: '992760562' }, 'rsin=992760562&pagina=1&resultatenPerPagina=10'],
    [{ establishmentNumber: '000037178598' }, 'vestigingsnummer=000037178598&pagina=1&resultatenPerPagina=10'],
    [
      { name: ' van Gelderen ', city: 'Utrecht', street: 'Oudegracht' },
      'naam=van+Gelderen&straatnaam=Oudegracht&plaats=Utrecht&pagina=1&resultatenPerPagina=10',
    ],
    [
      { postcode: '3511 bt', houseNumber: 300, houseLetter: 'D' },
      'postcode=3511BT&huisnummer=300&huisletter=D&pagina=1&resultatenPerPagina=10',
    ],
    [{ postcode: '1000AE', poBox: 200 }, 'postcode=1000AE&postbusnummer=200&pagina=1&resultatenPerPagina=10'],
    [
      {
        name: 'test',
        kinds: ['MAIN_ESTABLISHMENT', 'BRANCH', 'LEGAL_PERSON'],
        includeInactive: true,
        page: 10,
        pageSize: 100,
      },
      'naam=test&type=hoofdvestiging&type=nevenvestiging&type=rechtspersoon&inclusiefInactieveRegistraties=true&pagina=10&resultatenPerPagina=100',
    ],
    [{ name: 'test', page: 1_000, pageSize: 1 }, 'naam=test&pagina=1000&resultatenPerPagina=1'],
  ])('%j are %s', (query, parameters) => expect(searchParameters(query).toString()).toBe(parameters));

  test.each<[string, KvkSearch, string]>([
    ['nothing to search by', {}, 'IPD1998'],
    ['spaces only', { name: '  ' }, 'IPD1998'],
    ['kinds only', { kinds: ['BRANCH'] }, 'IPD1998'],
    ['a KvK number of 7 digits', { kvkNumber: '6959908' }, 'IPD0004'],
    ['a KvK number with a letter', { kvkNumber: '6959908A' }, 'IPD0004'],
    ['a KvK number in other digits', { kvkNumber: '٦٩٥٩٩٠٨٤' }, 'IPD0004'],
    ['an RSIN of 8 digits', { rsin: '99276056' }, 'IPD0010'],
    ['an establishment number of 11 digits', { establishmentNumber: '00003717859' }, 'IPD0006'],
    ['a postcode alone', { postcode: '3511BT' }, 'IPD1999'],
    ['a postcode that is none', { postcode: '351BTT', houseNumber: 1 }, 'IPD1999'],
    ['a house number alone', { houseNumber: 300 }, 'IPD1999'],
    ['a PO box alone', { name: 'test', poBox: 200 }, 'IPD1999'],
    ['a house letter without a number', { postcode: '3511BT', poBox: 1, houseLetter: 'D' }, 'IPD1999'],
    ['two house letters', { postcode: '3511BT', houseNumber: 1, houseLetter: 'DD' }, 'IPD1999'],
    ['house number 0', { postcode: '3511BT', houseNumber: 0 }, 'IPD1999'],
    ['house number 100,000', { postcode: '3511BT', houseNumber: 100_000 }, 'IPD1999'],
    ['page 0', { name: 'test', page: 0 }, 'IPD1999'],
    ['page 1,001', { name: 'test', page: 1_001, pageSize: 1 }, 'IPD1999'],
    ['half a page', { name: 'test', page: 1.5 }, 'IPD1999'],
    ['0 results a page', { name: 'test', pageSize: 0 }, 'IPD1999'],
    ['101 results a page', { name: 'test', pageSize: 101 }, 'IPD1999'],
    ['results after the thousandth', { name: 'test', page: 11, pageSize: 100 }, 'IPD1999'],
  ])('%s is refused', (_what, query, partnerCode) =>
    expect(() => searchParameters(query)).toThrow(
      expect.objectContaining({ kind: 'REFUSED', partnerCode, partnerMessage: expect.stringMatching(/\.$/) }),
    ),
  );
});

test.each(['../eigenaar', '6959908', '695990840', ' 69599084', '69599084\n', ''])(
  '%j never comes into a path',
  (number) =>
    expect(() => digits('kvkNumber', number)).toThrow(
      expect.objectContaining({ kind: 'REFUSED', partnerCode: 'IPD0004' }),
    ),
);
