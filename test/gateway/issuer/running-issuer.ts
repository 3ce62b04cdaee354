import { join } from 'node:path';
import { professionals } from '../../../demo/professionals.js';
import type { IssuerOptions } from '../../../gateway/issuer/configuration.js';
import { createIssuer, type Issuer } from '../../../gateway/issuer/issuer.js';
import { silent } from '../../../runtime/log.js';
import { startWebServer, type WebServer } from '../../../runtime/web-server.js';
import { freePort } from '../../free-port.js';
import { temporaryFolder } from '../../temporary-folder.js';

/** A folder of its own for one test's keys. */
export const keysFile = (): string => join(temporaryFolder('issuer'), 'below', 'keys.json');

/** An issuer on a port of its own, with the demo professionals. */
export async function runningIssuer(
  changed: Partial<IssuerOptions> = {},
): Promise<{ issuer: Issuer; server: WebServer; origin: string; callback: string; options: IssuerOptions }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const callback = `${origin}/graphql`;
  const options: IssuerOptions = {
    development: true,
    issuerUrl: `${origin}/issuer`,
    professionals,
    keysFile: keysFile(),
    log: silent,
    audience: 'werkgraaf',
    redirectUris: [callback],
    ...changed,
  };
  const issuer = await createIssuer(options);
  const server = await startWebServer(issuer.routes, { port });
  return { issuer, server, origin, callback, options };
}
