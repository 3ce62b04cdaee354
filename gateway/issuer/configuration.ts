import { interactionPolicy, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { DemoProfessional } from '../../demo/professionals.js';
import type { Logger } from '../../runtime/log.js';
import { accountOf, graphClaims } from './account.js';
import { COMMAND_LINE_CLIENT, DEMO_GRANT, PLAYGROUND_CLIENT } from './clients.js';
import { escapeHtml, htmlPage } from './html.js';
import type { IssuerKeys } from './keys.js';
import { inMemory } from './memory.js';
import type { RefusedBecause } from './refused-by.js';

/** How long an access token and an ID token are good, in seconds. */
const TOKEN_TTL_S = 3_600;
/** How long a log-in is remembered, in seconds: a working day. */
const SESSION_TTL_S = 8 * 3_600;
export interface IssuerOptions {
  /** Must be true: whoever can reach this issuer can be anybody. */
  development: boolean;
  /** Where clients reach it, e.g. `http://127.0.0.1:4000/issuer`. It is known by this address only, whatever a request says. */
  issuerUrl: string;
  professionals: DemoProfessional[];
  /** File that keeps the signing keys, so that tokens survive a restart. */
  keysFile: string;
  log: Logger;
  /** Audience of the access tokens. */
  audience: string;
  /** Pages that a log-in may return to; also after logging out. */
  redirectUris: string[];
  /** Who is given no token. Default: nobody. */
  refusedBecause?: RefusedBecause;
}

/** RFC 8707 wants an absolute URI to name the graph by; the audience in the token is the plain word. */
export const resourceOf = ({ audience }: IssuerOptions): string => `urn:${audience}`;

/** What an access token for the graph looks like. */
export const resourceServerOf = ({ audience }: IssuerOptions): ResourceServer => ({
  scope: 'graph',
  audience,
  accessTokenTTL: TOKEN_TTL_S,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
});

const page = (ctx: KoaContextWithOIDC, title: string, body: string): void => {
  ctx.type = 'html';
  ctx.body = htmlPage(title, body);
};

/** When somebody must choose who they are: as usual, and when who is logged in has no account any more. */
function logInPolicy() {
  const policy = interactionPolicy.base();
  const gone = new interactionPolicy.Check(
    'account_gone',
    'the account is no longer there',
    'login_required',
    ({ oidc }) => Boolean(oidc.session?.accountId) && !oidc.account,
  );
  policy.get('login')!.checks.add(gone);
  return policy;
}

/** The whole configuration of `oidc-provider`. Every choice that it would otherwise make itself, aloud on the console, is made here. */
export function configurationOf(options: IssuerOptions, keys: IssuerKeys): Configuration {
  const { issuerUrl, professionals, redirectUris, refusedBecause } = options;
  const { pathname: mount } = new URL(issuerUrl);
  const resource = resourceOf(options);
  return {
    adapter: inMemory(),
    clients: [
      {
        client_id: PLAYGROUND_CLIENT,
        client_name: 'Werkgraaf',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris,
      },
      {
        client_id: COMMAND_LINE_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: [DEMO_GRANT],
        response_types: [],
        redirect_uris: [],
      },
    ],
    jwks: keys.jwks as never,
    cookies: {
      keys: keys.cookieKeys,
      long: { path: mount, httpOnly: true, sameSite: 'lax' },
      short: { path: mount, httpOnly: true, sameSite: 'lax' },
    },
    claims: { openid: ['sub'], profile: ['name', 'roles', 'organisation', 'organisation_name'] },
    scopes: ['openid', 'profile'],
    // The ID token tells the page who logged in; there is no userinfo to ask.
    conformIdTokenClaims: false,
    // Asked for each log-in and each token, so that a session of before is no way in.
    async findAccount(_ctx, sub) {
      const one = professionals.find(({ id }) => id === sub);
      return one && !(await refusedBecause?.(one)) ? accountOf(one) : undefined;
    },
    extraTokenClaims: (_ctx, token) => {
      const one = 'accountId' in token ? professionals.find((other) => other.id === token.accountId) : undefined;
      return one ? graphClaims(one) : undefined;
    },
    clientBasedCORS: (_ctx, origin) => redirectUris.some((uri) => new URL(uri).origin === origin),
    // Asking somebody who does not exist for consent serves nobody: logging in is consent.
    async loadExistingGrant(ctx) {
      const { Grant } = ctx.oidc.provider;
      const clientId = ctx.oidc.client?.clientId ?? '';
      const known = ctx.oidc.session?.grantIdFor(clientId);
      const kept = known ? await Grant.find(known) : undefined;
      if (kept) return kept;
      const grant = new Grant({ clientId, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(resource, 'graph');
      await grant.save();
      return grant;
    },
    interactions: { policy: logInPolicy(), url: (_ctx, interaction) => `${issuerUrl}/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: TOKEN_TTL_S,
      AuthorizationCode: 60,
      IdToken: TOKEN_TTL_S,
      Interaction: 600,
      Session: SESSION_TTL_S,
      Grant: SESSION_TTL_S,
    },
    renderError: (ctx, out) =>
      page(
        ctx,
        'Inloggen is niet gelukt',
        `<p>Ga terug naar Werkgraaf en log opnieuw in.</p><p>Wat de techniek ervan zegt: ${escapeHtml(out.error)}${out.error_description ? ` (${escapeHtml(out.error_description)})` : ''}.</p>`,
      ),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        getResourceServerInfo: () => resourceServerOf(options),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) =>
          page(
            ctx,
            'Uitloggen',
            `<p>Wilt u uitloggen bij Werkgraaf? Daarna kunt u als iemand anders inloggen.</p>${form}
            <button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, uitloggen</button>`,
          ),
        postLogoutSuccessSource: (ctx) => page(ctx, 'U bent uitgelogd', '<p>U kunt dit venster sluiten.</p>'),
      },
    },
  };
}
