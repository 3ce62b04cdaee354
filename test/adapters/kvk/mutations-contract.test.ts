import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FAKE_SUBSCRIPTION } from '../../../adapters/kvk/fake-mutations.js';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { check } from '../../../adapters/kvk/mapper.js';
import { signalPage, subscriptions } from '../../../adapters/kvk/mutations-mapper.js';
import { Abonnementen, Signalen } from '../../../adapters/kvk/mutations-wire.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';

const REFERENCE = new URL('../../../../shared/reference/kvk/', import.meta.url);
const FIXTURES = new URL('minbzk-fixtures/', REFERENCE);
const there = existsSync(FIXTURES);
if (!there)
  test.skip('../shared/reference/kvk does not stand beside the project: nothing is held against what KvK sent', () => {});

const OPENAPI = new URL('openapi/', REFERENCE);
const specification = existsSync(OPENAPI)
  ? readdirSync(OPENAPI).find((name) => readFileSync(new URL(name, OPENAPI), 'utf8').includes('/v1/abonnementen'))
  : undefined;
if (!specification)
  test.skip('the specification of the Mutatieservice is not in ../shared/reference: its schemas are not held against', () => {});

interface Entry {
  id: string;
  timestamp: string;
  kvknummer: string;
  signaalType: string;
  vestigingsnummer?: string;
}
const fixture = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as T;

(there ? describe : describe.skip)('what KvK sent to others', () => {
  test('its subscriptions are read as they stand', () => {
    const sent = fixture<{
      abonnementen: { id: string; contract: { id: string }; startDatum: string; actief: boolean }[];
    }>('test_input_mutatie_abonnement.json');
    const read = subscriptions(check(Abonnementen, sent));
    expect(read.map(({ id }) => id)).toEqual(fixture('expected_output_mutatie_abonnement.json'));
    expect(read).toEqual(
      sent.abonnementen.map(({ id, contract, startDatum, actief }) => ({
        id,
        contract: contract.id,
        startedAt: new Date(startDatum),
        endedAt: null,
        active: actief,
      })),
    );
  });

  const page = there
    ? fixture<{ pagina: number; aantal: number; totaal: number; totaalPaginas: number; signalen: Entry[] }>(
        'test_input_mutatiesignalen_api.json',
      )
    : { pagina: 0, aantal: 0, totaal: 0, totaalPaginas: 0, signalen: [] };
  const KINDS: Record<string, string> = {
    SignaalGewijzigdeInschrijving: 'CHANGED',
    SignaalGewijzigdeVestiging: 'ESTABLISHMENT_CHANGED',
  };

  test('its signals are read, field by field', () => {
    const read = signalPage('abc', check(Signalen, page));
    expect(read).toMatchObject({ page: 1, pageSize: 100, total: page.totaal, pages: page.totaalPaginas });
    expect(read.signals).toEqual(
      page.signalen.map(({ id, timestamp, kvknummer, signaalType, vestigingsnummer }) => ({
        id,
        subscriptionId: 'abc',
        at: new Date(timestamp),
        kind: KINDS[signaalType],
        type: signaalType,
        kvkNumber: kvknummer,
        establishmentNumber: vestigingsnummer ?? null,
      })),
    );
  });

  test('the fake, told the same, sends the same', async () => {
    const fake = await startKvkFake({ port: 0, apiKey: null });
    try {
      fake.tell([
        ...page.signalen.map(({ id, timestamp, kvknummer, signaalType, vestigingsnummer }) => ({
          kind: 'signal' as const,
          id,
          at: timestamp,
          kvkNumber: kvknummer,
          type: signaalType,
          ...(vestigingsnummer ? { establishmentNumber: vestigingsnummer } : {}),
        })),
      ]);
      const answer = await fetch(`${fake.url}/api/v1/abonnementen/${FAKE_SUBSCRIPTION}`);
      const sent = (await answer.json()) as { signalen: Entry[] };
      const plain = (entries: Entry[]) =>
        entries.map((entry) => ({ ...entry, timestamp: new Date(entry.timestamp).toISOString() }));
      expect({ ...sent, signalen: plain(sent.signalen) }).toEqual({
        ...page,
        // The recorded page was cut short; the counts are those of the whole.
        totaal: page.signalen.length,
        totaalPaginas: 1,
        signalen: plain(page.signalen),
      });
    } finally {
      await fake.stop();
    }
  });

  test('every type of signal that KvK’s catalogue describes is one that we know', () => {
    const catalogue = readFileSync(new URL('mutatieservice.MD', FIXTURES), 'utf8');
    const titles = [...catalogue.matchAll(/^#+ Signaal (.+)$/gm)].map(([, title]) =>
      title!
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .split(/\s+/)
        .map((word) => word[0]!.toUpperCase() + word.slice(1))
        .join(''),
    );
    expect(titles.length).toBeGreaterThanOrEqual(6);
    const kinds = titles.map(
      (title) =>
        signalPage('a', {
          pagina: 1,
          aantal: 10,
          totaal: 1,
          totaalPaginas: 1,
          signalen: [
            {
              id: 'a',
              timestamp: new Date(),
              kvknummer: '12345678',
              signaalType: `Signaal${title}`,
              vestigingsnummer: null,
            },
          ],
        }).signals[0]!.kind,
    );
    expect(kinds).not.toContain('OTHER');
  });
});

(specification ? describe : describe.skip)('KvK’s specification of the Mutatieservice', () => {
  let fake: Awaited<ReturnType<typeof startKvkFake>>;
  beforeAll(async () => {
    fake = await startKvkFake({ port: 0, apiKey: null, facts: testCompanies });
    fake.tell([{ kind: 'signal', id: 'een', kvkNumber: '68750110', type: 'CHANGED', change: { headcount: 7 } }]);
  });
  afterAll(() => fake.stop());

  test.each([
    ['/v1/abonnementen', '/v1/abonnementen'],
    ['/v1/abonnementen/{abonnementId}', `/v1/abonnementen/${FAKE_SUBSCRIPTION}`],
    ['/v1/abonnementen/{abonnementId}/signalen/{signaalId}', `/v1/abonnementen/${FAKE_SUBSCRIPTION}/signalen/een`],
  ])('allows what the fake answers to %s', async (described, path) => {
    const spec = parse(readFileSync(new URL(specification!, OPENAPI), 'utf8')) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(spec, 'spec');
    const pointer = `${described.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`;
    const valid = ajv.compile({ $ref: `spec#/paths/${pointer}` });
    const body: unknown = await (await fetch(`${fake.url}/api${path}`)).json();
    expect([valid(body), valid.errors]).toEqual([true, null]);
  });
});
