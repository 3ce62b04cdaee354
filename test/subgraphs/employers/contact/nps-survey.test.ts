import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { NpsRule } from '../../../../subgraphs/employers/contact/contact-moment-type.js';
import { npsGroup } from '../../../../subgraphs/employers/contact/satisfaction/nps-survey.js';
import { surveyFor } from '../../../../subgraphs/employers/contact/satisfaction/survey-for.js';

test.each([
  [0, 'DETRACTOR'],
  [6, 'DETRACTOR'],
  [7, 'PASSIVE'],
  [8, 'PASSIVE'],
  [9, 'PROMOTER'],
  [10, 'PROMOTER'],
])('R-232: a score of %d is of a %s', (score, group) => expect(npsGroup(score)).toBe(group));

test('a survey is made when the type says yes, with a note when it says yes with an asterisk', () => {
  expect(surveyFor({ npsSurvey: NpsRule.NO })).toBeNull();
  expect(surveyFor({ npsSurvey: NpsRule.YES })).toEqual({ note: null });
  expect(surveyFor({ npsSurvey: NpsRule.YES_WITH_NOTE })).toEqual({ note: expect.stringContaining('sterretje') });
});
