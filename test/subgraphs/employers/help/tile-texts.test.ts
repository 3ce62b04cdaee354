import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { EmployerTile } from '../../../../subgraphs/employers/help/employer-tile.js';
import { tileTexts } from '../../../../subgraphs/employers/help/tile-texts.js';

/** Code, tile, its tools that the source names, and what its points of attention speak of. */
test.each<[string, EmployerTile, string[], RegExp]>([
  [
    'R-205',
    EmployerTile.PRECAUTION,
    ['MOBILITY', 'LIFESTYLE', 'RETRAINING', 'WORK_ADAPTATION'],
    /vaste aanspreekpunten/,
  ],
  [
    'R-206',
    EmployerTile.EMPLOYER_CONTACT,
    [
      'CHANCE_SETTLE',
      'CHANCE_GROW',
      'CHANCE_STAFF',
      'CHANCE_INNOVATE',
      'CHANCE_HRM',
      'EXAMPLE_STORIES',
      'PSO_SOCIAL_RETURN',
    ],
    /vestigen, groeien, personeel zoeken, innoveren of strategisch HRM/,
  ],
  [
    'R-207',
    EmployerTile.ORIENTATION,
    ['SROI_POLICY', 'INCLUSIVE_HR', 'INTERNSHIPS', 'OPEN_HIRING', 'STEP_PLAN'],
    /stappenplan/,
  ],
  ['R-208', EmployerTile.TRAINING, ['HARRIE', 'MENTORWIJS', 'DEVELOPMENT_LEADERSHIP', 'SECTOR_PLANS'], /sectorplannen/],
  [
    'R-209',
    EmployerTile.CANDIDATE_FIT,
    ['IPS', 'OPEN_HIRING', 'SUPPORT_SURVEY'],
    /motivatie, vaardigheden en belemmeringen/,
  ],
])('%s: tile %s offers %j, with its points of attention', (_, tile, tools, attention) => {
  const { tools: offered, attention: points } = tileTexts[tile];
  expect(offered.map(([code]) => code)).toEqual(expect.arrayContaining(tools));
  expect(points.join(' ')).toMatch(attention);
});
