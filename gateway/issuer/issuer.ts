import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import Provider from 'oidc-provider';
import { readBody, respond, type Handler, type Routes } from '../../runtime/web-server.js';
import { configurationOf, resourceOf, resourceServerOf, type IssuerOptions } from './configuration.js';
import { addDemoGrant } from './demo-grant.js';
import { htmlPage } from './html.js';
import { issuerKeys } from './keys.js';
import { choosable, logInPage } from './log-in-page.js';

/** A posted choice is a short name. */
const MOST_BODY_BYTES = 1_024;

export interface Issuer {
  /** All below the path of `issuerUrl`. */
  routes: Routes;
  issuer: string;
  jwksUri: string;
}

/**
 * An OpenID Connect issuer inside this process, for development and tests: authorization code with PKCE for the
 * playground, a grant of its own for the command line. Everybody who can log in is invented, so there is no password.
 * @throws Error when not in development, or when the keys cannot be read or written
 */
export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  if (!options.development)
    throw new Error('The embedded issuer lets anybody be anybody; it runs in development only.');
  const { issuerUrl, professionals, log, redirectUris, refusedBecause } = options;
  const { pathname: mount, host, protocol } = new URL(issuerUrl);
  const provider = new Provider(issuerUrl, configurationOf(options, await issuerKeys(options.keysFile)));
  // The host and protocol it believes are those of `pinned` below.
  provider.proxy = true;
  const resourceServer = new provider.ResourceServer(resourceOf(options), resourceServerOf(options));
  addDemoGrant(provider, professionals, resourceServer, refusedBecause);
  provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'issuer failed'));
  provider.on('authorization.error', (_ctx, error) => log.info({ error: error.message }, 'log-in refused'));
  provider.on('grant.error', (_ctx, error) => log.info({ error: error.message }, 'token refused'));
  // Koa writes to the console what nobody listens to.
  (provider as EventEmitter).on('error', (error: Error) => log.error({ err: error }, 'issuer failed'));

  const forms = ["'self'", ...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(' ');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
  const pinned = (request: IncomingMessage) => {
    request.headers.host = host;
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  };

  const callback = provider.callback();
  const ask: Handler = (request, response) => {
    pinned(request);
    response.setHeader('Content-Security-Policy', policy);
    Object.assign(request, { originalUrl: request.url });
    request.url = (request.url ?? '').slice(mount.length);
    return callback(request, response);
  };

  const logIn: Handler = async (request, response) => {
    pinned(request);
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
    const running = await provider.interactionDetails(request, response).catch(() => null);
    if (!running) {
      const body = '<p>Het inloggen duurde te lang of is al afgerond. Ga terug naar Werkgraaf en log opnieuw in.</p>';
      return respond(response, 400, htmlPage('Inloggen is verlopen', body), headers);
    }
    const choice =
      request.method === 'POST' ? new URLSearchParams(await readBody(request, MOST_BODY_BYTES)).get('name') : null;
    const chosen = choosable(professionals).find((one) => one.name === choice);
    if (!chosen) return respond(response, choice === null ? 200 : 400, logInPage(professionals), headers);
    const refused = await refusedBecause?.(chosen);
    if (refused) return respond(response, 403, logInPage(professionals, refused), headers);
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: chosen.id } },
      { mergeWithLastSubmission: false },
    );
  };

  return {
    routes: { [`${mount}/*`]: ask, [`${mount}/interaction/*`]: logIn },
    issuer: issuerUrl,
    jwksUri: `${issuerUrl}/jwks`,
  };
}
