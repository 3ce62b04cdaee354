import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Identity } from '../runtime/identity.js';
import type { Logger } from '../runtime/log.js';
import { BoundedCache } from './bounded-cache.js';
import { refusal } from './errors.js';

/**
 * Who asks, from the `Authorization` header; null when nobody logged in.
 * @throws GraphQLError UNAUTHENTICATED (401) for a token that does not hold, AUTH_UNAVAILABLE (503) when that can't be told
 */
export type Identify = (authorization: string | undefined) => Promise<Identity | null>;

/** Where in a token each fact stands. */
export interface ClaimNames {
  roles: string;
  organisation: string;
  organisationKind: string;
  regions: string;
  team: string;
}

const CLAIMS: ClaimNames = {
  roles: 'roles',
  organisation: 'organisation',
  organisationKind: 'organisation_kind',
  regions: 'regions',
  team: 'team',
};
/** Signatures that only the issuer can make; `none` and shared-secret ones are not among them. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256'];
const SKEW_S = 5;
const LONGEST_TOKEN = 8_192;
const KEPT_TOKENS = 10_000;
/** A verified token is believed without a new check for at most this long. */
const KEPT_MS = 60_000;
const COOL_DOWN_MS = 30_000;
const ISSUER_DEADLINE_MS = 3_000;

export const unauthenticated = (message: string, challenge = 'Bearer error="invalid_token"') =>
  refusal('UNAUTHENTICATED', message, { status: 401, headers: { 'www-authenticate': challenge } });

export const notLoggedIn = () => unauthenticated('Log eerst in.', 'Bearer');

const unavailable = (cause: Error) =>
  refusal('AUTH_UNAVAILABLE', 'Inloggen kan nu niet gecontroleerd worden. Probeer het later opnieuw.', {
    status: 503,
    cause,
  });

/** The address of the issuer's keys, as its discovery document says (OpenID Connect Discovery 1.0). */
async function discover(issuer: string): Promise<URL> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(ISSUER_DEADLINE_MS),
  });
  const document = (await response.json()) as { issuer?: string; jwks_uri?: string };
  if (!response.ok || document.issuer !== issuer || !document.jwks_uri)
    throw new Error('the discovery document is not of this issuer');
  return new URL(document.jwks_uri);
}

const texts = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
const text = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null);

function identityOf(claims: JWTPayload, names: ClaimNames): Identity {
  return Object.freeze({
    professionalId: claims.sub!,
    roles: texts(claims[names.roles]),
    organisationId: text(claims[names.organisation]),
    organisationKind: text(claims[names.organisationKind]),
    regionIds: texts(claims[names.regions]),
    teamId: text(claims[names.team]),
  });
}

/** Faults of the token itself. All else means that the issuer's keys could not be had. */
const BAD_TOKEN = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

/**
 * Believes bearer tokens (RFC 6750) that `issuer` signed for `audience`: signature, issuer, audience, start and end.
 * @param options.jwksUri where the issuer's keys are; found by discovery when left out
 * @param options.claims names of the claims, where the issuer uses other ones
 * @param options.coolDownMs how long an unknown key is not looked up again
 */
export function identifyByBearer(options: {
  issuer: string;
  audience: string;
  jwksUri?: string | null;
  log: Logger;
  claims?: Partial<ClaimNames>;
  coolDownMs?: number;
}): Identify {
  const { issuer, audience, log } = options;
  const names = { ...CLAIMS, ...options.claims };
  const verified = new BoundedCache<{ identity: Identity; until: number }>({ maxWeight: KEPT_TOKENS });
  let keys: Promise<JWTVerifyGetKey> | null = null;

  const theKeys = () => {
    keys ??= (options.jwksUri ? Promise.resolve(new URL(options.jwksUri)) : discover(issuer)).then((url) =>
      createRemoteJWKSet(url, {
        cooldownDuration: options.coolDownMs ?? COOL_DOWN_MS,
        timeoutDuration: ISSUER_DEADLINE_MS,
      }),
    );
    keys.catch(() => (keys = null));
    return keys;
  };

  const verify = async (token: string) => {
    try {
      const { payload } = await jwtVerify(token, await theKeys(), {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_S,
        requiredClaims: ['sub', 'exp'],
      });
      if (!payload.sub) throw new errors.JWTInvalid('"sub" is empty');
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw unauthenticated('Uw aanmelding is verlopen. Log opnieuw in.');
      if (BAD_TOKEN.some((kind) => error instanceof kind)) {
        log.info({ reason: (error as errors.JOSEError).code }, 'token geweigerd');
        throw unauthenticated('Uw aanmelding is ongeldig. Log opnieuw in.');
      }
      log.error({ err: error }, 'sleutels van de uitgever zijn niet te krijgen');
      throw unavailable(error as Error);
    }
  };

  return async (authorization) => {
    if (!authorization) return null;
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (!token || token.length > LONGEST_TOKEN) throw unauthenticated('Uw aanmelding is ongeldig. Log opnieuw in.');
    const key = createHash('sha256').update(token).digest('base64');
    const known = verified.find(key);
    if (known && known.until > Date.now()) return known.identity;
    const claims = await verify(token);
    const identity = identityOf(claims, names);
    verified.keep(key, { identity, until: Math.min(claims.exp! * 1_000, Date.now() + KEPT_MS) });
    return identity;
  };
}
