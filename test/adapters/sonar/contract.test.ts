import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { demoPlaces } from '../../../adapters/sonar/demo-places.js';
import { SonarFact } from '../../../adapters/sonar/facts.js';
import { arbeidsbeperkte, persoon, uitkeringen } from '../../../adapters/sonar/fake-suwinet.js';
import type { JobseekerQuery } from '../../../adapters/sonar/port.js';
import { vraagObject } from '../../../adapters/sonar/vum-question.js';
import { envelope } from '../../../adapters/soap-envelope.js';
import { foutValues } from '../../../adapters/soap-fake.js';
import { readMessage } from '../../../adapters/soap-message.js';
import { NS } from '../../../adapters/soap-namespaces.js';
import { readWsdl, type SoapValues, type SoapWsdl } from '../../../adapters/soap-wsdl.js';
import { readXml } from '../../../adapters/soap-xml.js';
import { benefits, BSN, DRIVER, PACKER, person, profiles, targetGroup } from './facts.js';
import { openSonar } from './open.js';

const REFERENCE = new URL('../../../../shared/reference/', import.meta.url);
const there = existsSync(REFERENCE);
if (!there)
  test.skip('../shared/reference does not stand beside the project: nothing is held against VUM or BKWI', () => {});
const described = there ? describe : describe.skip;
const lint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!lint) test.skip('xmllint is not installed: nothing is validated against a schema', () => {});

const QUERIES: JobseekerQuery[] = [
  { postcode: '3011AA', distanceKm: 0 },
  {
    postcode: '3011aa',
    distanceKm: 999,
    occupations: [DRIVER, PACKER],
    contractTypes: ['PERMANENT', 'TEMPORARY'],
    irregularHours: true,
    officeHours: true,
    canWorkHours: 36,
    contentWithHours: 24,
    availableOn: '2026-12-01',
    drivingLicences: ['B', 'CE'],
    languages: [{ code: 'nld', speaking: 3, writing: 2 }, { code: 'pol' }],
  },
];

described('VUM’s specification', () => {
  const spec = (name: string) =>
    parse(readFileSync(new URL(`vum/OAS_Contracten/VUM-${name}-WerkzoekendeProfielen.yaml`, REFERENCE), 'utf8'));
  /** Of a schema, given by its place in the document. */
  function validator(pointer: string, name = 'Bemiddelaar'): ValidateFunction {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(spec(name), 'spec');
    return ajv.compile({ $ref: `spec#${pointer}` });
  }
  const answerTo = (path: string, method: string, status: string) =>
    `/paths/${path.replaceAll('/', '~1').replace('{', '%7B').replace('}', '%7D')}/${method}/responses/${status}/content/application~1json/schema`;
  const MATCHES = answerTo('/werkzoekendeProfielen/matches', 'post', '200');
  const PROFILE = answerTo('/werkzoekendeProfielen/{vumID}', 'get', '200');
  const REQUEST = '/components/requestBodies/WerkzoekendeProfielMatchesRequest/content/application~1json/schema';

  let open: Awaited<ReturnType<typeof openSonar>>;
  beforeAll(async () => {
    open = await openSonar({}, { facts: [...demoPlaces, ...profiles] });
  });
  afterAll(() => open?.stop());

  /** What our client sends, and what the fake answers to it. */
  async function exchanged(ask: (sonar: typeof open.sonar) => Promise<unknown>) {
    let sent = { headers: {} as IncomingHttpHeaders, body: '', method: '', url: '' };
    let answer: Response | undefined;
    let text = '';
    const between = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      sent = {
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
        method: request.method!,
        url: request.url!,
      };
      answer = await fetch(open.fake.url + request.url!, {
        method: request.method!,
        headers: Object.entries(request.headers).filter(
          ([name]) => !['host', 'connection', 'content-length'].includes(name),
        ) as [string, string][],
        ...(sent.body ? { body: sent.body } : {}),
      });
      text = await answer.text();
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const url = `http://127.0.0.1:${(between.address() as AddressInfo).port}/api/v3`;
    const through = await openSonar({ vum: { baseUrl: url } });
    await ask(through.sonar).catch(() => {});
    await through.stop();
    between.closeAllConnections();
    between.close();
    return {
      sent,
      status: answer!.status,
      headers: answer!.headers,
      body: JSON.parse(text) as Record<string, unknown>,
    };
  }

  test.each(QUERIES)('allows our question %#, and the answer to it', async (query) => {
    const { sent, status, body } = await exchanged((sonar) => sonar.search(query));
    expect(status).toBe(200);
    const asked = validator(REQUEST);
    expect([asked(JSON.parse(sent.body)), asked.errors]).toEqual([true, null]);
    const answered = validator(MATCHES);
    expect([answered(body), answered.errors]).toEqual([true, null]);
    expect((body.matches as unknown[]).length).toBeGreaterThan(0);
    expect(answered({ ...body, matches: [{ vumID: 'x' }] })).toBe(false);
    expect(asked({ vraagObject: {} })).toBe(false);
  });

  test('names every field that we ask by', () => {
    const { properties } = spec('Bemiddelaar').components.schemas.MPWerkzoekende as { properties: object };
    expect(Object.keys(vraagObject(QUERIES[1]!)).sort()).toEqual(Object.keys(properties).sort());
  });

  test('allows the profile that the fake gives', async () => {
    const { sent, body } = await exchanged((sonar) => sonar.profile('centre'));
    expect([sent.method, sent.url, sent.body]).toEqual(['GET', '/api/v3/werkzoekendeProfielen/centre', '']);
    const valid = validator(PROFILE);
    expect([valid(body), valid.errors]).toEqual([true, null]);
    expect(valid({ ...body, werkzoekende: { bsn: '1' } })).toBe(false);
  });

  test('allows the fake’s errors', async () => {
    const valid = validator('/components/schemas/Error');
    open.fake.tell([
      { kind: 'vum-error', vumID: 'broken', code: '500.1' },
      { kind: 'vum-error', vumID: 'away', code: '500.3' },
      { kind: 'vum-error', vumID: 'enough', code: '429.01' },
    ]);
    for (const [id, status] of [
      ['broken', 500],
      ['away', 503],
      ['enough', 429],
      ['unknown', 400],
    ] as const) {
      const answer = await exchanged((sonar) => sonar.profile(id));
      expect([answer.status, valid(answer.body), valid.errors]).toEqual([status, true, null]);
      expect(answer.headers.get('api-version')).toBe('3.0.0');
      const operation = spec('Bemiddelaar').paths['/werkzoekendeProfielen/{vumID}'].get;
      expect(Object.keys(operation.responses)).toContain(String(status));
    }
  });

  test('has every header that it asks for in our questions, and in the fake’s answers', async () => {
    const { sent, headers } = await exchanged((sonar) => sonar.search(QUERIES[0]!));
    const document = spec('Bemiddelaar');
    const operation = document.paths['/werkzoekendeProfielen/matches'].post;
    const names = (operation.parameters as { $ref: string }[]).map(
      ({ $ref }) => document.components.parameters[$ref.split('/').at(-1)!].name as string,
    );
    expect(names).toHaveLength(5);
    for (const name of names) expect(sent.headers[name.toLowerCase()]).toMatch(/^(3\.0\.0|\d{20})$/);
    expect(sent.headers['x-vum-suwiparty']).toBe('True');
    for (const name of Object.keys(operation.responses['200'].headers))
      expect(headers.get(name)).toMatch(/^(3\.0\.0|\d{20})$/);
  });
});

const ours = (name: string) => new URL(`../../../adapters/sonar/${name}`, import.meta.url);
const fact = (told: SonarFact) => SonarFact.parse(told) as never;
const SERVICES = [
  {
    file: 'uwv-wb-dossier-persoon.wsdl',
    official: 'UWVWbDossierPersoonGSD-v0200-b01',
    operation: 'UwvWbPersoonsInfo',
    answer: () => persoon(fact(person)),
  },
  {
    file: 'uwv-dossier-quotum.wsdl',
    official: 'UWVDossierQuotumArbeidsbeperktenGSD-v0300-b01',
    operation: 'UWVPersoonsArbeidsbeperktenInfo',
    answer: () => arbeidsbeperkte(fact(targetGroup)),
  },
  {
    file: 'uwv-dossier-werknemersverzekeringen.wsdl',
    official: 'UWVDossierWerknemersverzekeringenGSD-v0200-b01',
    operation: 'UWVPersoonsWvInfo',
    answer: () => uitkeringen(fact(benefits)),
  },
];
const LEAST: Record<string, SoapValues> = {
  UwvWbPersoonsInfo: persoon(fact({ kind: 'person', bsn: BSN })),
  UWVPersoonsArbeidsbeperktenInfo: arbeidsbeperkte(fact({ kind: 'target-group', bsn: BSN })),
  UWVPersoonsWvInfo: uitkeringen(fact({ kind: 'benefits', bsn: BSN, benefits: [] })),
};

const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-xsd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `xmllint` has against `xml`; empty is nothing. */
function complaints(schema: string, xml: string): string {
  const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], { input: xml, encoding: 'utf8' });
  return run.status === 0 ? '' : run.stderr.slice(0, 1_000) || `xmllint ended with ${run.status}`;
}

/** What the Body of a message holds, after it was written and read again. */
const inBody = (xml: string): string => {
  const party = { uri: 'https://a.example', oin: '0'.repeat(20) };
  return readMessage(envelope(xml, { from: party, to: party, action: 'urn:a' }, new Date()).xml).content.toString();
};

describe.each(SERVICES)('$operation', ({ file, official, operation, answer }) => {
  const [, name, version] = /^(\w+)-(v\d+)/.exec(official)!;
  const base = new URL(`suwi/wsdl/${official}/Diensten/${name}/${official.slice(name!.length + 1)}/`, REFERENCE);
  let wsdl: SoapWsdl;
  beforeAll(async () => {
    wsdl = await readWsdl(ours(file));
  });
  /** Our own schema as a file. */
  const own = (): string => {
    const definitions = readXml(readFileSync(ours(file), 'utf8')).documentElement;
    const schema = definitions.getElementsByTagName('xs:schema')[0]!;
    const above = `xmlns:s="${definitions.getAttribute('targetNamespace')}" xmlns:fwi="${NS.fwi}"`;
    const path = join(folder, `${file}.xsd`);
    const fwi = fileURLToPath(ours('../soap-fwi.xsd'));
    writeFileSync(path, schema.toString().replace('<xs:schema', `<xs:schema ${above}`).replace('../soap-fwi.xsd', fwi));
    return path;
  };
  const answers: [what: string, values: () => SoapValues][] = [
    ['everything the fake tells', answer],
    ['the least it tells', () => LEAST[operation]!],
    ['nothing found', () => ({ NietsGevonden: '' })],
    ['a Fout', () => foutValues('F1', 'Nee & nooit')],
  ];
  const response = (values: SoapValues) => inBody(wsdl.write(`${operation}Response`, values));
  const question = () => inBody(wsdl.write(operation, { Burgerservicenr: BSN }));

  (lint ? describe : describe.skip)('as our WSDL has it', () => {
    test.each(answers)('may be answered by %s', (_what, values) =>
      expect(complaints(own(), response(values()))).toBe(''),
    );
    test('may be asked as we ask', () => expect(complaints(own(), question())).toBe(''));
    test('may not be answered in another order', () => {
      const xml = response(answer()).replace(
        /(<Burgerservicenr>.*?<\/Burgerservicenr>)(.*)(<\/ClientSuwi>)/s,
        '$2$1$3',
      );
      expect(complaints(own(), xml)).not.toBe('');
    });
  });

  (lint && there ? describe : describe.skip)('as BKWI has it', () => {
    const schema = (path: string) => fileURLToPath(new URL(path, base));
    test.each(answers)('may be answered by %s', (_what, values) =>
      expect(complaints(schema('BodyReaction.xsd'), response(values()))).toBe(''),
    );
    test('may be asked as we ask, and not otherwise', () => {
      expect(complaints(schema('BodyAction.xsd'), question())).toBe('');
      expect(complaints(schema('BodyAction.xsd'), question().replace(BSN, '1'))).not.toBe('');
    });
    test('has the namespace and the actions that we send', () => {
      const path = readdirSync(base).find((entry) => entry.endsWith('.wsdl'))!;
      const definitions = readXml(readFileSync(new URL(path, base), 'utf8')).documentElement;
      expect(definitions.getAttribute('targetNamespace')).toBe(wsdl.namespace);
      const actions = Array.from(definitions.getElementsByTagName('*')).flatMap((element) =>
        element.hasAttribute('wsaw:Action') ? [element.getAttribute('wsaw:Action')] : [],
      );
      const { input, output, faultAction } = wsdl.operations.get(operation)!;
      expect(actions).toEqual([input.action, output.action, faultAction]);
      expect(input.action).toContain(`/${name}-${version}/`);
    });
  });
});
