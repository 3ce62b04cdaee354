import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { DATASERVICE_PATH } from '../../../adapters/kvk/fake.js';
import { dataserviceEnvelope, DATASERVICE } from '../../../adapters/kvk/hr-envelope.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { readMessage } from '../../../adapters/soap-message.js';
import { readWsdl, type SoapWsdl } from '../../../adapters/soap-wsdl.js';
import { readXml } from '../../../adapters/soap-xml.js';
import { openDataservice } from './open-dataservice.js';

const OURS = new URL('../../../adapters/kvk/hr-dataservice.wsdl', import.meta.url);
const REFERENCE = new URL('../../../../shared/reference/kvk/hr-dataservice/wsdl/', import.meta.url);
const there = existsSync(REFERENCE);
const lint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!there)
  test.skip('../shared/reference/kvk/hr-dataservice does not stand beside the project: nothing is held against KvK', () => {});
if (!lint) test.skip('xmllint is not installed: nothing is validated against a schema', () => {});

const TNS = 'http://schemas.kvk.nl/schemas/hrip/dataservice/2015/02';
const CAT = 'http://schemas.kvk.nl/schemas/hrip/catalogus/2015/02';
const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-hr-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `xmllint` has against `xml`; empty is nothing. */
function complaints(schema: string, xml: string): string {
  const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], { input: xml, encoding: 'utf8' });
  return run.status === 0 ? '' : run.stderr.slice(0, 1_500) || `xmllint ended with ${run.status}`;
}

/** The schemas of a WSDL as files beside each other; the one of the service is returned. */
function schemasOf(file: URL, name: string, catalogus?: string): string {
  const definitions = readXml(readFileSync(file, 'utf8')).documentElement;
  const above = `xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="${TNS}" xmlns:cat="${CAT}"`;
  const schemas = Array.from(definitions.getElementsByTagName('xs:schema'));
  const of = (namespace: string) => schemas.find((one) => one.getAttribute('targetNamespace') === namespace);
  const write = (end: string, schema: Element, change: (text: string) => string = (text) => text) => {
    const path = join(folder, `${name}-${end}.xsd`);
    const text = schema
      .toString()
      .replace(/<xs:schema[^>]*>/, (tag) =>
        tag.replace(/ xmlns:\w+="[^"]*"/g, '').replace('<xs:schema', `<xs:schema ${above}`),
      );
    writeFileSync(path, change(text));
    return path;
  };
  const cat = catalogus ?? write('cat', of(CAT)!);
  return write('tns', of(TNS)!, (text) =>
    text.replace(/<xs:import[^>]*\/>/, `<xs:import namespace="${CAT}" schemaLocation="${cat}"/>`),
  );
}

let ours: string;
let theirs: string | null = null;
let wsdl: SoapWsdl;
let open: Awaited<ReturnType<typeof openDataservice>>;
beforeAll(async () => {
  wsdl = await readWsdl(OURS);
  open = await openDataservice();
  ours = schemasOf(OURS, 'ours');
  if (there) {
    const catalogus = fileURLToPath(new URL('catalogus/Catalogus-subset.xsd', REFERENCE));
    theirs = schemasOf(new URL('KVK-KvKDataservice.wsdl', REFERENCE), 'theirs', catalogus);
  }
});
afterAll(() => open.stop());

const schemas = (): string[] => [ours, ...(theirs ? [theirs] : [])];

/** The element in the Body of what the fake answers. */
async function answered(operation: string, question: Record<string, string>): Promise<string> {
  const { input } = wsdl.operations.get(operation)!;
  const body = wsdl.write(input.element, { klantreferentie: 'test', ...question });
  const { xml } = dataserviceEnvelope(body, { to: DATASERVICE, action: input.action }, new Date());
  const answer = await request(open.fake.url + DATASERVICE_PATH, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: input.action },
    body: xml,
  });
  return readMessage(await answer.body.text()).content.toString();
}

const companies = testCompanies.flatMap((fact) => (fact.kind === 'error' ? [] : [fact]));
/** A natural person, of whom our own schema knows the legal form only. */
const withoutPerson = (xml: string) =>
  xml.replace(/<cat:(volledigeNaam|bsn|geslachtsnaam|geboortedatum)>.*?<\/cat:\1>/g, '');

(lint ? describe : describe.skip)('the schemas of KvK Dataservice, ours and KvK’s', () => {
  test.each(companies.map(({ kvkNumber }) => kvkNumber))(
    'allow what the fake tells of company %s',
    async (kvkNummer) => {
      const xml = await answered('ophalenInschrijving', { kvkNummer });
      expect(complaints(ours, withoutPerson(xml))).toBe('');
      if (theirs) expect(complaints(theirs, xml)).toBe('');
    },
  );

  test('allow what it tells of every establishment', async () => {
    for (const { establishmentNumber } of companies.flatMap(({ establishments = [] }) => establishments)) {
      const xml = await answered('ophalenVestiging', { vestigingsnummer: establishmentNumber });
      for (const schema of schemas()) expect(complaints(schema, xml)).toBe('');
    }
  });

  test.each(['12345678', '90004973'])('allow a refusal (%s)', async (kvkNummer) => {
    const xml = await answered('ophalenInschrijving', { kvkNummer });
    expect(xml).toContain('IPD0005');
    for (const schema of schemas()) expect(complaints(schema, xml)).toBe('');
  });

  test('do not allow an answer of which the order is another', async () => {
    const xml = await answered('ophalenInschrijving', { kvkNummer: '68750110' });
    const turned = xml.replace(/(<cat:kvkNummer>\d+<\/cat:kvkNummer>)(<cat:nonMailing>.*?<\/cat:nonMailing>)/, '$2$1');
    expect(turned).not.toBe(xml);
    for (const schema of schemas()) expect(complaints(schema, turned)).not.toBe('');
  });

  describe('our questions, as they go out', () => {
    let server: Server;
    const sent: string[] = [];
    beforeAll(async () => {
      server = createServer(async (question, response) => {
        const parts: Buffer[] = [];
        for await (const part of question) parts.push(part as Buffer);
        sent.push(Buffer.concat(parts).toString());
        response.writeHead(503).end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    test('are allowed, and would not be with a number of other length', async () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const client = await openDataservice({ url });
      try {
        await client.kvk.company('68750110').catch(() => {});
        await client.kvk.establishment('000037178598').catch(() => {});
      } finally {
        await client.stop();
      }
      expect(sent).toHaveLength(2);
      for (const text of sent) {
        const xml = readMessage(text).content.toString();
        for (const schema of schemas()) expect(complaints(schema, xml)).toBe('');
        if (theirs)
          expect(complaints(theirs, xml.replace(/(\d)(<\/\w+:(kvkNummer|vestigingsnummer)>)/, '$2'))).not.toBe('');
        const long = xml.replace(/werkgraaf-/, `werkgraaf-${'x'.repeat(10)}`);
        for (const schema of schemas()) expect(complaints(schema, long)).not.toBe('');
      }
    });
  });
});

(there ? describe : describe.skip)('KvK’s own WSDL', () => {
  const official = there
    ? readXml(readFileSync(new URL('KVK-KvKDataservice.wsdl', REFERENCE), 'utf8')).documentElement
    : null;

  test('has the namespace, the operations and the actions that ours has', () => {
    expect(official!.getAttribute('targetNamespace')).toBe(wsdl.namespace);
    const actions = Array.from(official!.getElementsByTagName('*')).flatMap((element) =>
      element.hasAttribute('wsam:Action') ? [element.getAttribute('wsam:Action')] : [],
    );
    expect([...wsdl.operations.values()].flatMap(({ input, output }) => [input.action, output.action])).toEqual(
      actions,
    );
  });

  test('knows every element that ours names', () => {
    const known =
      readFileSync(new URL('KVK-KvKDataservice.wsdl', REFERENCE), 'utf8') +
      readFileSync(new URL('catalogus/Catalogus-subset.xsd', REFERENCE), 'utf8');
    const definitions = readXml(readFileSync(OURS, 'utf8')).documentElement;
    const named = Array.from(definitions.getElementsByTagName('xs:element')).flatMap((element) =>
      element.hasAttribute('name') ? [element.getAttribute('name')!] : [],
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !known.includes(`name="${name}"`))).toEqual([]);
  });
});
