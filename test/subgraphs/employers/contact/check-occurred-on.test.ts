import { expect, test } from '@jest/globals';
import { checkOccurredOn } from '../../../../subgraphs/employers/contact/check/check-occurred-on.js';

test.each([
  ['2026-03-10', []],
  ['2026-03-11', ['IN_THE_FUTURE']],
  ['2000-01-01', []],
  ['1999-12-31', ['TOO_LONG_AGO']],
])('a contact on %s is refused with %j on 10 March 2026', (day, codes) => {
  expect(checkOccurredOn(day, '2026-03-10').map((e) => e.code)).toEqual(codes);
});
