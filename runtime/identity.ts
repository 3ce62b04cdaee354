import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who asks: one professional, with the facts that the rules of access need. Roles are those of the schema's `Role`. */
export interface Identity {
  /** Id of the professional, the `sub` of the bearer token. */
  professionalId: string;
  roles: readonly string[];
  organisationId: string | null;
  /** The schema's `OrganisationKind`. */
  organisationKind: string | null;
  regionIds: readonly string[];
  teamId: string | null;
}

/** What gateway and subgraphs share in development, where nobody set IDENTITY_SECRET; production refuses to do without one. */
export const DEVELOPMENT_SECRET = 'werkgraaf-development-identity-secret';

/** How long a signed identity is believed, in seconds: longer than any deadline, shorter than any theft is worth. */
const LIFETIME_S = 60;
const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');

const mac = (text: string, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/** The identity as a JWT (RFC 7519, HS256) that a subgraph in another process believes, because it shares the secret. */
export function signIdentity(identity: Identity, secret: string, nowS = Math.floor(Date.now() / 1000)): string {
  const claims = Buffer.from(
    JSON.stringify({ ...identity, iss: 'werkgraaf-gateway', iat: nowS, exp: nowS + LIFETIME_S }),
  );
  const text = `${HEADER}.${claims.toString('base64url')}`;
  return `${text}.${mac(text, secret).toString('base64url')}`;
}

/** The identity in `token`, or null when it is not one that a holder of `secret` signed within its lifetime. */
export function verifyIdentity(token: string, secret: string, nowS = Math.floor(Date.now() / 1000)): Identity | null {
  const [header, claims, signature, rest] = token.split('.');
  if (header !== HEADER || !claims || !signature || rest !== undefined) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(`${header}.${claims}`, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { iss, iat: _iat, exp, ...identity } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  return iss === 'werkgraaf-gateway' && exp >= nowS ? (identity as Identity) : null;
}
