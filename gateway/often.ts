import { BoundedCache } from './bounded-cache.js';

const MINUTE_MS = 60_000;
/** Clients that are remembered at once; who asked longest ago is forgotten first. */
const MOST_CLIENTS = 10_000;

/**
 * Lets each client ask `perMinute` times within a minute of its first time.
 * @returns for each time asked: 0 when it may, else in how many seconds it may again
 */
export function often(perMinute: number, now: () => number = () => performance.now()): (client: string) => number {
  const lately = new BoundedCache<{ asked: number; until: number }>({ maxWeight: MOST_CLIENTS });
  return (client) => {
    const at = now();
    const known = lately.find(client);
    if (!known || known.until <= at) {
      lately.keep(client, { asked: 1, until: at + MINUTE_MS });
      return 0;
    }
    if (known.asked >= perMinute) return Math.ceil((known.until - at) / 1_000);
    known.asked += 1;
    return 0;
  };
}
