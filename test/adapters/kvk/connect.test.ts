import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectKvk, connectKvkMutations, type KvkConnection } from '../../../adapters/kvk/connect.js';
import { DATASERVICE_PATH, startKvkFake } from '../../../adapters/kvk/fake.js';
import { DATASERVICE } from '../../../adapters/kvk/hr-envelope.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { silent } from '../../../runtime/log.js';
import { canMakeCertificates, certificateAuthority } from '../soap-certificates.js';

let fake: Awaited<ReturnType<typeof startKvkFake>>;
beforeAll(async () => {
  fake = await startKvkFake({ port: 0, apiKey: 'sleutel', facts: testCompanies });
});
afterAll(() => fake.stop());

const connection = (more: Partial<KvkConnection> = {}, soap: Partial<KvkConnection['soap']> = {}): KvkConnection => ({
  client: 'rest',
  baseUrl: `${fake.url}/test/api`,
  apiKey: 'sleutel',
  mutationsKey: null,
  deadlineMs: 20_000,
  soap: {
    url: fake.url + DATASERVICE_PATH,
    to: DATASERVICE,
    certificateFile: null,
    keyFile: null,
    authoritiesFile: null,
    ...soap,
  },
  ...more,
});
const paths = () => fake.calls().last.map(({ path }) => path);

test.each([
  ['rest', '/test/api/v1/basisprofielen/68750110'],
  ['soap', DATASERVICE_PATH],
] as const)('%s asks a company at %s, and searches by REST', async (client, path) => {
  const kvk = await connectKvk(connection({ client }), silent);
  try {
    await fetch(`${fake.url}/_fake/calls`, { method: 'DELETE' });
    expect((await kvk.company('68750110')).value.name).toBe('Test BV Donald');
    expect((await kvk.search({ kvkNumber: '68750110' })).value.total).toBe(3);
    expect(paths()).toEqual([path, '/test/api/v2/zoeken']);
    expect(kvk.status().breaker).toBe('CLOSED');
  } finally {
    await kvk.close();
  }
});

test('soap without a key does not search', async () => {
  const kvk = await connectKvk(connection({ client: 'soap', apiKey: '' }), silent);
  try {
    expect((await kvk.company('68750110')).value.name).toBe('Test BV Donald');
    await expect(kvk.search({ kvkNumber: '68750110' })).rejects.toMatchObject({ partnerCode: 'NIET_VIA_DATASERVICE' });
  } finally {
    await kvk.close();
  }
});

test('a file that is not there stops who connects', async () => {
  await expect(connectKvk(connection({ client: 'soap' }, { keyFile: '/nergens.key' }), silent)).rejects.toThrow(
    /ENOENT/,
  );
});

test('the Mutatieservice is asked with its own key where it has one', async () => {
  for (const [mutationsKey, outcome] of [
    [null, 1],
    ['sleutel', 1],
    ['anders', '401'],
  ] as const) {
    const mutations = connectKvkMutations(connection({ client: 'soap', mutationsKey }), silent);
    try {
      expect(
        await mutations.subscriptions().then(
          (all): unknown => all.length,
          (error: { partnerCode: string }) => error.partnerCode,
        ),
      ).toBe(outcome);
    } finally {
      await mutations.close();
    }
  }
});

(canMakeCertificates ? describe : describe.skip)('with certificates', () => {
  test('soap signs, and speaks over two-way TLS', async () => {
    const authority = certificateAuthority('Test CA');
    const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-kvk-'));
    const [own, theirs] = [authority.issue('wij', '0'.repeat(20)), authority.issue('kvk', '1'.repeat(20))];
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const shut = await startKvkFake({
      port: 0,
      facts: testCompanies,
      dataservice: { trust: { authorities: [authority.certificate] }, signing: theirs },
      tls: { port: 0, ...theirs, clientAuthorities: [authority.certificate] },
    });
    const kvk = await connectKvk(
      connection(
        { client: 'soap' },
        {
          url: shut.tlsUrl! + DATASERVICE_PATH,
          certificateFile: file('c.pem', own.certificate),
          keyFile: file('k.pem', own.key),
          authoritiesFile: file('a.pem', authority.certificate),
        },
      ),
      silent,
    );
    try {
      expect((await kvk.company('68750110')).value.name).toBe('Test BV Donald');
    } finally {
      await kvk.close();
      await shut.stop();
      authority.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
