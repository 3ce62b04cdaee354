import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { envelope } from '../../../adapters/soap-envelope.js';
import { readMessage } from '../../../adapters/soap-message.js';
import { NS } from '../../../adapters/soap-namespaces.js';
import { readWsdl, type SoapWsdl } from '../../../adapters/soap-wsdl.js';
import { children, readXml } from '../../../adapters/soap-xml.js';
import { clientSuwi, werkgever } from '../../../adapters/suwi/fake-answers.js';
import { foutValues } from '../../../adapters/soap-fake.js';
import { SuwiFact, type EmployerFact, type IncomeFact } from '../../../adapters/suwi/facts.js';
import { suwiDemoFacts } from '../../../adapters/suwi/demo-facts.js';
import { question } from '../../../adapters/suwi/question.js';

const ours = (name: string) => new URL(`../../../adapters/suwi/${name}`, import.meta.url);
const REFERENCE = new URL('../../../../shared/reference/suwi/', import.meta.url);
const INCOME = new URL('wsdl/UWVDossierInkomstenGSD-v0200-b02/Diensten/UWVDossierInkomstenGSD/v0200-b02/', REFERENCE);
const there = existsSync(INCOME);
const lint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!there)
  test.skip('../shared/reference/suwi does not stand beside the project: nothing is held against BKWI', () => {});
if (!lint) test.skip('xmllint is not installed: nothing is validated against a schema', () => {});
const linted = lint ? describe : describe.skip;

const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-xsd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `xmllint` has against `xml`; empty is nothing. */
function complaints(schema: string, xml: string): string {
  const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], { input: xml, encoding: 'utf8' });
  return run.status === 0 ? '' : run.stderr.slice(0, 1_000) || `xmllint ended with ${run.status}`;
}

const facts = suwiDemoFacts.map((fact) => SuwiFact.parse(fact));
const employers = facts.filter((fact): fact is EmployerFact => fact.kind === 'employer');
const income: IncomeFact = SuwiFact.parse({
  kind: 'income',
  bsn: '999990019',
  employers: [
    {
      payrollTaxNumber: '992760562L01',
      name: 'Grand Joyflex B.V.',
      fiscalNumber: '992760562',
      legalForm: 'BV',
      sector: '052',
      startedOn: '1998-07',
      addresses: [
        {
          kind: 'VISITING',
          street: 'Averbodeweg',
          houseNumber: 12,
          addition: 'A',
          postcode: '6029RA',
          city: 'Sterksel',
          startedOn: '2020',
        },
        { kind: 'POSTAL', poBox: 12, postcode: '6029ZG', city: 'Sterksel' },
        { kind: 'VISITING', foreign: { street: 'Nieuwstraat', place: 'Brussel', country: 'België' } },
      ],
    },
    { payrollTaxNumber: '999990020L01', name: 'Bakkerij' },
  ],
}) as IncomeFact;

let register: SoapWsdl;
let dossier: SoapWsdl;
beforeAll(async () => {
  register = await readWsdl(ours('suwi-bedrijvenregister.wsdl'));
  dossier = await readWsdl(ours('uwv-dossier-inkomsten.wsdl'));
});

/** What the Body of a message holds, after it was written and read again. */
const inBody = (xml: string): string => {
  const party = { uri: 'https://a.example', oin: '0'.repeat(20) };
  const written = envelope(xml, { from: party, to: party, action: 'urn:a' }, new Date()).xml;
  return readMessage(written).content.toString();
};

const answers: [what: string, values: () => Parameters<SoapWsdl['write']>[1]][] = [
  ['nothing found', () => ({ NietsGevonden: '' })],
  ['a Fout', () => foutValues('F1', 'Nee & nooit')],
  ['a Waarschuwing', () => foutValues('W1', 'Let op', 'Waarschuwing')],
];

linted('what our own WSDLs describe', () => {
  /** The schema inside a WSDL as a file, beside FWI. */
  const schemaOf = (name: string): string => {
    const definitions = readXml(readFileSync(ours(name), 'utf8')).documentElement;
    const schema = Array.from(definitions.getElementsByTagName('xs:schema'))[0]!;
    // Prefixes in values are declared further up.
    const above = `xmlns:s="${definitions.getAttribute('targetNamespace')}" xmlns:fwi="${NS.fwi}"`;
    const text = schema
      .toString()
      .replace('<xs:schema', `<xs:schema ${above}`)
      .replace('../soap-fwi.xsd', fileURLToPath(ours('../soap-fwi.xsd')));
    const file = join(folder, `${name}.xsd`);
    writeFileSync(file, text);
    return file;
  };

  test.each(['68750110', '69599068', '69599084', '90001354'])('holds the fake’s answer on %s', (number) => {
    const fact = employers.find(({ kvkNumber }) => kvkNumber === number)!;
    const xml = inBody(register.write('SbrWerkgeverInfoResponse', werkgever(fact)));
    expect(complaints(schemaOf('suwi-bedrijvenregister.wsdl'), xml)).toBe('');
  });

  test.each(answers)('holds %s, of both services', (_what, values) => {
    expect(
      complaints(schemaOf('suwi-bedrijvenregister.wsdl'), inBody(register.write('SbrWerkgeverInfoResponse', values()))),
    ).toBe('');
    expect(
      complaints(schemaOf('uwv-dossier-inkomsten.wsdl'), inBody(dossier.write('UWVPersoonsIkvInfoResponse', values()))),
    ).toBe('');
  });

  test.each([
    { kvkNumber: '68750110' },
    { establishmentNumber: '000037178598' },
    { payrollTaxNumber: '857587973L01' },
    { fiscalNumber: '857587973' },
  ])('holds our question by %j', (query) => {
    expect(
      complaints(schemaOf('suwi-bedrijvenregister.wsdl'), inBody(register.write('SbrWerkgeverInfo', question(query)))),
    ).toBe('');
  });

  test('holds an income dossier, and not one of which the order is another', () => {
    const schema = schemaOf('uwv-dossier-inkomsten.wsdl');
    const xml = inBody(dossier.write('UWVPersoonsIkvInfoResponse', clientSuwi(income)));
    expect(complaints(schema, xml)).toBe('');
    expect(
      complaints(
        schema,
        xml.replace(/(<Burgerservicenr>.*?<\/Burgerservicenr>)(<Inkomsten.*)(<\/ClientSuwi>)/s, '$2$1$3'),
      ),
    ).not.toBe('');
  });
});

(there && lint ? describe : describe.skip)('BKWI’s own schemas of UWVDossierInkomstenGSD v0200', () => {
  const schema = (name: string) => fileURLToPath(new URL(name, INCOME));

  test('allow our question', () => {
    const xml = inBody(dossier.write('UWVPersoonsIkvInfo', { Burgerservicenr: '999990019' }));
    expect(complaints(schema('BodyAction.xsd'), xml)).toBe('');
    expect(complaints(schema('BodyAction.xsd'), xml.replace('999990019', '99999001'))).not.toBe('');
  });

  test('allow the fake’s answer', () => {
    const xml = inBody(dossier.write('UWVPersoonsIkvInfoResponse', clientSuwi(income)));
    expect(complaints(schema('BodyReaction.xsd'), xml)).toBe('');
    expect(complaints(schema('BodyReaction.xsd'), xml.replaceAll('Loonheffingennr', 'Loonbelastingnr'))).not.toBe('');
  });

  test.each(answers)('allow %s', (_what, values) => {
    expect(complaints(schema('BodyReaction.xsd'), inBody(dossier.write('UWVPersoonsIkvInfoResponse', values())))).toBe(
      '',
    );
  });

  test('have the namespace and the actions that we send', () => {
    const file = readdirSync(INCOME).find((name) => name.endsWith('.wsdl'))!;
    const official = readXml(readFileSync(new URL(file, INCOME), 'utf8')).documentElement;
    expect(official.getAttribute('targetNamespace')).toBe(dossier.namespace);
    const actions = Array.from(official.getElementsByTagName('*')).flatMap((element) =>
      element.hasAttribute('wsaw:Action') ? [element.getAttribute('wsaw:Action')] : [],
    );
    const operation = dossier.operations.get('UWVPersoonsIkvInfo')!;
    expect(actions).toEqual([operation.input.action, operation.output.action, operation.faultAction]);
  });

  test('know every element that our WSDL names', () => {
    const outline = readFileSync(new URL('outlines/UWVDossierInkomstenGSD-v0200-b02.txt', REFERENCE), 'utf8');
    const adres = readdirSync(new URL('ComplexTypes/', INCOME)).map((name) =>
      readFileSync(new URL(`ComplexTypes/${name}`, INCOME), 'utf8'),
    );
    const known = `${outline}${adres.join('')}`;
    const definitions = readXml(readFileSync(ours('uwv-dossier-inkomsten.wsdl'), 'utf8')).documentElement;
    const named = Array.from(definitions.getElementsByTagName('xs:element')).flatMap((element) =>
      element.hasAttribute('name') ? [element.getAttribute('name')!] : [],
    );
    expect(named.length).toBeGreaterThan(40);
    const ofTypes = ['CdPositiefNegatief', 'WaardeBedr'];
    expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(known) && !ofTypes.includes(name))).toEqual([]);
  });
});

test('the modelled service says that it is', () => {
  const text = readFileSync(ours('suwi-bedrijvenregister.wsdl'), 'utf8');
  expect(text).toContain('MODELLED');
  expect(register.namespace).toBe('urn:wbs-graph:modelled:SuwiBedrijvenregister:v1');
  const [schema] = Array.from(readXml(text).documentElement.getElementsByTagName('xs:schema'));
  expect(children(schema!).length).toBeGreaterThan(3);
});
