import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import type { Reachable } from '../../../../subgraphs/employers/ownership/approach/approach.js';
import { checkHolder } from '../../../../subgraphs/employers/ownership/check-holder.js';
import { whoAnswers } from '../../../../subgraphs/employers/ownership/request/who-answers.js';

const person = (id: string, changed: Partial<Reachable> = {}): Reachable => ({ id, active: true, ...changed });
const away = { unavailableUntil: '2026-03-10' };
const held = (holder: Reachable, isMain: boolean, deputies: Reachable[] = []) => ({ isMain, holder, deputies });
const answers = (holders: ReturnType<typeof held>[], onDate = '2026-03-10') =>
  whoAnswers({ onDate, holders, standIns: [person('lead'), person('left', { active: false })] });

describe('R-049, R-059, R-125: who answers a request', () => {
  const other = held(person('other'), false);
  test.each<[string, ReturnType<typeof held>[], string[]]>([
    ['the main holder', [held(person('main'), true), other], ['main']],
    ['the other holders without a main holder', [other], ['other']],
    [
      'the deputy and, when back, the holder who is away',
      [held(person('main', away), true, [person('deputy')])],
      ['main', 'deputy'],
    ],
    [
      'the lead too when the deputy is away as well',
      [held(person('main', away), true, [person('deputy', away)])],
      ['main', 'lead'],
    ],
    [
      'the deputy of a holder who left',
      [held(person('main', { active: false }), true, [person('deputy')])],
      ['deputy'],
    ],
    ['the lead where nobody holds the account', [], ['lead']],
  ])('%s', (_, holders, expected) => expect(answers(holders)).toEqual(expected));

  test('the day after an absence the holder alone', () =>
    expect(answers([held(person('main', away), true, [person('deputy')])], '2026-03-11')).toEqual(['main']));
});

describe('R-061, R-062: who can be account holder', () => {
  const codes = (roles: string[], isMain: boolean, changed = {}) =>
    checkHolder({ active: true, regionIds: ['rijnmond'], roles, ...changed }, 'rijnmond', isMain, ['input', 'x']).map(
      (e) => e.code,
    );
  test.each([
    ['ACCOUNT_MANAGER', true, true],
    ['NATIONAL_LIAISON', true, true],
    ['MATCHMAKER', false, true],
    ['IAA_ADVISER', false, true],
    ['EURES_ADVISER', false, true],
    ['LABOUR_EXPERT', false, true],
    ['SPECIALIST', false, true],
    ['CASE_MANAGER', false, false],
    ['WBS_SUPPORT', false, false],
    ['MANAGER', false, false],
    ['ANALYST', false, false],
    ['ADMIN', false, false],
  ])('%s leads an account: %s; takes part: %s', (role, leads, takesPart) => {
    expect(codes([role], true)).toEqual(leads ? [] : ['ROLE_DOES_NOT_FIT']);
    expect(codes([role], false)).toEqual(takesPart ? [] : ['ROLE_DOES_NOT_FIT']);
  });
  test('of two roles the fitting one counts', () => expect(codes(['MANAGER', 'ACCOUNT_MANAGER'], true)).toEqual([]));
});
