import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'undici';
import { parse } from 'yaml';
import { kvkClient } from '../../../adapters/kvk/client.js';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { silent } from '../../../runtime/log.js';

type KvkFake = Awaited<ReturnType<typeof startKvkFake>>;
interface Recorded {
  request: { uri: string };
  response: { status: number; headers: Record<string, string[]>; body: Record<string, unknown> };
}

const REFERENCE = new URL('../../../../shared/reference/kvk/', import.meta.url);
const there = existsSync(REFERENCE);
const described = there ? describe : describe.skip;
if (!there)
  test.skip('../shared/reference/kvk does not stand beside the project: the fake is not held against KvK', () => {});

const recordings = there
  ? readdirSync(new URL('recorded/', REFERENCE))
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, Recorded] => [
        name,
        JSON.parse(readFileSync(new URL(`recorded/${name}`, REFERENCE), 'utf8')),
      ])
  : [];
const KVK = 'https://api.kvk.nl';

let fakes: Record<'links' | '_links', KvkFake>;
beforeAll(async () => {
  const [links, _links] = await Promise.all(
    (['links', '_links'] as const).map((linkShape) => startKvkFake({ port: 0, linkShape, facts: testCompanies })),
  );
  fakes = { links: links!, _links: _links! };
});
afterAll(() => Promise.all(Object.values(fakes).map((fake) => fake.stop())));

async function ask(fake: KvkFake, path: string) {
  const response = await request(fake.url + path, { headers: { apikey: 'test', accept: 'application/hal+json' } });
  const text = await response.body.text();
  return {
    status: response.statusCode,
    headers: response.headers,
    body: JSON.parse(text.replaceAll(fake.url, KVK)) as Record<string, unknown>,
  };
}

described('what KvK’s test environment answered in 2026', () => {
  test('was recorded at least a dozen times, in both link shapes', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(12);
    expect(recordings.some(([, one]) => 'links' in one.response.body)).toBe(true);
    expect(recordings.some(([, one]) => '_links' in one.response.body)).toBe(true);
  });

  test.each(recordings)('the fake answers as %s, field by field', async (_name, recorded) => {
    const shape = 'links' in recorded.response.body ? 'links' : '_links';
    const answer = await ask(fakes[shape], recorded.request.uri.slice(KVK.length));
    expect(answer.status).toBe(recorded.response.status);
    expect(answer.body).toEqual(recorded.response.body);
    for (const name of [
      'Content-Type',
      'API-Version',
      'Cache-Control',
      'X-Content-Type-Options',
      'X-Frame-Options',
      'Referrer-Policy',
    ]) {
      expect([name, answer.headers[name.toLowerCase()]]).toEqual([name, recorded.response.headers[name]?.[0]]);
    }
  });
});

/** The stored specifications, each with the paths of the fake that its schemas describe. */
const SPECIFICATIONS: [file: string, schema: string, shape: 'links' | '_links', path: string][] = [
  ['basisprofiel-openapi.yaml', 'Basisprofiel', 'links', '/v1/basisprofielen/68750110?geoData=true'],
  ['basisprofiel-openapi.yaml', 'Basisprofiel', 'links', '/v1/basisprofielen/90004760'],
  ['basisprofiel-openapi.yaml', 'Eigenaar', 'links', '/v1/basisprofielen/68750110/eigenaar'],
  ['basisprofiel-openapi.yaml', 'Vestiging', 'links', '/v1/basisprofielen/68750110/hoofdvestiging'],
  ['basisprofiel-openapi.yaml', 'VestigingList', 'links', '/v1/basisprofielen/68750110/vestigingen'],
  ['vestigingsprofiel-openapi.yaml', 'Vestiging', 'links', '/v1/vestigingsprofielen/990064773207'],
  ['zoeken-v2.0.0-openapi.yaml', 'Resultaat', '_links', '/v2/zoeken?naam=test&resultatenPerPagina=2&pagina=2'],
  ['zoeken-v2.0.0-openapi.yaml', 'Error', '_links', '/v2/zoeken?naam=onvindbaar'],
  ['kvk-api-test.openapi.json', 'ZoekenResponse', 'links', '/v2/zoeken?naam=test&inclusiefInactieveRegistraties=true'],
  ['kvk-api-test.openapi.json', 'BasisProfielResponse', 'links', '/v1/basisprofielen/69599068'],
  ['kvk-api-test.openapi.json', 'NaamgevingResponse', 'links', '/v1/naamgevingen/kvknummer/69599068'],
];

described('KvK’s specifications', () => {
  const validator = (file: string, schema: string) => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    // Read as a schema: OpenAPI 3.0 with its `nullable`, which ajv knows; every $ref points into the same document.
    ajv.addSchema(parse(readFileSync(new URL(`openapi/${file}`, REFERENCE), 'utf8')), 'spec');
    return ajv.compile({ $ref: `spec#/components/schemas/${schema}` });
  };

  test.each(SPECIFICATIONS)('%s: %s allows the fake’s answer (%s) to %s', async (file, schema, shape, path) => {
    const valid = validator(file, schema);
    const { body } = await ask(fakes[shape], `/test/api${path}`);
    // BAG numbers of an address without any are null on the wire (recorded by others), though the specification says text.
    const checked = JSON.parse(JSON.stringify(body), (_key, value: unknown) => value ?? undefined) as Record<
      string,
      unknown
    >;
    expect([valid(checked), valid.errors]).toEqual([true, null]);
    const first = Object.keys(checked)[0]!;
    expect(valid({ ...checked, [first]: { not: 'this' } })).toBe(false);
    const fields = Object.keys(
      (parse(readFileSync(new URL(`openapi/${file}`, REFERENCE), 'utf8')) as Spec).components.schemas[schema]!
        .properties,
    );
    expect(Object.keys(checked).filter((name) => !fields.includes(name))).toEqual(LATER[`${file} ${schema}`] ?? []);
  });
});

interface Spec {
  components: { schemas: Record<string, { properties: Record<string, unknown> }> };
}
/** Fields recorded in 2026, or in another stored specification, that this one, a version older, does not have yet. */
const LATER: Record<string, string[]> = {
  'kvk-api-test.openapi.json BasisProfielResponse': ['totaalWerkzamePersonen', '_embedded'],
  'basisprofiel-openapi.yaml Eigenaar': ['websites'],
  'vestigingsprofiel-openapi.yaml Vestiging': ['statutaireNaam'],
};

describe.each(['links', '_links'] as const)('the client, of the fake that writes %s', (shape) => {
  test('reads every test company, its establishments and its names', async () => {
    const client = kvkClient({ baseUrl: `${fakes[shape].url}/test/api`, apiKey: 'test', log: silent });
    try {
      const numbers = testCompanies.filter((fact) => fact.kind !== 'error').map((fact) => fact.kvkNumber);
      expect(numbers.length).toBeGreaterThan(15);
      for (const number of numbers) {
        const { value: company } = await client.company(number);
        expect(company.kvkNumber).toBe(number);
        expect((await client.tradeNames(number)).value.name).toBe(company.name);
        const { value: establishments } = await client.establishments(number);
        expect(establishments.some((one) => one.main)).toBe(company.mainEstablishment !== null);
        for (const one of establishments) {
          expect((await client.establishment(one.establishmentNumber)).value.kvkNumber).toBe(number);
        }
      }
    } finally {
      await client.close();
    }
  });
});
