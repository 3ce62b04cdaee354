import { Pool } from 'undici';

/** What the client is to ask, and for how long. */
export interface Load {
  origin: string;
  headers: Record<string, string>;
  body: string;
  /** Questions in flight at once. */
  concurrency: number;
  /** Stops after so many milliseconds... */
  ms: number;
  /** ...or after so many questions. */
  count: number;
}

export interface Loaded {
  count: number;
  ms: number;
  /** Answers that were not 200, or bore errors. */
  wrong: number;
  /** Milliseconds to an answer: half came faster, and 99 of 100. */
  p50: number;
  p99: number;
}

/** Asks the same question over kept connections. A process of its own, so that its work is in nobody's figure. */
async function load({ origin, headers, body, concurrency, ms, count }: Load): Promise<Loaded> {
  const pool = new Pool(origin, { connections: concurrency, pipelining: 1 });
  const took: number[] = [];
  let asked = 0;
  let wrong = 0;
  const began = performance.now();
  const one = async (): Promise<void> => {
    while (asked < count && performance.now() - began < ms) {
      asked++;
      const start = performance.now();
      const answer = await pool.request({ path: '/graphql', method: 'POST', headers, body });
      const text = await answer.body.text();
      took.push(performance.now() - start);
      if (answer.statusCode !== 200 || text.includes('"errors":')) wrong++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  const whole = performance.now() - began;
  await pool.close();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { count: took.length, ms: whole, wrong, p50: at(0.5), p99: at(0.99) };
}

process.on('message', (message: Load) => void load(message).then((loaded) => process.send!(loaded)));
