import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { NpsSurvey } from '../../../../subgraphs/employers/contact/satisfaction/nps-survey.js';
import { surveyThatStays } from '../../../../subgraphs/employers/contact/satisfaction/unite-surveys.js';

const survey = (id: string, of: string, day: number, answered = false) =>
  ({
    id,
    contactMomentId: of,
    invitedAt: new Date(Date.UTC(2026, 2, day)),
    respondedAt: answered ? new Date(Date.UTC(2026, 2, day + 1)) : null,
  }) as NpsSurvey;

test.each([
  ['none', [], null],
  ['the own one before a newer one', [survey('own', 'into', 1), survey('other', 'm1', 9)], 'own'],
  ['an answered one before the own', [survey('own', 'into', 9), survey('other', 'm1', 1, true)], 'other'],
  ['the own answer before a newer answer', [survey('other', 'm1', 9, true), survey('own', 'into', 1, true)], 'own'],
  ['the newest of two others', [survey('old', 'm1', 1), survey('new', 'm2', 2)], 'new'],
  ['the newest of two other answers', [survey('old', 'm1', 1, true), survey('new', 'm2', 2, true)], 'new'],
])('R-080: of the surveys of merged moments stays %s', (_, surveys, id) => {
  expect(surveyThatStays(surveys, 'into')?.id ?? null).toBe(id);
  expect(surveyThatStays([...surveys].reverse(), 'into')?.id ?? null).toBe(id);
});
