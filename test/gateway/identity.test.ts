import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { identifyByBearer, type Identify } from '../../gateway/identity.js';
import type { Identity } from '../../runtime/identity.js';
import { silent } from '../../runtime/log.js';
import { respond, startWebServer, type WebServer } from '../../runtime/web-server.js';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let stranger: Keys;
let published: JWK[];
let fetched: number;
let broken: boolean;
let issuer: WebServer;
let identify: Identify;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  stranger = await generateKeyPair('RS256');
});

beforeEach(async () => {
  published = [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }];
  fetched = 0;
  broken = false;
  issuer = await startWebServer(
    {
      '/.well-known/openid-configuration': (_q, response) =>
        respond(response, 200, { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` }),
      '/jwks': (_q, response) => {
        fetched += 1;
        respond(response, broken ? 500 : 200, { keys: published });
      },
    },
    { port: 0 },
  );
  identify = identifyByBearer({ issuer: issuer.url, audience: 'werkgraaf', log: silent, coolDownMs: 0 });
});
afterEach(() => issuer.stop(0));

const now = () => Math.floor(Date.now() / 1000);
const claims = {
  sub: 'prof-01',
  roles: ['ADVISER'],
  organisation: 'o1',
  organisation_kind: 'MUNICIPALITY',
  regions: ['rijnmond'],
  team: 't1',
};

interface Made {
  iss?: string;
  aud?: string;
  exp?: number;
  nbf?: number;
  kid?: string;
  key?: Keys['privateKey'];
  payload?: JWTPayload;
}
async function bearer(made: Made = {}): Promise<string> {
  const token = new SignJWT({ ...claims, ...made.payload })
    .setProtectedHeader({ alg: 'RS256', kid: made.kid ?? 'k1' })
    .setIssuer(made.iss ?? issuer.url)
    .setAudience(made.aud ?? 'werkgraaf')
    .setExpirationTime(made.exp ?? now() + 600);
  if (made.nbf !== undefined) token.setNotBefore(made.nbf);
  return `Bearer ${await token.sign(made.key ?? keys.privateKey)}`;
}

const refused = async (authorization: string) => {
  const { message, extensions } = (await identify(authorization).catch((thrown: unknown) => thrown)) as GraphQLError;
  const { status, headers } = extensions.http as { status: number; headers: Map<string, string> };
  return { code: extensions.code, status, challenge: headers.get('www-authenticate'), message };
};
const INVALID = {
  code: 'UNAUTHENTICATED',
  status: 401,
  challenge: 'Bearer error="invalid_token"',
  message: 'Uw aanmelding is ongeldig. Log opnieuw in.',
};

test('a token of the issuer says who asks', async () => {
  const who: Identity = {
    professionalId: 'prof-01',
    roles: ['ADVISER'],
    organisationId: 'o1',
    organisationKind: 'MUNICIPALITY',
    regionIds: ['rijnmond'],
    teamId: 't1',
  };
  expect(await identify(await bearer())).toEqual(who);
});

test('claims that are missing or of another shape become null or none, never something else', async () => {
  const token = await bearer({ payload: { roles: 'ADMIN', organisation: 7, regions: [1, 'haaglanden'], team: '' } });
  expect(await identify(token)).toMatchObject({
    roles: [],
    organisationId: null,
    regionIds: ['haaglanden'],
    teamId: null,
  });
});

test('claims may have other names at another issuer', async () => {
  const elsewhere = identifyByBearer({
    issuer: issuer.url,
    audience: 'werkgraaf',
    log: silent,
    claims: { roles: 'groups' },
  });
  expect(await elsewhere(await bearer({ payload: { groups: ['MANAGER'] } }))).toMatchObject({ roles: ['MANAGER'] });
});

test('who sends no token is nobody', async () => {
  expect(await identify(undefined)).toBeNull();
});

describe('a token that does not hold is refused', () => {
  test.each<[string, () => Promise<string>]>([
    [
      'signed by nobody (alg none)',
      async () =>
        `Bearer ${new UnsecuredJWT(claims).setIssuer(issuer.url).setAudience('werkgraaf').setExpirationTime('10m').encode()}`,
    ],
    ['for another audience', () => bearer({ aud: 'iets-anders' })],
    ['of another issuer', () => bearer({ iss: 'https://issuer.example' })],
    ['not valid yet', () => bearer({ nbf: now() + 60 })],
    ['of an unknown key', () => bearer({ kid: 'k9' })],
    ['of a known key, signed by another', () => bearer({ key: stranger.privateKey })],
    [
      'without an end',
      async () =>
        `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).setIssuer(issuer.url).setAudience('werkgraaf').sign(keys.privateKey)}`,
    ],
    ['without a subject', () => bearer({ payload: { sub: '' } })],
    [
      'signed with the public key as a shared secret (HS256)',
      async () => {
        const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
        return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).setIssuer(issuer.url).setAudience('werkgraaf').setExpirationTime('10m').sign(secret)}`;
      },
    ],
    ['of another shape', async () => 'Bearer not-a-token'],
    ['of another scheme', async () => 'Basic YTpi'],
    ['longer than a token can be', async () => `Bearer ${'a'.repeat(9_000)}`],
  ])('%s', async (_why, make) => {
    expect(await refused(await make())).toEqual(INVALID);
  });

  test('that has ended, with the reason', async () => {
    expect(await refused(await bearer({ exp: now() - 10 }))).toEqual({
      ...INVALID,
      message: 'Uw aanmelding is verlopen. Log opnieuw in.',
    });
  });

  test('but one that ended within the skew of clocks still holds', async () => {
    expect(await identify(await bearer({ exp: now() - 1 }))).not.toBeNull();
  });
});

describe('the keys of the issuer', () => {
  test('are fetched once, and a token is verified once', async () => {
    const token = await bearer();
    const first = await identify(token);
    expect(await identify(token)).toBe(first);
    expect(await identify(await bearer({ exp: now() + 500 }))).not.toBe(first);
    expect(fetched).toBe(1);
  });

  test('are fetched again for a key that is new', async () => {
    await identify(await bearer());
    const next = await generateKeyPair('RS256');
    published.push({ ...(await exportJWK(next.publicKey)), kid: 'k2', alg: 'RS256', use: 'sig' });
    expect(await identify(await bearer({ kid: 'k2', key: next.privateKey }))).not.toBeNull();
    expect(fetched).toBe(2);
  });

  test('are not fetched again for every unknown key: there is a cool-down', async () => {
    const calm = identifyByBearer({ issuer: issuer.url, audience: 'werkgraaf', log: silent });
    await calm(await bearer());
    for (const kid of ['x1', 'x2', 'x3']) await expect(calm(await bearer({ kid }))).rejects.toThrow('ongeldig');
    expect(fetched).toBe(1);
  });

  test('that cannot be had are no fault of the token: 503, and the next try works again', async () => {
    broken = true;
    expect(await refused(await bearer())).toMatchObject({ code: 'AUTH_UNAVAILABLE', status: 503 });
    broken = false;
    expect(await identify(await bearer())).not.toBeNull();
  });

  test('of an issuer that cannot be found are no fault of the token either', async () => {
    const { url } = issuer;
    await issuer.stop(0);
    const away = identifyByBearer({ issuer: url, audience: 'werkgraaf', log: silent });
    await expect(away(await bearer())).rejects.toMatchObject({ extensions: { code: 'AUTH_UNAVAILABLE' } });
    issuer = await startWebServer({}, { port: 0 });
  });

  test('are not taken from a discovery document of another issuer', async () => {
    const other = identifyByBearer({ issuer: `${issuer.url}/`, audience: 'werkgraaf', log: silent });
    await expect(other(await bearer())).rejects.toMatchObject({ extensions: { code: 'AUTH_UNAVAILABLE' } });
  });
});
