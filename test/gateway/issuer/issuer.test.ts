import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { createIssuer } from '../../../gateway/issuer/issuer.js';
import { requestToken } from '../../../gateway/issuer/request-token.js';
import { startWebServer } from '../../../runtime/web-server.js';
import { browserLike } from './browser-like.js';
import { runningIssuer } from './running-issuer.js';

const random = () => randomBytes(32).toString('base64url');

/** What the playground does, up to and including the code: log in as `name`. */
async function codeFor(running: Awaited<ReturnType<typeof runningIssuer>>, name: string, browser = browserLike()) {
  const verifier = random();
  const [state, nonce] = [random(), random()];
  const query = new URLSearchParams({
    client_id: 'werkgraaf-playground',
    response_type: 'code',
    redirect_uri: running.callback,
    scope: 'openid profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  const asked = await browser(`${running.origin}/issuer/auth?${query}`);
  expect(asked.status).toBe(303);
  const formUrl = asked.headers.get('location') ?? '';
  const form = await browser(formUrl);
  const chosen = await browser(formUrl, { name });
  const resumed = chosen.status === 303 ? await browser(chosen.headers.get('location') ?? '') : chosen;
  const returned = resumed.status === 303 ? new URL(resumed.headers.get('location') ?? '') : null;
  return { verifier, state, nonce, form, formUrl, chosen, returned, code: returned?.searchParams.get('code') ?? '' };
}

const exchange = (running: { origin: string; callback: string }, code: string, verifier: string, headers = {}) =>
  fetch(`${running.origin}/issuer/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'werkgraaf-playground',
      redirect_uri: running.callback,
      code,
      code_verifier: verifier,
    }),
  });

describe('the embedded issuer', () => {
  let running: Awaited<ReturnType<typeof runningIssuer>>;
  const said = [jest.spyOn(console, 'info'), jest.spyOn(console, 'warn'), jest.spyOn(console, 'error')];
  beforeAll(async () => {
    running = await runningIssuer();
  });
  afterAll(async () => {
    await running.server.stop();
  });

  test('a log-in with code and PKCE gives a token that tells who asks and what they may', async () => {
    const { returned, state, nonce, code, verifier } = await codeFor(running, 'municipal');
    expect(returned?.href.startsWith(running.callback)).toBe(true);
    expect(returned?.searchParams.get('state')).toBe(state);
    const answer = await exchange(running, code, verifier);
    const tokens = (await answer.json()) as { access_token: string; id_token: string; expires_in: number };
    expect(answer.status).toBe(200);
    expect(tokens.expires_in).toBeLessThanOrEqual(3600);
    const keys = createRemoteJWKSet(new URL(running.issuer.jwksUri));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, {
      issuer: running.issuer.issuer,
      audience: 'werkgraaf',
      algorithms: ['RS256'],
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      sub: 'prof-04',
      name: 'Dirk-Jan Meerkerk',
      roles: ['ACCOUNT_MANAGER', 'MATCHMAKER'],
      organisation: 'org-rotterdam',
      organisation_kind: 'CENTRE_MUNICIPALITY',
      regions: ['rijnmond'],
      team: 'team-rotterdam',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(3600);
    const { payload: who } = await jwtVerify(tokens.id_token, keys, { audience: 'werkgraaf-playground' });
    expect(who).toMatchObject({
      sub: 'prof-04',
      nonce,
      name: 'Dirk-Jan Meerkerk',
      organisation_name: 'Gemeente Rotterdam',
    });
  });

  test('a code is worth nothing with another verifier, nor a second time', async () => {
    const first = await codeFor(running, 'analyst');
    const wrong = await exchange(running, first.code, random());
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    const second = await codeFor(running, 'analyst');
    expect((await exchange(running, second.code, second.verifier)).status).toBe(200);
    expect((await exchange(running, second.code, second.verifier)).status).toBe(400);
  });

  test('a request without PKCE, or with a return address of another, is refused with a page in Dutch', async () => {
    const query = { client_id: 'werkgraaf-playground', response_type: 'code', scope: 'openid', state: 'x' };
    const back = await browserLike()(
      `${running.origin}/issuer/auth?${new URLSearchParams({ ...query, redirect_uri: running.callback })}`,
    );
    expect(new URL(back.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
    const away = await browserLike()(
      `${running.origin}/issuer/auth?${new URLSearchParams({ ...query, redirect_uri: 'http://elders.example/' })}`,
    );
    expect(away.status).toBe(400);
    expect(await away.text()).toContain('Inloggen is niet gelukt');
  });

  test('the log-in page is Dutch, works without script, labels every choice and says that all people are invented', async () => {
    const { form } = await codeFor(running, 'manager');
    const html = await form.text();
    expect(form.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('<h1>Kies wie u bent</h1>');
    expect(html).toContain('Alle personen zijn verzonnen');
    expect(html).not.toContain('<script');
    expect(html.match(/<label class="choice">\s*<input type="radio" name="name" value="\w+"/g)).toHaveLength(7);
    expect(html).toContain('Dirk-Jan Meerkerk<small>accountmanager en matchmaker, Gemeente Rotterdam</small>');
  });

  test('a name that cannot be chosen shows the choice again, and a log-in that does not run says so', async () => {
    const { chosen, formUrl } = await codeFor(running, 'prof-08');
    expect(chosen.status).toBe(400);
    expect(await chosen.text()).toContain('Kies wie u bent');
    const stranger = await browserLike()(formUrl);
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('Inloggen is verlopen');
  });

  test('logging out ends the session, so that the next log-in asks again', async () => {
    const browser = browserLike();
    const { code, verifier } = await codeFor(running, 'accountmanager', browser);
    const { id_token } = (await (await exchange(running, code, verifier)).json()) as { id_token: string };
    const query = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: running.callback });
    const page = await (await browser(`${running.origin}/issuer/session/end?${query}`)).text();
    expect(page).toContain('Wilt u uitloggen bij Werkgraaf?');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const done = await browser(`${running.origin}/issuer/session/end/confirm`, { xsrf, logout: 'yes' });
    expect([done.status, done.headers.get('location')]).toEqual([303, running.callback]);
    const again = await codeFor(running, 'matchmaker', browser);
    expect(await again.form.text()).toContain('Kies wie u bent');
  });

  test('it knows itself by the address it was given, whatever host a request names', async () => {
    const answer = await fetch(`${running.origin}/issuer/.well-known/openid-configuration`, {
      headers: { 'X-Forwarded-Host': 'elders.example', 'X-Forwarded-Proto': 'https' },
    });
    const found = (await answer.json()) as Record<string, unknown>;
    expect(found).toMatchObject({
      issuer: `${running.origin}/issuer`,
      authorization_endpoint: `${running.origin}/issuer/auth`,
      token_endpoint: `${running.origin}/issuer/token`,
      jwks_uri: running.issuer.jwksUri,
      code_challenge_methods_supported: ['S256'],
    });
  });

  test('the published keys serve RS256, PS256 and ES256 and hold nothing private', async () => {
    const { keys } = (await (await fetch(running.issuer.jwksUri)).json()) as { keys: Record<string, string>[] };
    expect(keys.map((key) => key.alg).sort()).toEqual(['ES256', 'PS256', 'RS256']);
    for (const key of keys) expect(Object.keys(key)).not.toEqual(expect.arrayContaining(['d']));
  });

  test('a page of a known origin may exchange its code from the browser, one of another origin may not', async () => {
    const { code, verifier } = await codeFor(running, 'admin');
    const answer = await exchange(running, code, verifier, { Origin: running.origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe(running.origin);
    const other = await codeFor(running, 'admin');
    const refused = await exchange(running, other.code, other.verifier, { Origin: 'http://elders.example' });
    expect(refused.status).toBe(400);
  });

  test('the command line gets a token for a name', async () => {
    const token = await requestToken(running.origin, 'casemanager');
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect(decodeJwt(token)).toMatchObject({
      sub: 'prof-03',
      aud: 'werkgraaf',
      iss: running.issuer.issuer,
      roles: ['CASE_MANAGER'],
      organisation_kind: 'UWV',
    });
  });

  test('for an unknown name the command line is told which names there are', async () => {
    await expect(requestToken(running.origin, 'directeur')).rejects.toThrow(
      'Onbekende naam. Kies uit: accountmanager, matchmaker, casemanager, municipal, manager, analyst, admin.',
    );
  });

  test('when nothing runs the command line is told how to start it', async () => {
    await expect(requestToken('http://127.0.0.1:1', 'admin')).rejects.toThrow('Start het eerst met: npm start');
  });

  test('nothing of all this was written to the console', () => {
    for (const spy of said) expect(spy.mock.calls).toEqual([]);
  });
});

test('keys survive a restart, so that tokens of before are still good, and only we can read them', async () => {
  const before = await runningIssuer();
  const token = await requestToken(before.origin, 'manager');
  await before.server.stop();
  const issuer = await createIssuer(before.options);
  const server = await startWebServer(issuer.routes, { port: before.server.port });
  await expect(
    jwtVerify(token, createRemoteJWKSet(new URL(issuer.jwksUri)), { audience: 'werkgraaf' }),
  ).resolves.toBeDefined();
  expect(statSync(before.options.keysFile).mode & 0o777).toBe(0o600);
  await server.stop();
});

test('processes that start at once share one set of keys', async () => {
  const first = await runningIssuer();
  const options = { ...first.options, keysFile: `${first.options.keysFile}.new` };
  const issuers = await Promise.all([createIssuer(options), createIssuer(options), createIssuer(options)]);
  await first.server.stop();
  const published = await Promise.all(
    issuers.map(async ({ routes }) => {
      const server = await startWebServer(routes, { port: 0 });
      const text = await (await fetch(`${server.url}/issuer/jwks`)).text();
      await server.stop();
      return text;
    }),
  );
  expect(new Set(published).size).toBe(1);
});

test('outside development there is no such issuer', async () => {
  await expect(runningIssuer({ development: false })).rejects.toThrow('development only');
});

describe('R-044: who left', () => {
  const TOLD = 'U bent gemeld als niet meer werkzaam.';
  const gone = new Set<string>();
  let running: Awaited<ReturnType<typeof runningIssuer>>;
  beforeAll(async () => {
    running = await runningIssuer({ refusedBecause: async ({ name }) => (gone.has(name ?? '') ? TOLD : null) });
  });
  afterAll(() => running.server.stop());

  test('is told why at the log-in page, where somebody else can be chosen', async () => {
    gone.add('municipal');
    const { chosen, code } = await codeFor(running, 'municipal');
    const page = await chosen.text();
    expect([chosen.status, code]).toEqual([403, '']);
    expect(page).toContain(TOLD);
    expect(page).toContain('Kies wie u bent');
    expect((await codeFor(running, 'matchmaker')).code).not.toBe('');
    gone.clear();
  });

  test('is given no token on the command line', async () => {
    gone.add('matchmaker');
    await expect(requestToken(running.origin, 'matchmaker')).rejects.toThrow(TOLD);
    expect(await requestToken(running.origin, 'municipal')).toEqual(expect.any(String));
    gone.clear();
  });

  test('is given no token for a code, and no code for a log-in, of before', async () => {
    const browser = browserLike();
    const { code, verifier } = await codeFor(running, 'matchmaker', browser);
    gone.add('matchmaker');
    const answer = await exchange(running, code, verifier);
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    const again = await codeFor(running, 'matchmaker', browser);
    expect([again.form.status, again.chosen.status, again.code]).toEqual([200, 403, '']);
    gone.clear();
  });
});
