import { expect, test } from '@jest/globals';
import { mayChange } from '../../../../subgraphs/employers/contact/correction/may-change.js';

const moments = { registeredByIds: ['anna', 'bram'], regionId: 'rijnmond', mainHolderIds: ['carla'] };
const person = (professionalId: string, roles: string[], regionIds = ['rijnmond']) => ({
  professionalId,
  roles,
  regionIds,
});

test.each([
  ['who registered one', person('bram', ['MATCHMAKER']), []],
  ['who registered one, from another region', person('anna', ['ACCOUNT_MANAGER'], ['utrecht']), []],
  ['the main holder', person('carla', ['ACCOUNT_MANAGER'], ['utrecht']), []],
  ['management in the region (R-004)', person('dirk', ['MANAGER']), ['NOT_YOURS']],
  ['WBS support in the region', person('els', ['WBS_SUPPORT']), []],
  ['WBS support of another region', person('els', ['WBS_SUPPORT'], ['utrecht']), ['OTHER_REGION']],
  ['another account manager', person('frans', ['ACCOUNT_MANAGER']), ['NOT_YOURS']],
  ['functional management', person('gea', ['ADMIN']), ['NOT_YOURS']],
])('R-083: changing contact moments by %s is refused with %j', (_, who, codes) => {
  expect(mayChange(who, moments, 'id').map(({ code }) => code)).toEqual(codes);
});
