import type { Clash } from './find-clashes.js';

/** Who moves, to whom. */
export interface Move {
  keepId: string;
  mergedIds: string[];
  /** Who and when, for what a row says of it. */
  today: string;
  now: Date;
}

/** What moved of one table, and what had to be settled for it. */
export interface Done {
  count: number;
  clashes: Clash[];
}

/** Moves rows one at a time, so that each sees those that came before; a row that was settled says what became of it. */
export async function oneByOne(
  kind: string,
  ids: { id: string }[],
  moveOne: (id: string) => Promise<{ message: string | null }[]>,
): Promise<Done> {
  const messages = new Set<string>();
  for (const { id } of ids) for (const { message } of await moveOne(id)) if (message) messages.add(message);
  return { count: ids.length, clashes: [...messages].map((message) => ({ kind, message })) };
}
