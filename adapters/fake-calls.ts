import type { ServerResponse } from 'node:http';

/** Which questions a fake got: never the values in a query, only their names. */
export interface FakeCalls {
  total: number;
  paths: Record<string, { count: number; lastAt: string }>;
  /** The last 100, oldest first. `status` is null while it runs, and for a connection that was reset. */
  last: {
    at: string;
    method: string;
    path: string;
    parameters: string[];
    fault: string | null;
    status: number | null;
  }[];
}

const KEPT = 100;

export function callBook(): {
  add(method: string, path: string, parameters: string[], response: ServerResponse, fault: string | null): void;
  calls(): FakeCalls;
  clear(): void;
} {
  const empty = (): FakeCalls => ({ total: 0, paths: {}, last: [] });
  let book = empty();
  return {
    add(method, path, parameters, response, fault) {
      const at = new Date().toISOString();
      const call: FakeCalls['last'][number] = { at, method, path, parameters, fault, status: null };
      response.once('finish', () => (call.status = response.statusCode));
      book.total += 1;
      book.paths[path] = { count: (book.paths[path]?.count ?? 0) + 1, lastAt: at };
      book.last = [...book.last.slice(1 - KEPT), call];
    },
    calls: () => structuredClone(book),
    clear() {
      book = empty();
    },
  };
}
