import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Running log-ins of one developer; the oldest go first when there are more, so that memory stays bounded. */
const MOST = 5_000;

interface Kept {
  payload: AdapterPayload;
  until: number;
}

/**
 * Where the issuer keeps sessions, codes and running log-ins: in memory, so a restart asks who you are again.
 * The access tokens are JWTs and are kept nowhere; they stay good over a restart (see keys).
 */
export function inMemory(): AdapterFactory {
  const all = new Map<string, Kept>();
  const living = (key: string): AdapterPayload | undefined => {
    const kept = all.get(key);
    if (kept && kept.until > Date.now()) return kept.payload;
    all.delete(key);
    return undefined;
  };
  const first = (matches: (payload: AdapterPayload) => boolean, model: string) => {
    for (const [key, { payload }] of all) if (key.startsWith(`${model}:`) && matches(payload)) return living(key);
    return undefined;
  };
  return (model): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        all.delete(key(id));
        all.set(key(id), { payload, until: Date.now() + (expiresIn ?? 3_600) * 1_000 });
        for (const oldest of all.keys()) {
          if (all.size <= MOST) break;
          all.delete(oldest);
        }
      },
      find: async (id) => living(key(id)),
      findByUid: async (uid) => first((payload) => payload.uid === uid, model),
      findByUserCode: async (code) => first((payload) => payload.userCode === code, model),
      async consume(id) {
        const payload = living(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        all.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [other, { payload }] of all) if (payload.grantId === grantId) all.delete(other);
      },
    };
  };
}
