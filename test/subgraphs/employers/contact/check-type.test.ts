import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { OrganisationKind } from '../../../../subgraphs/employers/organisation/organisation.js';
import { Role } from '../../../../subgraphs/employers/organisation/professional.js';
import { checkType } from '../../../../subgraphs/employers/contact/check/check-type.js';
import { typesOn, type ContactMomentType } from '../../../../subgraphs/employers/contact/contact-moment-type.js';
import { contactMomentTypes2020 } from '../../../../subgraphs/employers/contact/contact-moment-types-2020.js';
import { surveyFor } from '../../../../subgraphs/employers/contact/satisfaction/survey-for.js';

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

describe('R-065 to R-077: the table of the source, for every role of every organisation', () => {
  /** Type, mutation, NPS, who else than everybody may use it, and who is expected to. */
  const TABLE = [
    ['R-065', 1, 'NEW', 'NO', 'all', null],
    ['R-066', 2, 'NEW', 'YES', 'all', null],
    ['R-067', 3, 'NEW', 'YES', 'all', null],
    ['R-068', 4, 'EXISTING', 'NO', 'all', null],
    ['R-069', 5, 'EXISTING', 'YES', 'all', ['IAA_ADVISER']],
    ['R-070', 6, 'EXISTING', 'YES', 'all', ['IAA_ADVISER']],
    ['R-071', 7, 'NEW', 'NO', 'all', null],
    ['R-072', 8, 'NEW', 'YES', 'all', null],
    ['R-073', 9, 'EXISTING', 'YES_WITH_NOTE', 'all', ['ACCOUNT_MANAGER', 'EURES_ADVISER']],
    ['R-074', 10, 'EXISTING', 'NO', 'municipalities', null],
    ['R-075', 11, 'EXISTING', 'NO', 'municipalities', null],
  ] as const;

  test.each(TABLE)(
    '%s: type %d is %s, with NPS %s, for %s, expected of %j',
    (rule, number, mutation, nps, whom, expected) => {
      const type = all.find((t) => t.number === number)!;
      expect(type).toMatchObject({ mutation, npsSurvey: nps });
      expect(surveyFor(type)).toEqual(
        nps === 'NO' ? null : { note: nps === 'YES' ? null : expect.stringContaining('sterretje') },
      );
      for (const organisationKind of Object.values(OrganisationKind))
        for (const role of Object.values(Role)) {
          const {
            type: found,
            errors,
            notices,
          } = checkType(all, number, '2026-03-10', { roles: [role], organisationKind });
          const may = whom === 'all' || organisationKind.endsWith('MUNICIPALITY');
          const strange = may && expected !== null && !(expected as readonly string[]).includes(role);
          expect([organisationKind, role, found?.number, errors.map((e) => [e.code, e.requirement])]).toEqual([
            organisationKind,
            role,
            may ? number : undefined,
            may ? [] : [['TYPE_NOT_FOR_ORGANISATION', rule]],
          ]);
          expect([organisationKind, role, notices.map((n) => [n.code, n.requirement])]).toEqual([
            organisationKind,
            role,
            strange ? [['REGISTERED_BY_OWN_ROLE', rule]] : [],
          ]);
        }
    },
  );

  test('R-073: whoever holds the account may use type 9, whatever the role', () => {
    const specialist = { ...uwv, roles: ['SPECIALIST'] };
    expect(checkType(all, 9, '2026-03-10', specialist).notices).toHaveLength(1);
    expect(checkType(all, 9, '2026-03-10', specialist, true).notices).toEqual([]);
  });

  test('R-076: there are eleven: five new and six existing; NPS five times yes, once with a note, five times no', () => {
    const count = (column: 2 | 3, value: string) => TABLE.filter((row) => row[column] === value).length;
    expect(all).toHaveLength(11);
    expect([count(2, 'NEW'), count(2, 'EXISTING')]).toEqual([5, 6]);
    expect([count(3, 'YES'), count(3, 'YES_WITH_NOTE'), count(3, 'NO')]).toEqual([5, 1, 5]);
  });

  test.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'YES'],
    ['2026-12-31', 'YES'],
    ['2027-01-01', 'NO'],
    ['2027-12-31', 'NO'],
    ['2028-01-01', undefined],
  ])('R-077: the list of a year says whether satisfaction is asked: on %s type 3 says %s', (day, nps) => {
    const three = all.find((t) => t.number === 3)!;
    const lists = [
      { ...three, validUntil: '2026-12-31' },
      { ...three, npsSurvey: 'NO', validFrom: '2027-01-01', validUntil: '2027-12-31' },
    ] as ContactMomentType[];
    expect(typesOn(lists, day)[0]?.npsSurvey).toBe(nps);
    expect(checkType(lists, 3, day, uwv).errors.map((e) => e.code)).toEqual(nps ? [] : ['TYPE_NOT_IN_FORCE']);
  });
});
