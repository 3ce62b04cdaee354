import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { keepApolloSilent, readConfig } from '../../gateway/config.js';

const SECRET = 'een-geheim-van-meer-dan-tweeendertig-tekens';

test('without any setting the gateway runs for development', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    production: false,
    port: 4000,
    host: '127.0.0.1',
    oidcAudience: 'werkgraaf',
    oidcIssuer: null,
    introspection: true,
    allowedOrigins: [],
  });
  expect(Object.keys(config.subgraphUrls)).toEqual(['employers', 'vacancies', 'jobseekers', 'reporting']);
  expect(Object.isFrozen(config)).toBe(true);
});

test('an empty variable is one that was not set', () => {
  expect(readConfig({ PORT: '', OIDC_ISSUER: '' })).toMatchObject({ port: 4000, oidcIssuer: null });
});

test('every setting is read', () => {
  const config = readConfig({
    NODE_ENV: 'production',
    PORT: '8080',
    HOST: '0.0.0.0',
    EMPLOYERS_URL: 'http://employers:4011/graphql',
    SUBGRAPH_DEADLINE_MS: '1500',
    IDENTITY_SECRET: SECRET,
    OIDC_ISSUER: 'https://login.example',
    ALLOWED_ORIGINS: 'https://a.example, https://b.example',
    INTROSPECTION: 'true',
  });
  expect(config).toMatchObject({
    production: true,
    port: 8080,
    subgraphDeadlineMs: 1500,
    identitySecret: SECRET,
    introspection: true,
    prettyLog: false,
    allowedOrigins: ['https://a.example', 'https://b.example'],
  });
  expect(config.subgraphUrls.employers).toBe('http://employers:4011/graphql');
});

test('in production the schema is not told unless asked', () => {
  expect(
    readConfig({ NODE_ENV: 'production', IDENTITY_SECRET: SECRET, OIDC_ISSUER: 'https://login.example' }).introspection,
  ).toBe(false);
});

describe('a wrong setting is told by its variable and rule, without its value', () => {
  test.each<[NodeJS.ProcessEnv, string]>([
    [{ PORT: '70000' }, 'PORT is hoogstens 65535'],
    [{ PORT: 'vier' }, 'PORT is geen getal'],
    [{ EMPLOYERS_URL: 'postgres://x' }, 'EMPLOYERS_URL is geen http(s)-adres'],
    [{ SUBGRAPH_DEADLINE_MS: '1' }, 'SUBGRAPH_DEADLINE_MS is minstens 50'],
    [{ IDENTITY_SECRET: 'kort' }, 'IDENTITY_SECRET heeft minstens 32 tekens'],
    [{ LOG_LEVEL: 'hard' }, 'LOG_LEVEL is geen niveau van het logboek'],
    [{ ALLOWED_ORIGINS: 'klant.example' }, 'ALLOWED_ORIGINS is geen http(s)-adres'],
    [{ NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example' }, 'IDENTITY_SECRET is verplicht in productie'],
    [{ NODE_ENV: 'production', IDENTITY_SECRET: SECRET }, 'OIDC_ISSUER is verplicht in productie'],
  ])('%j', (env, message) => {
    expect(() => readConfig(env)).toThrow(new Error(`Verkeerde instelling: ${message}`));
  });

  test('and all of them at once', () => {
    expect(() => readConfig({ PORT: 'vier', LOG_LEVEL: 'hard' })).toThrow(/PORT .*; LOG_LEVEL /);
  });
});

describe('usage figures', () => {
  const before = process.env.APOLLO_TELEMETRY_DISABLED;
  beforeEach(() => {
    delete process.env.APOLLO_TELEMETRY_DISABLED;
  });
  afterEach(() => {
    if (before !== undefined) process.env.APOLLO_TELEMETRY_DISABLED = before;
  });

  test('are not sent to the maker of the gateway', () => {
    keepApolloSilent();
    expect(process.env.APOLLO_TELEMETRY_DISABLED).toBe('true');
  });
});
