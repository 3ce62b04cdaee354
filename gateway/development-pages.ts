import { join } from 'node:path';
import { professionals } from '../demo/professionals.js';
import type { AskSubgraph } from '../runtime/ask-subgraph.js';
import type { Logger } from '../runtime/log.js';
import type { Handler, Routes } from '../runtime/web-server.js';
import { PLAYGROUND_CLIENT } from './issuer/clients.js';
import { createIssuer } from './issuer/issuer.js';
import { refusedBy } from './issuer/refused-by.js';
import { buildPlayground } from './playground/build.js';
import { loadExamples } from './playground/examples.js';
import { createPlayground } from './playground/playground.js';

export interface DevelopmentPages {
  /** Where tokens come from: an issuer in this process, at which everybody is invented. */
  issuer: string;
  jwksUri: string;
  playground: Handler;
  routes: Routes;
}

/**
 * What makes the gateway usable on a developer's machine without anything else: an issuer to log in at, and a page to
 * ask questions on. Never for production.
 * @param options.publicUrl where browsers find the gateway, without a path
 * @param options.dataDir keeps the issuer's keys and the built page between runs
 * @param options.today the day as which the examples are filled in, `YYYY-MM-DD`
 * @param options.employers tells who left, to whom no token is given
 */
export async function developmentPages(options: {
  publicUrl: string;
  dataDir: string;
  audience: string;
  today: () => string;
  employers: AskSubgraph;
  log: Logger;
}): Promise<DevelopmentPages> {
  const { publicUrl, dataDir, audience, today, employers, log } = options;
  const assetsDir = join(dataDir, 'playground');
  const [issuer, operations] = await Promise.all([
    createIssuer({
      development: true,
      issuerUrl: `${publicUrl}/issuer`,
      professionals,
      keysFile: join(dataDir, 'issuer-keys.json'),
      log,
      audience,
      redirectUris: [`${publicUrl}/graphql`],
      refusedBecause: refusedBy(employers),
    }),
    loadExamples(),
    buildPlayground(assetsDir),
  ]);
  const playground = await createPlayground({
    assetsDir,
    issuer: issuer.issuer,
    clientId: PLAYGROUND_CLIENT,
    operations,
    today,
    development: true,
  });
  return {
    issuer: issuer.issuer,
    jwksUri: issuer.jwksUri,
    playground: playground.page,
    routes: { ...issuer.routes, ...playground.routes },
  };
}
