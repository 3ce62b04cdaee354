import { expect, test } from '@jest/globals';
import { readFakeConfig } from '../../adapters/config.js';
import { readStartConfig } from '../../config.js';
import { readConfig as readGatewayConfig } from '../../gateway/config.js';
import { readConfig as readSubgraphConfig } from '../../subgraphs/config.js';
import { composeVariables, configFiles, text, variablesOf } from './settings.js';

const example = new Map(
  [...text('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]),
);

test('the settings are read in the places that are known', () => {
  expect(configFiles()).toEqual(['adapters/config.ts', 'config.ts', 'gateway/config.ts', 'subgraphs/config.ts']);
  for (const file of configFiles()) expect(variablesOf(file).length).toBeGreaterThan(3);
});

test('.env.example names every setting that a process reads, and no other', () => {
  const read = new Set([...configFiles().flatMap(variablesOf), ...composeVariables()]);
  expect([...example.keys()].sort()).toEqual([...read].sort());
});

test('every setting of .env.example is named once, after a line that says what it is', () => {
  const lines = text('.env.example').split('\n');
  const named = lines.filter((line) => /^(# )?[A-Z][A-Z0-9_]*=/.test(line));
  expect(named).toHaveLength(example.size);
  const first = lines.map((line, index) => [line, lines[index - 1] ?? ''] as const);
  const bare = first.filter(([line, before]) => /^(# )?[A-Z][A-Z0-9_]*=/.test(line) && !before.startsWith('#'));
  expect(bare.map(([line]) => line)).toEqual([]);
});

test('.env.example holds no secret', () => {
  for (const name of ['IDENTITY_SECRET', 'POSTGRES_PASSWORD', 'KVK_API_KEY', 'PERSON_NUMBER_KEY'])
    expect(example.get(name)).toBe('');
});

test('the values of .env.example are the defaults, where a process has one', () => {
  const given = Object.fromEntries([...example].filter(([name, value]) => value !== '' && name !== 'DATABASE_URL'));
  const database = { DATABASE_URL: example.get('DATABASE_URL')! };
  const {
    KVK_URL: kvkUrl,
    SUWI_URL: suwiUrl,
    SONAR_URL: sonarUrl,
    VUM_URL: vumUrl,
    WERKNL_URL: werkNlUrl,
    ...start
  } = given;
  expect(readGatewayConfig(given)).toEqual(readGatewayConfig({}));
  expect(readStartConfig(start)).toEqual(readStartConfig({}));
  expect(readFakeConfig(4000, given)).toEqual(readFakeConfig(4000, {}));
  expect(readSubgraphConfig(4000, { ...given, ...database })).toEqual({
    ...readSubgraphConfig(4000, database),
    demo: true,
  });
  expect(kvkUrl).toBe(readSubgraphConfig(4000, database).kvk.baseUrl);
  expect(werkNlUrl).toBe(readSubgraphConfig(4000, database).werkNl.url);
  expect(suwiUrl).toBe(readSubgraphConfig(4000, database).suwi.url);
  expect([sonarUrl, vumUrl]).toEqual([
    readSubgraphConfig(4000, database).sonar.url,
    readSubgraphConfig(4000, database).sonar.vumUrl,
  ]);
});

test('a fake does not run in production', () => {
  expect(() => readFakeConfig(4101, { NODE_ENV: 'production' })).toThrow(/NODE_ENV/);
  expect(() => readFakeConfig(4101, { PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT.*LOG_LEVEL/);
});
