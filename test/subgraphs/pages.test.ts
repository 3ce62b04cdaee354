import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { cursor, MAX_PAGE, page, pageSize, readCursor } from '../../subgraphs/pages.js';

const rows = [1, 2, 3].map((n) => ({ id: `${n}`, name: `naam ${n}` }));
const keysOf = ({ name, id }: (typeof rows)[number]) => [name, id];

describe('a page', () => {
  test('of rows read one longer than asked leaves the last out and says that there is more', () => {
    const { edges, pageInfo, totalCount } = page(rows, 2, 7, null, keysOf);
    expect(edges.map(({ node }) => node.id)).toEqual(['1', '2']);
    expect(totalCount).toBe(7);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]!.cursor,
      endCursor: edges[1]!.cursor,
    });
  });
  test('after another has one before it', () => {
    expect(page(rows, 3, 7, 'x', keysOf).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
  test('without rows has no places', () => {
    expect(page([], 2, 0, null, keysOf).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});

describe('a cursor', () => {
  test.each([[['naam', 'id']], [[null, 3]], [['é|"\\ ']], [[]]])('%j comes back as it was', (keys) => {
    expect(readCursor(cursor(keys), keys.length)).toEqual(keys);
  });
  test.each([
    ['nonsense', 'geen cursor', 1],
    ['empty', '', 1],
    ['with too few keys', cursor(['a']), 2],
    ['with too many keys', cursor(['a', 'b', 'c']), 2],
    ['with a key that is no plain value', Buffer.from('[{"a":1}]').toString('base64url'), 1],
    ['that is no list', Buffer.from('"ab"').toString('base64url'), 2],
  ])('%s is refused, naming the argument', (_, after, length) => {
    expect(() => readCursor(after, length)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }),
    );
  });
});

describe('a size of page', () => {
  test.each([1, 20, MAX_PAGE])('of %d is given', (first) => {
    expect(pageSize(first)).toBe(first);
  });
  test.each([0, -1, MAX_PAGE + 1, 1.5, Number.NaN])('of %d is refused, naming the argument', (first) => {
    expect(() => pageSize(first)).toThrow(
      expect.objectContaining({
        message: 'Ongeldige waarde voor first: kies 1 tot en met 100.',
        extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
      }),
    );
  });
});
