import { z } from 'zod';
import { DEVELOPMENT_SECRET } from '../runtime/identity.js';
import { deadline, filledIn, webAddress } from '../runtime/settings.js';

const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

const settings = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce
    .number({ error: 'is geen getal' })
    .int('is geen geheel getal')
    .min(0, 'is minstens 0')
    .max(65_535, 'is hoogstens 65535')
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress.optional(),
  EMPLOYERS_URL: webAddress.default('http://127.0.0.1:4011/graphql'),
  VACANCIES_URL: webAddress.default('http://127.0.0.1:4012/graphql'),
  JOBSEEKERS_URL: webAddress.default('http://127.0.0.1:4013/graphql'),
  REPORTING_URL: webAddress.default('http://127.0.0.1:4014/graphql'),
  DATA_DIR: z.string().min(1).default('.data'),
  SUBGRAPH_DEADLINE_MS: deadline.default(3_000),
  IDENTITY_SECRET: z.string().min(32, 'heeft minstens 32 tekens').optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_AUDIENCE: z.string().min(1, 'is leeg').default('werkgraaf'),
  OIDC_JWKS_URI: webAddress.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'is geen niveau van het logboek' })
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  INTROSPECTION: flag.optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .pipe(z.array(webAddress))
    .default([]),
});

export interface GatewayConfig {
  production: boolean;
  port: number;
  host: string;
  /** Where clients find us, when that is not `http://host:port`. */
  publicUrl: string | null;
  /** Address of each subgraph's `/graphql`, by its name in the supergraph. */
  subgraphUrls: Record<string, string>;
  /** Folder for what is kept between runs in development. */
  dataDir: string;
  /** Milliseconds in which a subgraph must have answered. */
  subgraphDeadlineMs: number;
  identitySecret: string;
  /** Null: the issuer that is built in, for development. */
  oidcIssuer: string | null;
  oidcAudience: string;
  oidcJwksUri: string | null;
  logLevel: string;
  prettyLog: boolean;
  otlpEndpoint: string | null;
  introspection: boolean;
  allowedOrigins: string[];
}

/**
 * The settings of the gateway, from the environment.
 * @throws Error that names each wrong variable and the rule it breaks, never its value
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Readonly<GatewayConfig> {
  const given = filledIn(env);
  const read = settings.safeParse(given);
  const wrong = read.success ? [] : read.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}`);
  const production = given.NODE_ENV === 'production';
  if (production && !given.IDENTITY_SECRET) wrong.push('IDENTITY_SECRET is verplicht in productie');
  if (production && !given.OIDC_ISSUER) wrong.push('OIDC_ISSUER is verplicht in productie');
  if (!read.success || wrong.length) throw new Error(`Verkeerde instelling: ${wrong.join('; ')}`);
  const { data } = read;
  return Object.freeze({
    production,
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL ?? null,
    subgraphUrls: {
      employers: data.EMPLOYERS_URL,
      vacancies: data.VACANCIES_URL,
      jobseekers: data.JOBSEEKERS_URL,
      reporting: data.REPORTING_URL,
    },
    dataDir: data.DATA_DIR,
    subgraphDeadlineMs: data.SUBGRAPH_DEADLINE_MS,
    identitySecret: data.IDENTITY_SECRET ?? DEVELOPMENT_SECRET,
    oidcIssuer: data.OIDC_ISSUER ?? null,
    oidcAudience: data.OIDC_AUDIENCE,
    oidcJwksUri: data.OIDC_JWKS_URI ?? null,
    logLevel: data.LOG_LEVEL,
    prettyLog: !production && process.stderr.isTTY === true,
    otlpEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    introspection: data.INTROSPECTION ?? !production,
    allowedOrigins: data.ALLOWED_ORIGINS,
  });
}

/** @apollo/gateway sends usage figures to its maker unless this stands in the environment when it is constructed. */
export function keepApolloSilent(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
}
