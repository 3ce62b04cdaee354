import { generateKeyPair, randomBytes, randomUUID, type JsonWebKey } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** What the issuer must remember over a restart: without it every token and log-in would be void. */
export interface IssuerKeys {
  /** Private keys (RFC 7517) for RS256, PS256 and ES256. */
  jwks: { keys: (JsonWebKey & { kty: string; alg: string; use: 'sig' })[] };
  /** Secrets that the log-in cookies are signed with. */
  cookieKeys: string[];
}

const generate = promisify(generateKeyPair);

async function create(): Promise<IssuerKeys> {
  const rsa = () => generate('rsa', { modulusLength: 2048 });
  const pairs = await Promise.all([rsa(), rsa(), generate('ec', { namedCurve: 'P-256' })]);
  const keys = ['RS256', 'PS256', 'ES256'].map((alg, n) => {
    const jwk = pairs[n]?.privateKey.export({ format: 'jwk' }) as JsonWebKey & { kty: string };
    return { ...jwk, alg, use: 'sig' as const };
  });
  return { jwks: { keys }, cookieKeys: [randomBytes(32).toString('base64url')] };
}

/**
 * The keys in `file`, made at the first start and readable for this account only. Processes that start at once
 * end up with the same keys: a hard link is made whole or not at all, and only one of them can make it.
 * @throws SyntaxError when the file is not what was written
 */
export async function issuerKeys(file: string): Promise<IssuerKeys> {
  const read = async () => JSON.parse(await readFile(file, 'utf8')) as IssuerKeys;
  const unless = (code: string) => (error: NodeJS.ErrnoException) => {
    if (error.code !== code) throw error;
    return null;
  };
  const kept = await read().catch(unless('ENOENT'));
  if (kept) return kept;
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.${randomUUID()}`;
  await writeFile(half, JSON.stringify(await create()), { mode: 0o600 });
  await link(half, file).catch(unless('EEXIST'));
  await rm(half);
  return read();
}
