import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readConfig } from '../../../subgraphs/config.js';
import { DEVELOPMENT_PERSON_NUMBER_KEY } from '../../../subgraphs/jobseekers/personal-data/person-number-keys.js';
import { checkSonarSettings, personNumberSecrets } from '../../../subgraphs/jobseekers/production-settings.js';

const DATABASE = { DATABASE_URL: 'postgresql://werkgraaf@127.0.0.1/werkgraaf' };
const PRODUCTION = { ...DATABASE, NODE_ENV: 'production', IDENTITY_SECRET: 'x'.repeat(32) };
const [KEY, OLD_KEY] = [randomBytes(32).toString('base64'), randomBytes(32).toString('hex')];

test('without settings jobseekers asks the fake, has the key for development, and takes over nothing by itself', () => {
  const config = readConfig(4013, DATABASE);
  expect(config.sonar).toMatchObject({ url: 'http://127.0.0.1:4103', vumUrl: 'http://127.0.0.1:4103/api/v3' });
  expect(config.synchronisation).toEqual({ regions: [], everyMs: null });
  expect(personNumberSecrets(config)).toEqual([DEVELOPMENT_PERSON_NUMBER_KEY]);
  expect(() => checkSonarSettings(config)).not.toThrow();
});

test('every setting is read', () => {
  const config = readConfig(4013, {
    ...PRODUCTION,
    PERSON_NUMBER_KEY: KEY,
    PERSON_NUMBER_OLD_KEYS: `${OLD_KEY}, ${KEY}`,
    SYNCHRONISE_REGIONS: 'rijnmond:3011:40, midden-utrecht:3511:25',
    SYNCHRONISE_EVERY_MINUTES: '60',
    POSTCODE_FILE: '/gegevens/pc4.csv',
    SONAR_CERTIFICATE_FILE: 'c.pem',
    SONAR_KEY_FILE: 'k.pem',
    SONAR_AUTHORITIES_FILE: 'a.pem',
  });
  expect(personNumberSecrets(config)).toEqual([KEY, OLD_KEY, KEY]);
  expect(config.postcodeFile).toBe('/gegevens/pc4.csv');
  expect(config.synchronisation).toEqual({
    regions: [
      { regionId: 'rijnmond', pc4: '3011', km: 40 },
      { regionId: 'midden-utrecht', pc4: '3511', km: 25 },
    ],
    everyMs: 3_600_000,
  });
  expect(() => checkSonarSettings(config)).not.toThrow();
});

describe('production refuses to start', () => {
  test('without a key for person numbers', () => {
    expect(() => personNumberSecrets(readConfig(4013, PRODUCTION))).toThrow(/PERSON_NUMBER_KEY is verplicht/);
  });

  test.each([['SONAR_CERTIFICATE_FILE'], ['SONAR_KEY_FILE'], ['SONAR_AUTHORITIES_FILE']])('without %s', (name) => {
    const all = { SONAR_CERTIFICATE_FILE: 'c', SONAR_KEY_FILE: 'k', SONAR_AUTHORITIES_FILE: 'a' };
    expect(() => checkSonarSettings(readConfig(4013, { ...PRODUCTION, ...all, [name]: '' }))).toThrow(name);
  });
});

test.each([
  ['PERSON_NUMBER_KEY', 'geheim'],
  ['PERSON_NUMBER_KEY', randomBytes(31).toString('hex')],
  ['PERSON_NUMBER_OLD_KEYS', 'geheim,geheimer'],
  ['SYNCHRONISE_REGIONS', 'drenthe'],
  ['SYNCHRONISE_REGIONS', 'rijnmond:3011:1000'],
  ['SYNCHRONISE_EVERY_MINUTES', '0'],
  ['SONAR_OUR_OIN', '4000'],
  ['VUM_URL', 'ftp://vum'],
])('a wrong %s is told by its name and not by its value', (name, value) => {
  expect(() => readConfig(4013, { ...DATABASE, [name]: value })).toThrow(name);
  expect(() => readConfig(4013, { ...DATABASE, [name]: value })).not.toThrow(new RegExp(`${value}`));
});
