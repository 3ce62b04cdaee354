import { expect, test } from '@jest/globals';
import { unreadErrors } from '../../subgraphs/user-error.js';

test.each([
  [undefined, 0],
  [null, 0],
  [3, 3],
])('read at version %s, what is at version %s may be written over', (read, current) => {
  expect(unreadErrors(read, current)).toEqual([]);
});

test('of what stands and was not read it is said that it stands, not that somebody changed it', () => {
  for (const read of [undefined, null])
    expect(unreadErrors(read, 3)).toMatchObject([
      {
        code: 'CONFLICT',
        path: ['input', 'expectedVersion'],
        currentVersion: 3,
        message: 'Dit staat er al (versie 3). Lees het eerst, en noem de versie die u las (expectedVersion).',
      },
    ]);
  expect(unreadErrors(2, 3)).toMatchObject([{ code: 'CONFLICT', message: expect.stringContaining('gewijzigd') }]);
});
