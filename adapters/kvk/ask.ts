import type { Logger } from '../../runtime/log.js';
import { parseJson } from '../body.js';
import type { PartnerAnswer, PartnerHttp } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { refusal } from './refusal.js';

const ACCEPT = ['application/hal+json', 'application/json', 'application/problem+json'];

/** One GET at KvK: what it says no to is a PartnerError, what it answers goes through `map`. */
export type KvkAsk = <T>(
  service: string,
  path: string,
  signal: AbortSignal,
  map: (body: unknown) => T,
  query?: URLSearchParams,
) => Promise<T>;

export function kvkAsk(http: PartnerHttp, log: Logger): KvkAsk {
  const warnedOn = new Map<string, string>();

  /** `Warning: 299` (RFC 7234) announces that a version ends: once a day is enough to be read. */
  function heed(service: string, warning: unknown): void {
    const today = new Date().toISOString().slice(0, 10);
    if (typeof warning !== 'string' || !warning.startsWith('299') || warnedOn.get(service) === today) return;
    warnedOn.set(service, today);
    log.warn({ partner: 'KVK', service, warning: warning.slice(0, 300) }, 'partner announces that this version ends');
  }

  return (service, path, signal, map, query) =>
    http.call({
      service,
      path,
      accept: ACCEPT,
      signal,
      ...(query ? { query } : {}),
      read({ status, headers, text }: PartnerAnswer) {
        heed(service, headers.warning);
        const body = parseJson('KVK', text);
        const refused = refusal(status, body);
        if (refused) throw refused;
        if (status !== 200)
          throw new PartnerError('KVK', 'MALFORMED', { cause: new Error(`HTTP ${status} without a known body`) });
        return map(body);
      },
    });
}
