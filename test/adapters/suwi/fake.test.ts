import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { suwiDemoFacts } from '../../../adapters/suwi/demo-facts.js';
import { passesEleven } from '../../../adapters/soap-formats.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { openSuwi } from './open.js';

let open: Awaited<ReturnType<typeof openSuwi>>;
beforeAll(async () => {
  open = await openSuwi();
});
afterAll(() => open.stop());

const post = async (path: string, body: string, type = 'text/xml') => {
  const response = await request(open.fake.url + path, { method: 'POST', headers: { 'content-type': type }, body });
  return { status: response.statusCode, text: await response.body.text(), headers: response.headers };
};

test('the fake knows nothing until it is told, in the program or over HTTP', async () => {
  const name = async () => (await open.suwi.employer({ kvkNumber: '68750110' })).value?.name;
  expect(await name()).toBeUndefined();
  const fact = { kvkNumber: '68750110', name: 'Een' };
  expect((await post('/_fake/facts', JSON.stringify([fact]), 'application/json')).status).toBe(204);
  expect(await name()).toBe('Een');
  open.fake.tell([{ ...fact, name: 'Twee' }]);
  expect(await name()).toBe('Twee');
});

test.each<[string, object]>([
  ['a BSN that cannot be', { kind: 'income', bsn: '999990018', employers: [] }],
  ['a payroll tax number that cannot be', { kvkNumber: '68750110', name: 'x', payrollTaxNumbers: ['857587974L01'] }],
  ['a sector of two digits', { kvkNumber: '68750110', name: 'x', sector: '42' }],
  ['an unknown field', { kvkNumber: '68750110', name: 'x', omzet: 1 }],
])('the fake is not told %s', async (_what, fact) => {
  expect((await post('/_fake/facts', JSON.stringify([fact]), 'application/json')).status).toBe(400);
});

test('calls are counted by service, and hold no number', async () => {
  await request(`${open.fake.url}/_fake/calls`, { method: 'DELETE' });
  open.fake.tell([{ kind: 'income', bsn: '999990019', employers: [] }]);
  await open.suwi.incomeEmployers('999990019');
  await open.suwi.employer({ kvkNumber: '68750110' });
  const book = open.fake.calls();
  expect(Object.keys(book.paths)).toEqual([
    '/suwibroker/soap/UWVDossierInkomstenGSD-v0200',
    '/suwibroker/soap/SuwiBedrijvenregister-v1',
  ]);
  expect(JSON.stringify(book)).not.toMatch(/999990019|68750110/);
});

describe('the gateway', () => {
  test('does not know another path', async () => {
    const { status, text } = await post('/suwibroker/soap/Onbekend-v0100', '<a/>');
    expect([status, text]).toEqual([500, expect.stringMatching(/Policy Falsified.*status="Service Not Found/s)]);
  });

  test('takes POST alone', async () => {
    const response = await request(`${open.fake.url}/suwibroker/soap/SuwiBedrijvenregister-v1`);
    expect([response.statusCode, await response.body.text()]).toEqual([405, expect.stringContaining('soapenv:Client')]);
  });

  test('takes text/xml alone', async () => {
    expect((await post('/suwibroker/soap/SuwiBedrijvenregister-v1', '{}', 'application/json')).status).toBe(415);
  });

  test.each(['', '<a', '<!DOCTYPE a><a/>', '<onverwacht/>'])('answers %j by a Fault of the client', async (body) => {
    const { status, text } = await post('/suwibroker/soap/SuwiBedrijvenregister-v1', body);
    expect([status, text]).toEqual([500, expect.stringContaining('<faultcode>soapenv:Client</faultcode>')]);
    expect(text).not.toMatch(/ at |node_modules/);
  });
});

describe('the facts of the demo', () => {
  test('are about companies that KvK knows, with their numbers, and partly say other things', () => {
    const kvk = new Map(
      testCompanies.flatMap((fact) => (fact.kind === 'error' ? [] : [[fact.kvkNumber, fact] as const])),
    );
    const ours = suwiDemoFacts.flatMap((fact) => ('kvkNumber' in fact ? [fact] : []));
    expect(ours.map(({ kvkNumber }) => kvkNumber).sort()).toEqual(['68750110', '69599068', '69599084', '90001354']);
    const other = ours.filter(({ kvkNumber, headcount }) => kvk.get(kvkNumber)!.headcount !== headcount);
    expect(other.map(({ kvkNumber }) => kvkNumber).sort()).toEqual(['68750110', '69599084', '90001354']);
    for (const fact of ours) {
      const company = kvk.get(fact.kvkNumber)!;
      expect(fact.fiscalNumber).toBe(company.rsin);
      const known = company.establishments!.map(({ establishmentNumber }) => establishmentNumber);
      expect(known).toEqual(expect.arrayContaining([...fact.establishmentNumbers!]));
    }
  });

  test('hold only BSNs that are kept for tests', () => {
    const people = suwiDemoFacts.flatMap((fact) => (fact.kind === 'income' ? [fact.bsn] : []));
    expect(people.length).toBeGreaterThan(0);
    for (const bsn of people) expect([bsn.slice(0, 4), passesEleven(bsn)]).toEqual(['9999', true]);
  });
});
