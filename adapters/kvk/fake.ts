import { startFakeBehindTls, type FakeBehindTls, type FakePlace } from '../fake-behind-tls.js';
import type { FakeAnswer } from '../fake-faults.js';
import type { FakeRequest } from '../fakes.js';
import { readWsdl } from '../soap-wsdl.js';
import { fakeDataservice, type FakeDataserviceManners } from './fake-dataservice.js';
import { fakeError, isError, type FakeErrorAnswer } from './fake-errors.js';
import { FakeProblem } from './fake-mutations.js';
import {
  basisprofiel,
  eigenaar,
  hoofdvestiging,
  naamgeving,
  vestigingen,
  type LinkShape,
  type Wire,
} from './fake-profiles.js';
import { fakeRegister } from './fake-register.js';
import { zoeken } from './fake-search.js';
import { KvkTold } from './facts.js';

export interface KvkFakeOptions extends FakePlace {
  /** Default `_links`, KvK's shape since 2026. */
  linkShape?: LinkShape;
  /** The key that is let in; absent: any key that is not empty; null: none needed. */
  apiKey?: string | null;
  facts?: KvkTold[];
  /** KvK Dataservice, under `/hr-dataservice`: signatures are not checked unless told. */
  dataservice?: FakeDataserviceManners;
}

/** Where KvK Dataservice stands within the fake. */
export const DATASERVICE_PATH = '/hr-dataservice';

const JSON_HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
const MEDIA = ['application/hal+json', 'application/json'];

const errorAnswer = ({ status, fout }: FakeErrorAnswer): FakeAnswer => ({
  status,
  headers: JSON_HEADERS,
  body: JSON.stringify({ fout }),
});

const problemAnswer = ({ status, title, detail }: FakeProblem): FakeAnswer => ({
  status,
  headers: JSON_HEADERS,
  body: JSON.stringify({ type: 'about:blank', title, status, detail }),
});

/** Facts as told over HTTP: a list, `{facts: […]}`, and `{signals: […]}` in which each need not say that it is one. */
function unpack(sent: unknown): unknown {
  const { facts, signals } = (sent ?? {}) as { facts?: unknown; signals?: unknown };
  if (!Array.isArray(signals)) return Array.isArray(sent) ? sent : facts;
  const told: unknown[] = signals.map((one: unknown) => ({ kind: 'signal', ...(one as object) }));
  return [...(Array.isArray(facts) ? (facts as unknown[]) : []), ...told];
}

/** The media type to answer in; null when the client takes neither. */
function mediaType(accept: string | undefined): string | null {
  const asked = (accept ?? '*/*').split(',').map((one) => one.split(';')[0]!.trim().toLowerCase());
  return (
    asked.map((one) => (['*/*', 'application/*'].includes(one) ? MEDIA[0]! : one)).find((one) => MEDIA.includes(one)) ??
    null
  );
}

/**
 * KvK's API's on a port of this machine, under `/test/api` and `/api`, and KvK Dataservice under `/hr-dataservice`. Knows
 * nothing until told.
 */
export async function startKvkFake(options: KvkFakeOptions): Promise<FakeBehindTls<KvkTold>> {
  const register = fakeRegister();
  register.tell(options.facts ?? []);
  const wsdl = await readWsdl(new URL('./hr-dataservice.wsdl', import.meta.url));
  const dataservice = fakeDataservice(wsdl, register.product, options.dataservice ?? {});
  const isDataservice = ({ path }: FakeRequest) => path === DATASERVICE_PATH;

  /** A path below the base: which API version answers, and what. */
  function route(path: string, query: URLSearchParams, wire: Wire): [version: string, answer: object] | null {
    const [, version, service, number = '', part, rest] = path.split('/');
    const api = `${version}/${service}`;
    if (path === '/v2/zoeken') return ['2.1.0', zoeken(register.companies(), query, wire)];
    if (api === 'v1/basisprofielen' && rest === undefined) {
      const gives = { '': basisprofiel, eigenaar, hoofdvestiging, vestigingen }[part ?? ''];
      return gives ? ['1.5.0', register.byKvkNumber(number, (company) => gives(company, wire))] : null;
    }
    if (api === 'v1/vestigingsprofielen' && part === undefined)
      return ['1.5.0', register.byEstablishmentNumber(number, wire)];
    if (api === 'v1/abonnementen') {
      const found = register.mutations.answer(path, query, wire.base);
      return found && ['1.0.9', found];
    }
    if (path.startsWith('/v1/naamgevingen/kvknummer/') && rest === undefined) {
      return ['1.1.1', register.byKvkNumber(part ?? '', (company) => naamgeving(company, wire))];
    }
    return null;
  }

  function answer(request: FakeRequest): FakeAnswer {
    if (isDataservice(request)) return dataservice.answer(request);
    const { method, path, query, headers, url } = request;
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
    if (found instanceof FakeProblem) return problemAnswer(found);
    if (isError(found)) return errorAnswer(found);
    return {
      status: 200,
      headers: { ...JSON_HEADERS, 'Content-Type': type, 'API-Version': version },
      body: JSON.stringify(found),
    };
  }

  return startFakeBehindTls<KvkTold>(options, {
    name: 'kvk',
    answer,
    errorInside: (request) =>
      isDataservice(request) ? dataservice.errorInside(request) : errorAnswer(fakeError('IPD9999')),
    fact: KvkTold,
    unpack,
    tell: register.tell,
  });
}
