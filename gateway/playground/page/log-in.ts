import type { PlaygroundSettings } from '../settings.js';

/** Who logged in, for as long as this tab lives: nothing is kept in the browser after it. */
export interface LogIn {
  accessToken: string;
  idToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  name: string;
  roles: string[];
  organisation: string;
}

interface Discovery {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

/** Something the person at the screen can read. */
export class LogInError extends Error {}

const KEPT = 'werkgraaf.log-in';
const RUNNING = 'werkgraaf.log-in.running';
const FAILED = 'Inloggen is niet gelukt. Probeer het opnieuw.';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));
const here = (): string => location.origin + location.pathname;

async function discover({ issuer }: PlaygroundSettings): Promise<Discovery> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null);
  if (!answer?.ok) throw new LogInError('De inlogdienst antwoordt niet. Probeer het straks opnieuw.');
  return (await answer.json()) as Discovery;
}

/** Leaves for the issuer's log-in page (authorization code with PKCE, RFC 7636). */
export async function startLogIn(settings: PlaygroundSettings): Promise<void> {
  if (!isSecureContext) throw new LogInError('Inloggen kan alleen over https, of op de eigen computer via 127.0.0.1.');
  const { authorization_endpoint } = await discover(settings);
  const running = { state: random(), nonce: random(), verifier: random() };
  sessionStorage.setItem(RUNNING, JSON.stringify(running));
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(running.verifier));
  const address = new URL(authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: settings.clientId,
    response_type: 'code',
    redirect_uri: here(),
    scope: 'openid profile',
    code_challenge: base64url(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    state: running.state,
    nonce: running.nonce,
  }).toString();
  location.assign(address);
}

/** The claims of a token that came straight from the issuer, whose connection vouches for it (OIDC Core 3.1.3.7). */
function claims(idToken: string): Record<string, unknown> {
  const part = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (sign) => sign.charCodeAt(0)))) as Record<
    string,
    unknown
  >;
}

/**
 * When the issuer just sent us back: trades the code for tokens, after checking that this tab asked for it.
 * @throws LogInError when it refused, or when the answer is not to our question
 */
export async function finishLogIn(settings: PlaygroundSettings): Promise<void> {
  const query = new URLSearchParams(location.search);
  if (!query.has('state')) return;
  const running = JSON.parse(sessionStorage.getItem(RUNNING) ?? 'null') as {
    state: string;
    nonce: string;
    verifier: string;
  } | null;
  sessionStorage.removeItem(RUNNING);
  history.replaceState(null, '', here());
  if (!running || running.state !== query.get('state')) throw new LogInError(FAILED);
  if (query.has('iss') && query.get('iss') !== settings.issuer) throw new LogInError(FAILED);
  const { token_endpoint } = await discover(settings);
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.clientId,
      redirect_uri: here(),
      code: query.get('code') ?? '',
      code_verifier: running.verifier,
    }),
  }).catch(() => null);
  if (!answer?.ok) throw new LogInError(FAILED);
  const tokens = (await answer.json()) as { access_token: string; id_token: string; expires_in: number };
  const who = claims(tokens.id_token);
  const audience = [who.aud].flat();
  const good = who.nonce === running.nonce && who.iss === settings.issuer && audience.includes(settings.clientId);
  if (!good || Number(who.exp) * 1000 < Date.now()) throw new LogInError(FAILED);
  const logIn: LogIn = {
    accessToken: tokens.access_token,
    idToken: tokens.id_token,
    expiresAt: Date.now() + tokens.expires_in * 1000,
    name: String(who.name ?? who.sub),
    roles: Array.isArray(who.roles) ? who.roles.map(String) : [],
    organisation: String(who.organisation_name ?? who.organisation ?? ''),
  };
  sessionStorage.setItem(KEPT, JSON.stringify(logIn));
}

/** Who is logged in in this tab, while the token is good. */
export function currentLogIn(): LogIn | null {
  const logIn = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as LogIn | null;
  return logIn && logIn.expiresAt > Date.now() ? logIn : null;
}

/** Forgets the token only: who logs in again finds the question still there. */
export const forgetLogIn = (): void => sessionStorage.removeItem(KEPT);

/** Forgets the token and what was typed, and lets the issuer forget who we are. */
export async function logOut(settings: PlaygroundSettings, logIn: LogIn): Promise<void> {
  sessionStorage.clear();
  // The editor writes what was typed half a second late.
  addEventListener('pagehide', () => sessionStorage.clear());
  const { end_session_endpoint } = await discover(settings);
  if (!end_session_endpoint) return location.reload();
  const address = new URL(end_session_endpoint);
  address.search = new URLSearchParams({ id_token_hint: logIn.idToken, post_logout_redirect_uri: here() }).toString();
  location.assign(address);
}
