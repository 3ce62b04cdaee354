import pg from 'pg';
import { readStartConfig } from '../config.js';
import { readConfig } from '../gateway/config.js';
import { requestToken } from '../gateway/issuer/request-token.js';
import { startGraph } from '../graph.js';
import { silent } from '../runtime/log.js';

/** One SQL statement as it went to PostgreSQL. */
export interface Statement {
  /** What the connection searches: one subgraph's schema. */
  searchPath: string;
  text: string;
  values: unknown[];
}

/** `query` as the drivers call it: a text with values, or an object that holds both. */
type Asked = string | { text?: string; values?: unknown[] };

const seen: Statement[] = [];
let watching = false;

/** Listens at the driver, where a statement is exactly what PostgreSQL is sent. */
function watch(): void {
  const client = pg.Client.prototype as unknown as { query: (asked: Asked, ...rest: unknown[]) => unknown };
  const { query } = client;
  client.query = function (this: { connectionParameters: { options?: string } }, asked, ...rest) {
    const searchPath = /search_path=([^ ,]+)/.exec(this.connectionParameters.options ?? '')?.[1];
    const text = typeof asked === 'string' ? asked : asked?.text;
    const [values] = typeof asked === 'string' ? rest : [asked?.values];
    if (watching && searchPath && text)
      seen.push({ searchPath, text, values: Array.isArray(values) ? (values as unknown[]) : [] });
    return query.call(this, asked, ...rest);
  };
}

/** The statements that one warm question takes: asked three times, those of the last. */
process.once('message', ({ body }: { body: string }) => {
  void (async () => {
    watch();
    const graph = await startGraph(readStartConfig(), readConfig(), silent);
    await graph.settled();
    const token = await requestToken(graph.url, 'accountmanager');
    for (let n = 0; n < 3; n++) {
      watching = n === 2;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${graph.url}/graphql`, { method: 'POST', headers, body });
      await answer.text();
    }
    watching = false;
    process.send!(seen);
    await graph.stop();
    process.disconnect();
  })();
});
