import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { children, readXml, textOf } from '../../../adapters/soap-xml.js';
import { candidate, candidateWithdrawal } from '../../../adapters/werknl/candidate.js';
import { demoFacts } from '../../../adapters/werknl/demo-facts.js';
import { startWerkNlFake, type WerkNlFake } from '../../../adapters/werknl/fake.js';
import { positionOpening } from '../../../adapters/werknl/position-opening.js';
import { HR_XML, type SetuStatus } from '../../../adapters/werknl/setu.js';
import { CV, SENDER, VACANCY } from './examples.js';

let fake: WerkNlFake;
beforeAll(async () => {
  fake = await startWerkNlFake({ port: 0 });
});
afterAll(() => fake.stop());

async function send(body: string, path = '/setu/vacatures', type = 'application/xml; charset=utf-8') {
  const response = await fetch(fake.url + path, { method: 'POST', headers: { 'content-type': type }, body });
  const root = readXml(await response.text()).documentElement;
  const all = (name: string) => children(root, HR_XML, name);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    reason: textOf(all('Reason')[0]),
    advertisement: textOf(all('AdvertisementId')[0]),
    reactsTo: all('ReactionToMessageId').map((id) => [id.getAttribute('idOwner'), ...children(id).map(textOf)]),
  };
}
const opening = (id: string, messageId: string, status: SetuStatus = 'x:put') =>
  positionOpening({ ...VACANCY, id }, status, messageId, SENDER);

test('keeps what was put, as it came, and answers in SETU’s words', async () => {
  const xml = opening('kept', 'kept-1');
  const answer = await send(xml);
  expect(answer).toEqual({
    status: 200,
    type: 'application/xml; charset=utf-8',
    reason: 'Geplaatst.',
    advertisement: expect.stringMatching(/^\d{8}$/),
    reactsTo: [['recruiter', 'kept', 'kept-1']],
  });
  expect(fake.vacancies()).toEqual([
    { id: 'kept', advertisementId: answer.advertisement, status: 'ACTIVE', asked: ['x:put'], xml },
  ]);
  fake.vacancies()[0]!.status = 'WITHDRAWN';
  expect(fake.vacancies()[0]!.status).toBe('ACTIVE');
});

test('takes the demo’s facts, each vacancy in a place that it knows', async () => {
  const demo = await startWerkNlFake({ port: 0, facts: demoFacts });
  const oin = '00000001234567890000';
  const response = await fetch(`${demo.url}/api/v3/vacatures/matches`, {
    method: 'POST',
    headers: {
      'X-VUM-berichtVersie': '3.0.0',
      'API-Version': '3.0.0',
      'X-VUM-fromParty': oin,
      'X-VUM-toParty': '00000000000000004104',
      'X-VUM-viaParty': oin,
    },
    body: JSON.stringify({ vraagObject: { selectiegebied: { postcode: '3011AA', afstand: 999 } } }),
  });
  const { matches } = (await response.json()) as { matches: unknown[] };
  expect(matches).toHaveLength(demoFacts.filter((fact) => fact.kind !== 'place').length);
  await demo.stop();
});

test('is empty until told', async () => {
  const empty = await startWerkNlFake({ port: 0 });
  expect([empty.vacancies(), empty.cvs()]).toEqual([[], []]);
  await empty.stop();
});

describe('refuses, with a reason and no advertisement', () => {
  const good = () => opening(`id-${Math.random()}`, `m-${Math.random()}`);
  const rows: [what: string, status: number, body: () => string, path?: string, type?: string][] = [
    ['no XML', 400, () => 'geen xml'],
    ['a DTD', 400, () => good().replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
    ['another document', 400, () => candidate(CV, 'm', SENDER)],
    ['another namespace', 400, () => good().replace(HR_XML, 'urn:x')],
    [
      'a missing element',
      422,
      () =>
        good()
          .replace(/<NumberToFill>.*<\/NumberToFill>/, '')
          .replace(/<Role>owner<\/Role>/, ''),
    ],
    [
      'elements out of order',
      422,
      () => good().replace(/(<PositionRecordInfo>.*<\/PositionRecordInfo>)(.*<\/PositionProfileNL>)/, '$2$1'),
    ],
    ['a number that is none', 422, () => good().replace('<NumberToFill>3', '<NumberToFill>drie')],
    ['no place to fill', 422, () => good().replace('<NumberToFill>3', '<NumberToFill>0')],
    ['a status nobody knows', 422, () => good().replace('x:put', 'x:publish')],
    ['no id', 422, () => good().replace(/<Id idOwner="recruiter">.*?<\/Id>/, '')],
    ['an id of nobody', 422, () => good().replace('<Id idOwner="recruiter">', '<Id idOwner="werkgever">')],
    ['a role nobody has', 422, () => good().replace('<Role>owner', '<Role>eigenaar')],
    ['no language', 422, () => good().replace(' xml:lang="nl"', '')],
    ['no position', 422, () => good().replace(/<PositionDetail>.*<\/PositionDetail>/, '')],
    ['JSON', 415, () => '{}', '/setu/vacatures', 'application/json'],
    ['another charset', 415, good, '/setu/vacatures', 'text/xml; charset=iso-8859-1'],
    ['too much', 413, () => good().replace('Orders', 'x'.repeat(1_000_001))],
    ['another path', 404, good, '/setu/facturen'],
    [
      'a CV that may not be kept',
      422,
      () => candidate({ ...CV, consent: { storing: false, matching: true } }, 'm', SENDER),
      '/setu/cvs',
    ],
    ['a CV that is not there', 404, () => candidateWithdrawal('unknown', 'm'), '/setu/cvs'],
    ['to edit what is not there', 404, () => opening('unknown', `m-${Math.random()}`, 'x:edit')],
  ];
  test.each(rows.map(([what, ...row]) => ({ what, row })))('$what', async ({ row: [status, body, path, type] }) => {
    const before = [fake.vacancies(), fake.cvs()];
    const answer = await send(body(), path, type);
    expect(answer.status).toBe(status);
    expect(answer.reason).toMatch(/\.$/);
    expect(answer.advertisement).toBeNull();
    expect(answer.reactsTo.length).toBeGreaterThan(0);
    expect([fake.vacancies(), fake.cvs()]).toEqual(before);
  });

  test('GET: 405', async () => {
    const response = await fetch(`${fake.url}/setu/vacatures`);
    expect(response.status).toBe(405);
    await response.text();
  });
});

test('a message without id of its own, as SETU has it, is carried out each time', async () => {
  const without = (status: SetuStatus) =>
    opening('plain', 'm', status).replace('<IdValue name="message">m</IdValue>', '');
  expect((await send(without('x:put'))).status).toBe(200);
  expect((await send(without('x:edit'))).status).toBe(200);
  expect((await send(without('x:edit'))).status).toBe(200);
  expect(fake.vacancies().find(({ id }) => id === 'plain')!.asked).toEqual(['x:put', 'x:edit', 'x:edit']);
});

test('a message that was refused may be sent again, and is judged anew', async () => {
  const edit = opening('early', 'early-2', 'x:edit');
  expect((await send(edit)).status).toBe(404);
  await send(opening('early', 'early-1'));
  expect((await send(edit)).status).toBe(200);
  expect((await send(edit)).status).toBe(200);
  expect(fake.vacancies().find(({ id }) => id === 'early')!.asked).toEqual(['x:put', 'x:edit']);
});

test('x:duplicate places a vacancy too', async () => {
  expect((await send(opening('copy', 'copy-1', 'x:duplicate'))).reason).toBe('Als kopie geplaatst.');
});

describe('files', () => {
  const home = mkdtempSync(join(tmpdir(), 'werknl-'));
  afterAll(() => rmSync(home, { recursive: true }));
  const file = (name: string, content: string) => {
    writeFileSync(join(home, name), content);
    return join(home, name);
  };
  const vacancy = (id: string) => JSON.stringify({ idVacature: id, adres: { postcode: '1000AA' } });

  test('fill the fake before it starts', async () => {
    const filled = await startWerkNlFake({
      port: 0,
      vacanciesFile: file('vacancies.ndjson', `${vacancy('a')}\n\n${vacancy('b')}\n`),
      placesFile: file('places.csv', 'plaats,lon,pc4,lat\r\nX,5.5,1000,52.1\r\n'),
    });
    const oin = '00000001234567890000';
    const response = await fetch(`${filled.url}/api/v3/vacatures/matches`, {
      method: 'POST',
      headers: {
        'X-VUM-berichtVersie': '3.0.0',
        'API-Version': '3.0.0',
        'X-VUM-fromParty': oin,
        'X-VUM-toParty': '00000000000000004104',
        'X-VUM-viaParty': oin,
      },
      body: JSON.stringify({ vraagObject: { selectiegebied: { postcode: '1000BB', afstand: 0 } } }),
    });
    const { matches } = (await response.json()) as { matches: { vumID: string }[] };
    expect(matches.map(({ vumID }) => vumID)).toEqual(['a', 'b']);
    await filled.stop();
  });

  test.each([
    ['a line that is no JSON', { vacanciesFile: 'x' }],
    ['a vacancy without postcode', { vacanciesFile: '{"idVacature":"a"}' }],
    ['no column pc4', { placesFile: 'lat,lon\n1,2' }],
    ['a latitude that is none', { placesFile: 'pc4,lat,lon\n1000,x,2' }],
  ])('with %s keep it from starting', async (_what, content) => {
    const files = Object.fromEntries(Object.entries(content).map(([name, text]) => [name, file(name, text)]));
    await expect(startWerkNlFake({ port: 0, ...files })).rejects.toThrow();
  });
});
