import type { Logger } from '../../runtime/log.js';
import type { FakeAnswer } from '../fake-faults.js';
import { startFake, type Fake, type FakeRequest } from '../fakes.js';
import { fakeError, isError, type FakeErrorAnswer } from './fake-errors.js';
import {
  basisprofiel,
  eigenaar,
  hoofdvestiging,
  naamgeving,
  vestigingen,
  vestigingsprofiel,
  type LinkShape,
  type Wire,
} from './fake-profiles.js';
import { zoeken } from './fake-search.js';
import { KvkFact, type CompanyFact, type ErrorFact } from './facts.js';

export interface KvkFakeOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Default `_links`, KvK's shape since 2026. */
  linkShape?: LinkShape;
  /** The key that is let in; absent: any key that is not empty; null: none needed. */
  apiKey?: string | null;
  facts?: KvkFact[];
  log?: Logger;
}

const JSON_HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
const MEDIA = ['application/hal+json', 'application/json'];

const errorAnswer = ({ status, fout }: FakeErrorAnswer): FakeAnswer => ({
  status,
  headers: JSON_HEADERS,
  body: JSON.stringify({ fout }),
});

/** The media type to answer in; null when the client takes neither. */
function mediaType(accept: string | undefined): string | null {
  const asked = (accept ?? '*/*').split(',').map((one) => one.split(';')[0]!.trim().toLowerCase());
  return (
    asked.map((one) => (['*/*', 'application/*'].includes(one) ? MEDIA[0]! : one)).find((one) => MEDIA.includes(one)) ??
    null
  );
}

/** KvK's API's on a port of this machine, under `/test/api` and `/api`. Knows nothing until told. */
export async function startKvkFake(options: KvkFakeOptions): Promise<Fake<KvkFact>> {
  const companies = new Map<string, CompanyFact>();
  const errors = new Map<string, ErrorFact>();

  /** A fact about a number takes the place of what was told of it before. */
  function tell(facts: KvkFact[]): void {
    for (const told of facts) {
      const fact = KvkFact.parse(told);
      companies.delete(fact.kvkNumber);
      errors.delete(fact.kvkNumber);
      if (fact.kind === 'error') errors.set(fact.kvkNumber, fact);
      else companies.set(fact.kvkNumber, fact);
    }
  }
  tell(options.facts ?? []);

  function byKvkNumber(number: string, give: (company: CompanyFact) => object | null): object {
    if (!/^[0-9]{8}$/.test(number)) return fakeError('IPD0004', number);
    const error = errors.get(number);
    if (error) return fakeError(error.code, number, error.message);
    const company = companies.get(number);
    return (company && give(company)) ?? fakeError('IPD0005', number);
  }

  function byEstablishmentNumber(number: string, wire: Wire): object {
    if (!/^[0-9]{12}$/.test(number)) return fakeError('IPD0006', number);
    for (const company of companies.values()) {
      const one = company.establishments.find((establishment) => establishment.establishmentNumber === number);
      if (one) return vestigingsprofiel(company, one, wire);
    }
    return fakeError('IPD0007', number);
  }

  /** A path below the base: which API version answers, and what. */
  function route(path: string, query: URLSearchParams, wire: Wire): [version: string, answer: object] | null {
    const [, version, service, number = '', part, rest] = path.split('/');
    const api = `${version}/${service}`;
    if (path === '/v2/zoeken') return ['2.1.0', zoeken(companies.values(), query, wire)];
    if (api === 'v1/basisprofielen' && rest === undefined) {
      const gives = { '': basisprofiel, eigenaar, hoofdvestiging, vestigingen }[part ?? ''];
      return gives ? ['1.5.0', byKvkNumber(number, (company) => gives(company, wire))] : null;
    }
    if (api === 'v1/vestigingsprofielen' && part === undefined) return ['1.5.0', byEstablishmentNumber(number, wire)];
    if (path.startsWith('/v1/naamgevingen/kvknummer/') && rest === undefined) {
      return ['1.1.1', byKvkNumber(part ?? '', (company) => naamgeving(company, wire))];
    }
    return null;
  }

  function answer({ method, path, query, headers, url }: FakeRequest): FakeAnswer {
    const base = /^\/(test\/)?api(?=\/)/.exec(path)?.[0];
    if (base === undefined) return errorAnswer(fakeError('404'));
    if (method !== 'GET') return errorAnswer(fakeError('405'));
    const key = headers.apikey;
    const { apiKey } = options;
    if (apiKey !== null && (apiKey === undefined ? !key : key !== apiKey)) return errorAnswer(fakeError('401'));
    const type = mediaType(headers.accept);
    if (type === null) return errorAnswer(fakeError('406'));
    const wire: Wire = {
      base: url + base,
      linkShape: options.linkShape ?? '_links',
      geoData: query.get('geoData') === 'true',
    };
    const [version, found] = route(path.slice(base.length), query, wire) ?? ['', fakeError('404')];
    if (isError(found)) return errorAnswer(found);
    return {
      status: 200,
      headers: { ...JSON_HEADERS, 'Content-Type': type, 'API-Version': version },
      body: JSON.stringify(found),
    };
  }

  return startFake<KvkFact>({
    name: 'kvk',
    port: options.port,
    ...(options.host ? { host: options.host } : {}),
    ...(options.log ? { log: options.log } : {}),
    answer,
    errorInside: errorAnswer(fakeError('IPD9999')),
    fact: KvkFact,
    tell,
  });
}
