import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connectKvk, type KvkConnection } from '../../../../adapters/kvk/connect.js';
import { DATASERVICE_PATH, startKvkFake } from '../../../../adapters/kvk/fake.js';
import { FUNCTIONARY, FUNCTIONARY_BSN } from '../../../../adapters/kvk/fake-dataservice-answers.js';
import { DATASERVICE } from '../../../../adapters/kvk/hr-envelope.js';
import { testCompanies } from '../../../../adapters/kvk/test-companies.js';
import { silent } from '../../../../runtime/log.js';
import { readConfig } from '../../../../subgraphs/config.js';
import { openEmployers } from '../../../../subgraphs/employers/open-employers.js';
import { alone, type Alone } from '../../alone.js';

/** A register that knows nobody: what a dossier tells is then KvK's, or nobody's. */
const nobody = {
  employer: async () => ({ value: null, retrievedAt: new Date(), freshness: 'FRESH' as const }),
  incomeEmployers: async () => ({ value: [], retrievedAt: new Date(), freshness: 'FRESH' as const }),
};

let fake: Awaited<ReturnType<typeof startKvkFake>>;
const graphs: Partial<Record<'rest' | 'soap', Alone>> = {};
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  fake = await startKvkFake({ port: 0, facts: testCompanies });
  for (const client of ['rest', 'soap'] as const) {
    const connection: KvkConnection = {
      client,
      baseUrl: `${fake.url}/test/api`,
      apiKey: 'x',
      mutationsKey: null,
      // Long, so that a busy machine is not taken for a silent register.
      deadlineMs: 10_000,
      soap: {
        url: fake.url + DATASERVICE_PATH,
        to: DATASERVICE,
        certificateFile: null,
        keyFile: null,
        authoritiesFile: null,
      },
    };
    const lifetimes = { search: 0, company: 0, establishment: 0, establishments: 0, tradeNames: 0 };
    const kvk = await connectKvk(connection, silent, { lifetimes });
    graphs[client] = await alone((options) => openEmployers({ ...options, kvk, suwi: nobody }));
    closing.push(() => kvk.close());
  }
});
afterAll(async () => {
  await graphs.rest?.close();
  await graphs.soap?.close();
  await Promise.all(closing.map((close) => close()));
  await fake.stop();
});
afterEach(() => fake.lift());

const DOSSIER = `query ($kvk: KvkNumber!, $establishment: EstablishmentNumber) {
  employer(kvkNumber: $kvk, establishmentNumber: $establishment) {
    id wbsNumber kvkNumber establishmentNumber tradeName legalName legalForm headcount website version
    activities { code description main }
    visitingAddress { street houseNumber houseNumberAddition postcode city country }
    postalAddress { street houseNumber houseNumberAddition postcode city country }
    sources { source freshness message }
    provenance { field source sourceRecordId freshness conflicts { value } }
  }
}`;

describe('a dossier by KvK Dataservice', () => {
  test.each<[string, string | null]>([
    ['69599084', null],
    ['68750110', null],
    ['90001354', null],
    ['69599068', null],
    ['90000749', null],
    ['90004760', null],
    ['68750110', '000037178601'],
    ['69599084', '000038509520'],
  ])('of %s, establishment %s, is as by KvK’s API’s', async (kvk, establishment) => {
    const before = fake.calls().total;
    const soap = await graphs.soap!.data(DOSSIER, { kvk, establishment });
    const asked = fake.calls().last.slice(before - fake.calls().total);
    // How often is the subgraph's affair, for answers are not kept here; how, is ours.
    expect(new Set(asked.map(({ method, path }) => `${method} ${path}`))).toEqual(
      new Set([`POST ${DATASERVICE_PATH}`]),
    );
    expect(soap).toEqual(await graphs.rest!.data(DOSSIER, { kvk, establishment }));
    expect(soap.employer.tradeName).toEqual(expect.any(String));
    expect(JSON.stringify(soap)).not.toMatch(new RegExp(`${FUNCTIONARY}|${FUNCTIONARY_BSN}`));
  });

  test('of a number KvK does not know is refused with the same code', async () => {
    const codes = await Promise.all(
      (['rest', 'soap'] as const).map(async (client) => {
        const { data, errors } = await graphs[client]!.ask(DOSSIER, { kvk: '12345678' });
        return [data, errors!.map(({ extensions }) => [extensions.code, extensions.partnerCode])];
      }),
    );
    expect(codes[1]).toEqual(codes[0]);
    expect(codes[1]).toEqual([{ employer: null }, [['PARTNER_REFUSED', 'IPD0005']]]);
  });

  test('with KvK silent says so, as by the API’s', async () => {
    await fake.fault({ kind: '503' });
    const { data } = await graphs.soap!.ask(DOSSIER, { kvk: '68750110' });
    expect(data.employer).toMatchObject({ tradeName: 'Test BV Donald', legalName: null });
    expect(data.employer.sources[0]).toMatchObject({ source: 'KVK', freshness: 'UNAVAILABLE' });
  });
});

describe('the settings', () => {
  const DATABASE_URL = 'postgresql://x@127.0.0.1/x';
  const production = {
    DATABASE_URL,
    NODE_ENV: 'production',
    IDENTITY_SECRET: 'een-geheim-van-meer-dan-32-tekens-lang',
  };
  const files = {
    KVK_SOAP_CERTIFICATE_FILE: '/c.pem',
    KVK_SOAP_KEY_FILE: '/k.pem',
    KVK_SOAP_AUTHORITIES_FILE: '/a.pem',
  };

  test('choose REST unless told otherwise, and know where KvK Dataservice is', () => {
    expect(readConfig(1, { DATABASE_URL }).kvk).toMatchObject({
      client: 'rest',
      soap: { url: 'https://dataservice.kvk.nl', to: DATASERVICE },
    });
    expect(readConfig(1, { DATABASE_URL, KVK_CLIENT: 'soap' }).kvk.client).toBe('soap');
    expect(() => readConfig(1, { DATABASE_URL, KVK_CLIENT: 'graphql' })).toThrow(/KVK_CLIENT is rest of soap/);
  });

  test.each(Object.keys(files))('refuse soap in production without %s', (name) => {
    const incomplete = { ...production, ...files, KVK_CLIENT: 'soap', [name]: '' };
    expect(() => readConfig(1, incomplete)).toThrow(/KVK_CLIENT soap heeft in productie KVK_SOAP_CERTIFICATE_FILE/);
    expect(() => readConfig(1, { ...incomplete, KVK_CLIENT: 'rest' })).not.toThrow(/KVK_/);
  });

  test('take soap in production with all three', () => {
    expect(readConfig(1, { ...production, ...files, KVK_CLIENT: 'soap' }).kvk).toMatchObject({
      client: 'soap',
      soap: { certificateFile: '/c.pem', keyFile: '/k.pem', authoritiesFile: '/a.pem' },
    });
  });
});
