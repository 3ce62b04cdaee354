import { randomUUID } from 'node:crypto';
import type { CompanyFact, SignalFact, SubscriptionFact } from './facts.js';
import { signaal, type Signaal } from './fake-signal.js';
import type { KvkSignalKind } from './mutations-port.js';
import { typeOf } from './signal-kind.js';

/** The subscription that is always there. */
export const FAKE_SUBSCRIPTION = '4101a001-0000-4000-8000-000000000001';

/** RFC 9457, as the Mutatieservice writes it (`ProblemDetail`). */
export class FakeProblem {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {}
}

const moment = (value: string | null): Date | null | undefined => {
  if (value === null) return undefined;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : new Date(at);
};

const wrong = (name: string) => new FakeProblem(400, 'Bad Request', `De parameter ${name} is niet valide.`);

/** KvK's Mutatieservice 1.0.9: the subscriptions, what changed, and what is told of each change. */
export function fakeMutations() {
  const subscriptions = new Map<string, SubscriptionFact>();
  const signals = new Map<string, Signaal[]>();
  subscriptions.set(FAKE_SUBSCRIPTION, {
    kind: 'subscription',
    id: FAKE_SUBSCRIPTION,
    contract: 'API Services Contract',
    startedAt: '2020-01-01T00:00:00Z',
    active: true,
  });

  function list(subscriptionId: string, query: URLSearchParams, base: string): object {
    const [page, size] = [Number(query.get('pagina') ?? 1), Number(query.get('aantal') ?? 100)];
    const [from, to] = [moment(query.get('vanaf')), moment(query.get('tot'))];
    if (!Number.isInteger(page) || page < 1) return wrong('pagina');
    if (!Number.isInteger(size) || size < 10 || size > 500) return wrong('aantal');
    if (from === null) return wrong('vanaf');
    if (to === null) return wrong('tot');
    const found = (signals.get(subscriptionId) ?? [])
      .filter(({ at }) => (!from || at >= from) && (!to || at < to))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const pages = Math.ceil(found.length / size);
    const other = (pagina: number) => {
      const asked = new URLSearchParams(query);
      asked.set('pagina', String(pagina));
      return `${base}/v1/abonnementen/${subscriptionId}?${asked}`;
    };
    return {
      pagina: page,
      aantal: size,
      totaal: found.length,
      totaalPaginas: pages,
      ...(page > 1 && { vorige: other(page - 1) }),
      ...(page < pages && { volgende: other(page + 1) }),
      signalen: found.slice((page - 1) * size, page * size).map(({ id, at, type, fact }) => ({
        id,
        timestamp: at.toISOString(),
        kvknummer: fact.kvkNumber,
        signaalType: type,
        ...(fact.establishmentNumber && { vestigingsnummer: fact.establishmentNumber }),
      })),
    };
  }

  return {
    subscribe(fact: SubscriptionFact): void {
      subscriptions.set(fact.id, fact);
    },
    /** @param before what the register told of the company until now, and `after` from now on */
    add(fact: SignalFact, before: CompanyFact | null, after: CompanyFact | null): void {
      const subscriptionId = fact.subscriptionId ?? FAKE_SUBSCRIPTION;
      const told: Signaal = {
        id: fact.id ?? randomUUID(),
        at: fact.at === undefined ? new Date() : new Date(fact.at),
        type: typeOf(fact.type as KvkSignalKind) ?? fact.type,
        fact,
        company: after,
        before,
      };
      const others = (signals.get(subscriptionId) ?? []).filter(({ id }) => id !== told.id);
      signals.set(subscriptionId, [...others, told]);
    },
    /** What stands under a path of `/v1/abonnementen`; null for a path that is none. */
    answer(path: string, query: URLSearchParams, base: string): object | null {
      const [, , , id = '', part, signalId, rest] = path.split('/');
      if (rest !== undefined || (part !== undefined && part !== 'signalen')) return null;
      if (id === '') {
        return {
          klantId: '4101a000-0000-4000-8000-000000000000',
          abonnementen: [...subscriptions.values()].map(({ id, contract, startedAt, endedAt, active }) => ({
            id,
            contract: { id: contract },
            startDatum: startedAt,
            ...(endedAt && { eindDatum: endedAt }),
            actief: active,
          })),
        };
      }
      if (!subscriptions.has(id)) return new FakeProblem(404, 'Not Found', 'Het abonnement is niet gevonden.');
      if (part === undefined) return list(id, query, base);
      const found = (signals.get(id) ?? []).find((one) => one.id === signalId);
      return found ? { signaal: signaal(found) } : new FakeProblem(404, 'Not Found', 'Het signaal is niet gevonden.');
    },
  };
}
