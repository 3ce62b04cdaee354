import { expect, test } from '@jest/globals';
import {
  categoryOf,
  ContactCategory,
  ContactMedium,
  mediaOf,
} from '../../../../subgraphs/employers/contact/contact-medium.js';

test.each([
  ['COMPANY_VISIT', 'VISIT'],
  ['VIDEO_CALL', 'VISIT'],
  ['PHONE', 'OTHER'],
  ['EMAIL', 'OTHER'],
  ['SOCIAL_MEDIA', 'OTHER'],
  ['EVENT', 'OTHER'],
  ['LETTER', 'UNCATEGORISED'],
  ['OTHER', 'UNCATEGORISED'],
])('R-084: the week report counts %s as %s', (medium, category) => {
  expect(categoryOf(medium as ContactMedium)).toBe(category);
});

test('R-085, R-250: every medium is in exactly one category', () => {
  const all = Object.values(ContactCategory).flatMap(mediaOf);
  expect([...all].sort()).toEqual(Object.values(ContactMedium).sort());
});
