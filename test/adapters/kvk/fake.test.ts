import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';

let fake: Awaited<ReturnType<typeof startKvkFake>>;
beforeAll(async () => {
  fake = await startKvkFake({ port: 0, apiKey: 'key', facts: testCompanies });
});
afterAll(() => fake.stop());

async function ask(path: string, headers: Record<string, string> = {}, base = '/test/api') {
  const response = await fetch(fake.url + base + path, { headers: { apikey: 'key', ...headers } });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) as Body };
}
/** As much of an answer as these tests look at. */
interface Body {
  fout?: { code: string; omschrijving: string }[];
  totaal?: number;
  vorige?: string;
  volgende?: string;
  resultaten?: {
    naam: string;
    type: string;
    rsin?: string;
    actief?: string;
    vervallenNaam?: string;
    adres?: unknown;
    vestigingsnummer?: string;
  }[];
  _links: { self: { href: string } };
  _embedded?: { hoofdvestiging: { adressen: { geoData?: unknown }[] } };
  [field: string]: unknown;
}
const names = ({ body }: { body: Body }) => body.resultaten?.map((hit) => hit.naam);

test('knows nothing until told', async () => {
  const empty = await startKvkFake({ port: 0, apiKey: null });
  const path = `${empty.url}/test/api/v1/basisprofielen/69599084`;
  expect((await fetch(path)).status).toBe(404);
  empty.tell([{ kvkNumber: '69599084', name: 'Nieuw', legalForm: 'Eenmanszaak', registeredOn: '2020' }]);
  expect(await (await fetch(path)).json()).toMatchObject({ naam: 'Nieuw', formeleRegistratiedatum: '20200000' });
  empty.tell([{ kvkNumber: '69599084', name: 'Anders', legalForm: 'Eenmanszaak', registeredOn: '2020-03' }]);
  expect(await (await fetch(path)).json()).toMatchObject({ naam: 'Anders', formeleRegistratiedatum: '20200300' });
  empty.tell([{ kind: 'error', kvkNumber: '69599084', code: 'IPD1002', message: 'Wacht.' }]);
  expect(await (await fetch(path)).json()).toEqual({ fout: [{ code: 'IPD1002', omschrijving: 'Wacht.' }] });
  await empty.stop();
});

test('is told over HTTP in the same words', async () => {
  const facts = [{ kvkNumber: '11111111', name: 'Verteld', legalForm: 'Stichting', registeredOn: '2020-01-01' }];
  expect((await fetch(`${fake.url}/_fake/facts`, { method: 'POST', body: JSON.stringify({ facts }) })).status).toBe(
    204,
  );
  expect((await ask('/v1/basisprofielen/11111111')).body.naam).toBe('Verteld');
  expect(
    (await fetch(`${fake.url}/_fake/facts`, { method: 'POST', body: JSON.stringify([{ kvkNumber: '1' }]) })).status,
  ).toBe(400);
});

test.each([
  [{ apikey: '' }, 401],
  [{ apikey: 'other' }, 401],
  [{ accept: 'text/xml' }, 406],
])('answers %j with %d and an error of KvK’s shape', async (headers, status) => {
  const answer = await ask('/v1/basisprofielen/69599084', headers);
  expect(answer.status).toBe(status);
  expect(answer.body.fout).toEqual([{ code: String(status), omschrijving: expect.any(String) }]);
});

test.each([
  ['application/hal+json', 'application/hal+json'],
  ['application/json', 'application/json'],
  ['text/html, application/json;q=0.9', 'application/json'],
  ['*/*', 'application/hal+json'],
])('to who accepts %s it speaks %s', async (accept, type) =>
  expect((await ask('/v1/basisprofielen/69599084', { accept })).headers.get('content-type')).toBe(type),
);

test.each([
  ['/v2/zoeken?kvkNummer=69599084', '2.1.0'],
  ['/v1/basisprofielen/69599084', '1.5.0'],
  ['/v1/vestigingsprofielen/000038509520', '1.5.0'],
  ['/v1/naamgevingen/kvknummer/69599084', '1.1.1'],
])('%s tells its version %s, under /api too', async (path, version) => {
  for (const base of ['/test/api', '/api']) {
    const answer = await ask(path, {}, base);
    expect(answer.headers.get('api-version')).toBe(version);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body._links.self.href).toMatch(new RegExp(`^${fake.url}${base}/v`));
  }
});

test.each([
  ['/v1/basisprofielen/1234567', 400, 'IPD0004'],
  ['/v1/basisprofielen/12345678/vestigingen', 404, 'IPD0005'],
  ['/v1/basisprofielen/90004973', 404, 'IPD0005'],
  ['/v1/basisprofielen/90000749/hoofdvestiging', 404, 'IPD0005'],
  ['/v1/vestigingsprofielen/000000000000', 404, 'IPD0007'],
  ['/v1/naamgevingen/kvknummer/x', 400, 'IPD0004'],
  ['/v2/zoeken', 400, 'IPD1998'],
  ['/v2/zoeken?naam=test&pagina=0', 400, 'IPD1999'],
  ['/v2/zoeken?naam=test&pagina=1001', 400, 'IPD1999'],
  ['/v2/zoeken?naam=test&resultatenPerPagina=101', 400, 'IPD1999'],
  ['/v2/zoeken?naam=test&type=bedrijf', 400, 'IPD5203'],
  ['/v2/zoeken?rsin=1', 400, 'IPD0010'],
  ['/v2/zoeken?postcode=1034WL', 400, 'IPD1999'],
  ['/v2/zoeken?huisnummer=17', 400, 'IPD1999'],
  ['/v2/zoeken?handelsnaam=test', 400, 'IPD1999'],
  ['/v2/zoeken?kvkNummer=90002903', 404, 'IPD5200'],
  ['/v2/zoeken?kvkNummer=69599084&pagina=2', 404, 'IPD5200'],
  ['/v1/other', 404, '404'],
])('%s is %d %s', async (path, status, code) => {
  const answer = await ask(path);
  expect([answer.status, answer.body.fout?.[0]?.code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/json');
});

describe('a search', () => {
  test('matches whole words, all of them, in any case or accent', async () => {
    expect(names(await ask('/v2/zoeken?naam=DAGOBERT'))).toEqual(['Test EMZ Dagobert']);
    expect(names(await ask('/v2/zoeken?naam=cooperatie%20zonnedauw'))).toEqual(['Test Coöperatie Zonnedauw']);
    expect(names(await ask('/v2/zoeken?naam=derde%20vestiging2'))).toEqual(['Test EMZ Nevenvestiging Govert']);
    expect((await ask('/v2/zoeken?naam=Dagob')).status).toBe(404);
    expect((await ask('/v2/zoeken?naam=Dagobert%20Donald')).status).toBe(404);
  });

  test('gives main establishments first, then branches, then legal persons', async () => {
    const { body } = await ask('/v2/zoeken?naam=donald&resultatenPerPagina=100');
    expect(body.resultaten?.map((hit) => hit.type)).toEqual(['hoofdvestiging', 'nevenvestiging', 'rechtspersoon']);
    expect(names(await ask('/v2/zoeken?naam=donald&type=nevenvestiging&type=rechtspersoon'))).toEqual([
      'Test BV Donald Nevenvestiging',
      'Test BV Donald',
    ]);
  });

  test('tells an RSIN only to who asked by RSIN', async () => {
    expect((await ask('/v2/zoeken?rsin=857587973')).body.resultaten?.map((hit) => hit.rsin)).toEqual(
      Array(3).fill('857587973'),
    );
    expect((await ask('/v2/zoeken?kvkNummer=68750110')).body.resultaten?.some((hit) => 'rsin' in hit)).toBe(false);
  });

  test('finds by street, place, and postcode with a number', async () => {
    expect(names(await ask('/v2/zoeken?straatnaam=geneinde&plaats=maastricht'))).toEqual([
      'Test EMZ Nevenvestiging Govert',
    ]);
    expect(names(await ask('/v2/zoeken?postcode=1034wl&huisnummer=17&huisletter=m'))).toEqual(['Test EMZ Dagobert']);
    expect(names(await ask('/v2/zoeken?postcode=6029ZG&postbusnummer=12'))).toEqual(['Grand Joyflex B.V.']);
    expect((await ask('/v2/zoeken?postcode=1034WL&huisnummer=18')).status).toBe(404);
  });

  test('does not find by an address that is shielded, nor tell it', async () => {
    expect((await ask('/v2/zoeken?kvkNummer=90005414')).body.resultaten?.[0]).not.toHaveProperty('adres');
  });

  test('finds the inactive, and names of the past, only when asked', async () => {
    expect((await ask('/v2/zoeken?kvkNummer=55505201')).status).toBe(404);
    expect(
      (await ask('/v2/zoeken?kvkNummer=55505201&inclusiefInactieveRegistraties=true')).body.resultaten,
    ).toMatchObject([{ actief: 'Nee' }]);
    expect((await ask('/v2/zoeken?naam=duckstad')).status).toBe(404);
    const { body } = await ask('/v2/zoeken?naam=duckstad&inclusiefInactieveRegistraties=true&type=hoofdvestiging');
    expect(body.resultaten).toMatchObject([
      { naam: 'Test BV Donald', actief: 'Ja', vervallenNaam: 'Test BV Duckstad' },
    ]);
  });

  test('is paged: each page once, links to the next and the one before, names of parameters in lower case', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = '/v2/zoeken?naam=test&resultatenPerPagina=7';
    let pages = 0;
    while (path) {
      const { body } = await ask(path);
      seen.push(...body.resultaten!.map((hit) => hit.vestigingsnummer ?? hit.naam));
      expect('vorige' in body).toBe(pages > 0);
      expect(body._links.self.href).toBe(
        `${fake.url}/test/api/v2/zoeken?naam=test&pagina=${++pages}&resultatenperpagina=7`,
      );
      expect(seen.length === body.totaal).toBe(body.volgende === undefined);
      path = body.volgende && `/v2/zoeken?naam=test&pagina=${pages + 1}&resultatenPerPagina=7`;
    }
    expect(pages).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('shows a thousand results of more', async () => {
    const many = await startKvkFake({
      port: 0,
      apiKey: null,
      facts: Array.from({ length: 1_005 }, (_, n) => ({
        kvkNumber: String(20_000_000 + n),
        name: 'Velen',
        legalForm: 'Stichting',
        registeredOn: '2020',
      })),
    });
    const page = async (n: number) =>
      (await fetch(`${many.url}/api/v2/zoeken?naam=velen&resultatenPerPagina=100&pagina=${n}`)).json() as Promise<Body>;
    const last = await page(10);
    expect([last.totaal, last.resultaten?.length, last.volgende]).toEqual([1_005, 100, undefined]);
    expect((await page(11)).fout?.[0]?.code).toBe('IPD5200');
    await many.stop();
  });
});

test('geoData comes when asked for', async () => {
  const geo = async (query: string) =>
    (await ask(`/v1/basisprofielen/69599084${query}`)).body._embedded?.hoofdvestiging.adressen[0]?.geoData;
  expect(await geo('')).toBeUndefined();
  expect(await geo('?geoData=false')).toBeUndefined();
  expect(await geo('?geoData=true')).toMatchObject({ gpsLatitude: 0, nummerAanduidingId: null });
});

test('a shielded address tells its type alone, and one abroad its two lines', async () => {
  expect((await ask('/v1/vestigingsprofielen/990064773207')).body.adressen).toEqual([
    { type: 'bezoekadres', indAfgeschermd: 'Ja' },
  ]);
  expect((await ask('/v1/basisprofielen/90004760/eigenaar')).body.adressen).toMatchObject([
    { straatHuisnummer: 'Rheinuferstrasse 53', land: 'Duitsland' },
  ]);
});

test('every test company stands in it, each number once, each RSIN passing its check', () => {
  const companies = testCompanies.flatMap((fact) => (fact.kind === 'error' ? [] : [fact]));
  expect(new Set(testCompanies.map((fact) => fact.kvkNumber)).size).toBe(testCompanies.length);
  for (const { rsin } of companies) {
    if (!rsin) continue;
    const sum = [...rsin].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
    expect([rsin, sum % 11]).toEqual([rsin, 0]);
  }
  const numbers = companies.flatMap((company) => company.establishments ?? []).map((one) => one.establishmentNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
});
