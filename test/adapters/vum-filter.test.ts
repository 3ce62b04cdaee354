import { describe, expect, test } from '@jest/globals';
import { vumFilter } from '../../adapters/vum-filter.js';
import { vumNearest } from '../../adapters/vum-nearest.js';

const answers = vumFilter({
  'werk.uren': { operators: ['$gte', '$lte'] },
  niveau: { path: 'eisen.niveau', operators: ['$eq', '$lt'] },
  talen: { operators: ['$all'] },
  beroep: { operators: ['$elemMatch'], items: { 'oud.code': 'code' } },
});
const thing = {
  werk: { uren: 24 },
  eisen: { niveau: '3' },
  talen: [
    { code: 'nld', spreken: 3 },
    { code: 'eng', spreken: 1 },
  ],
  beroep: [{ code: 'a' }, { code: 'b' }],
};

describe('a question is answered as MongoDB would', () => {
  test.each<[string, Record<string, unknown>, boolean]>([
    ['nothing asked', {}, true],
    ['at least as much', { 'werk.uren': { $gte: 24 } }, true],
    ['more than there is', { 'werk.uren': { $gte: 25 } }, false],
    ['at most', { 'werk.uren': { $lte: 23 } }, false],
    ['two operators, one of which fails', { 'werk.uren': { $gte: 20, $lte: 23 } }, false],
    ['a number asked as text', { 'werk.uren': { $gte: '1' } }, false],
    ['another path', { niveau: { $eq: '3' } }, true],
    ['less than', { niveau: { $lt: '3' } }, false],
    ['an operator that is not described', { niveau: { $ne: '3' } }, true],
    ['a field that is not described', { naam: { $eq: 'x' } }, true],
    ['an operator without a value', { niveau: { $eq: undefined } }, true],
    ['all of two, each by an item of its own', { talen: { $all: [lang('nld', 2), lang('eng', 1)] } }, true],
    ['all of two, one by no item', { talen: { $all: [lang('nld', 2), lang('eng', 2)] } }, false],
    ['an item that has each half, but not in one', { talen: { $all: [lang('eng', 3)] } }, false],
    [
      'one of the alternatives',
      { beroep: { $elemMatch: { $or: [{ code: { $eq: 'x' } }, { code: { $eq: 'b' } }] } } },
      true,
    ],
    ['none of the alternatives', { beroep: { $elemMatch: { $or: [{ code: { $eq: 'x' } }] } } }, false],
    ['no alternatives', { beroep: { $elemMatch: { $or: [] } } }, true],
    ['a field under the name it had before', { beroep: { $elemMatch: { $or: [{ 'oud.code': { $eq: 'a' } }] } } }, true],
  ])('%s', (_, question, expected) => {
    expect(answers(thing, question)).toBe(expected);
  });

  test('what is absent answers to nothing that is asked of it', () => {
    for (const question of [
      { 'werk.uren': { $gte: 1 } },
      { niveau: { $lt: '9' } },
      { talen: { $all: [lang('nld', 2)] } },
      { beroep: { $elemMatch: { $or: [{ code: { $eq: 'a' } }] } } },
    ])
      expect(answers({}, question)).toBe(false);
  });
});

function lang(code: string, speaking: number): object {
  return { $elemMatch: { code: { $eq: code }, spreken: { $gte: speaking } } };
}

describe('what is near', () => {
  const places = new Map([
    ['3011', { latitude: 51.92, longitude: 4.48 }],
    ['3511', { latitude: 52.09, longitude: 5.12 }],
    ['1012', { latitude: 52.37, longitude: 4.89 }],
  ]);
  const near = (postcode: string, afstand: number, most = 10, all = ['1012', '3511', '3011', '9999']) =>
    vumNearest(all, {
      selectiegebied: { postcode, afstand },
      places,
      postcodeOf: (one) => one,
      answers: (one) => one !== '1012' || most !== 2,
      most,
    });

  test('comes nearest first, and only as far as is asked', () => {
    expect(near('3011AA', 999)).toEqual({ found: ['3011', '3511', '1012'], more: false });
    expect(near('3011AA', 50)).toEqual({ found: ['3011', '3511'], more: false });
    expect(near('3011AA', 0)).toEqual({ found: ['3011'], more: false });
  });

  test('is cut off at the most, and says so, of what answers only', () => {
    expect(near('3011AA', 999, 1)).toEqual({ found: ['3011'], more: true });
    expect(near('3011AA', 999, 2)).toEqual({ found: ['3011', '3511'], more: false });
  });

  test('is nothing in an area that was not told', () => {
    expect(near('9999AA', 999)).toEqual({ found: [], more: false });
  });
});
