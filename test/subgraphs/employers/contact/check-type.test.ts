import { describe, expect, test } from '@jest/globals';
import { checkType } from '../../../../subgraphs/employers/contact/check-type.js';
import type { ContactMomentType } from '../../../../subgraphs/employers/contact/contact-moment-type.js';
import { contactMomentTypes2020 } from '../../../../subgraphs/employers/contact/contact-moment-types-2020.js';

const all = contactMomentTypes2020.map((t) => ({
  ...t,
  validFrom: '2020-01-01',
  validUntil: null,
})) as unknown as ContactMomentType[];
const uwv = { roles: ['ACCOUNT_MANAGER'], organisationKind: 'UWV' };

describe('types 10 and 11 are for municipalities', () => {
  test.each([
    ['UWV', ['TYPE_NOT_FOR_ORGANISATION']],
    ['SW_COMPANY', ['TYPE_NOT_FOR_ORGANISATION']],
    ['WSP', ['TYPE_NOT_FOR_ORGANISATION']],
    [null, ['TYPE_NOT_FOR_ORGANISATION']],
    ['CENTRE_MUNICIPALITY', []],
    ['MUNICIPALITY', []],
    ['CLUSTER_MUNICIPALITY', []],
  ])('%s is told %j', (organisationKind, codes) => {
    for (const number of [10, 11])
      expect(checkType(all, number, '2026-03-10', { ...uwv, organisationKind }).errors.map((e) => e.code)).toEqual(
        codes,
      );
  });

  test('and every other type is for all', () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(checkType(all, number, '2026-03-10', uwv).errors).toEqual([]);
  });
});

describe('who registers their own', () => {
  test.each([
    [5, ['ACCOUNT_MANAGER'], ['REGISTERED_BY_OWN_ROLE']],
    [6, ['ACCOUNT_MANAGER'], ['REGISTERED_BY_OWN_ROLE']],
    [5, ['IAA_ADVISER'], []],
    [6, ['ACCOUNT_MANAGER', 'IAA_ADVISER'], []],
    [7, ['ACCOUNT_MANAGER'], []],
    [9, ['ACCOUNT_MANAGER'], []],
  ])('type %d by %j is noticed with %j', (number, roles, codes) => {
    expect(checkType(all, number, '2026-03-10', { ...uwv, roles }).notices.map((n) => n.code)).toEqual(codes);
  });
});

test.each([
  [12, '2026-03-10', 'UNKNOWN_TYPE'],
  [0, '2026-03-10', 'UNKNOWN_TYPE'],
  [3, '2019-12-31', 'TYPE_NOT_IN_FORCE'],
])('type %d on %s is refused with %s', (number, day, code) => {
  expect(checkType(all, number, day, uwv)).toMatchObject({
    type: null,
    errors: [{ code, path: ['input', 'typeNumber'] }],
  });
});
