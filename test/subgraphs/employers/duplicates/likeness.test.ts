import { describe, expect, test } from '@jest/globals';
import { likenessOf, nameLikeness, type Comparable } from '../../../../subgraphs/employers/duplicates/likeness.js';

const dossier = (coreName: string, more: Partial<Comparable> = {}): Comparable => ({
  kvkNumber: null,
  establishmentNumber: null,
  name: coreName,
  coreName,
  city: null,
  country: null,
  keys: [],
  ...more,
});
const address = { kind: 'ADDRESS', key: '3011AB 12' };
const phone = { kind: 'PHONE', key: '006660001' };
const website = { kind: 'WEBSITE', key: 'bakkerij.example' };

describe('R-043: how likely two dossiers are of one employer', () => {
  const table: [string, Comparable, Comparable, number][] = [
    ['same KvK number, no establishment', dossier('a', { kvkNumber: '1' }), dossier('b', { kvkNumber: '1' }), 1],
    [
      'same KvK number and establishment',
      dossier('a', { kvkNumber: '1', establishmentNumber: '9' }),
      dossier('b', { kvkNumber: '1', establishmentNumber: '9' }),
      1,
    ],
    [
      'a company and its establishment',
      dossier('a', { kvkNumber: '1' }),
      dossier('a', { kvkNumber: '1', establishmentNumber: '9' }),
      0.9,
    ],
    [
      'two establishments of one company',
      dossier('bakker', { kvkNumber: '1', establishmentNumber: '8', keys: [address, phone, website] }),
      dossier('bakker', { kvkNumber: '1', establishmentNumber: '9', keys: [address, phone, website] }),
      0,
    ],
    ['same name and country', dossier('moewe', { country: 'België' }), dossier('moewe', { country: 'belgie' }), 0.8],
    [
      'same name in two countries',
      dossier('moewe', { country: 'België' }),
      dossier('moewe', { country: 'Polen' }),
      0.7,
    ],
    ['same name alone', dossier('bakkerijjansen'), dossier('bakkerijjansen'), 0.7],
    [
      'same name and city',
      dossier('bakkerijjansen', { city: 'Delft' }),
      dossier('bakkerijjansen', { city: 'delft' }),
      0.8,
    ],
    [
      'same name and address',
      dossier('bakkerijjansen', { keys: [address] }),
      dossier('bakkerijjansen', { keys: [address] }),
      0.95,
    ],
    [
      'all the same, by name at most 0.95',
      dossier('bakkerijjansen', { keys: [address, phone, website], city: 'Delft' }),
      dossier('bakkerijjansen', { keys: [address, phone, website], city: 'Delft' }),
      0.95,
    ],
    ['nothing alike', dossier('bakkerijjansen'), dossier('scheepswerf'), 0],
    ['another name at one address', dossier('qqq', { keys: [address] }), dossier('zzz', { keys: [address] }), 0.25],
    [
      'other KvK numbers',
      dossier('bakkerijjansen', { kvkNumber: '1', keys: [address] }),
      dossier('bakkerijjansen', { kvkNumber: '2', keys: [address] }),
      0.75,
    ],
  ];
  test.each(table)('%s', (_, a, b, score) => {
    expect(likenessOf(a, b).score).toBe(score);
    expect(likenessOf(b, a).score).toBe(score);
    if (score > 0) expect(likenessOf(a, b).because.length).toBeGreaterThan(0);
  });

  test('a typing error leaves two names alike, another name does not', () => {
    expect(nameLikeness('vangelderentransport', 'vangelderrentransport')).toBeGreaterThan(0.7);
    expect(nameLikeness('vangelderentransport', 'scheepswerfdelft')).toBeLessThan(0.1);
    expect(nameLikeness('', '')).toBe(0);
  });
});
