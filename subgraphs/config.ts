import { z } from 'zod';
import { DEVELOPMENT_SECRET } from '../runtime/identity.js';

const schema = z
  .object({
    NODE_ENV: z.string().default('development'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'begint met postgresql://'),
    IDENTITY_SECRET: z.string().min(32, 'heeft minstens 32 tekens').optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
    NOW: z.iso.datetime({ offset: true }).optional(),
    DEMO_DATA: z.enum(['true', 'false']).default('false'),
    KVK_URL: z.string().default('https://api.kvk.nl/api'),
    KVK_API_KEY: z.string().optional(),
    KVK_DEADLINE_MS: z.coerce.number().int().min(50).default(2_000),
    SUWI_URL: z.url({ protocol: /^https?$/, error: 'is geen http(s)-adres' }).default('http://127.0.0.1:4102'),
    SUWI_DEADLINE_MS: z.coerce.number().int().min(50).default(2_000),
    SUWI_OUR_OIN: z
      .string()
      .regex(/^\d{20}$/, 'heeft 20 cijfers')
      .default('00000000000000004000'),
    SUWI_THEIR_OIN: z
      .string()
      .regex(/^\d{20}$/, 'heeft 20 cijfers')
      .default('00000000000000004102'),
    SUWI_TO_BASE: z.string().optional(),
    SUWI_CERTIFICATE_FILE: z.string().optional(),
    SUWI_KEY_FILE: z.string().optional(),
    SUWI_AUTHORITIES_FILE: z.string().optional(),
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.IDENTITY_SECRET, {
    path: ['IDENTITY_SECRET'],
    error: 'is verplicht in productie',
  })
  .refine((env) => env.NODE_ENV !== 'production' || !env.NOW, { path: ['NOW'], error: 'mag niet in productie' });

/**
 * The settings of one subgraph's process, read once.
 * @param port the port when PORT is not set
 * @throws Error naming each variable and its rule
 */
export function readConfig(port: number, env: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse({ ...given, PORT: given.PORT ?? port });
  if (!read.success)
    throw new Error(
      `Instellingen kloppen niet:\n${read.error.issues.map((i) => `  ${i.path.join('.')} ${i.message}`).join('\n')}`,
    );
  const { data } = read;
  return Object.freeze({
    production: data.NODE_ENV === 'production',
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    identitySecret: data.IDENTITY_SECRET ?? DEVELOPMENT_SECRET,
    logLevel: data.LOG_LEVEL,
    prettyLog: data.NODE_ENV !== 'production' && Boolean(process.stderr.isTTY),
    otlpEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    now: data.NOW ?? null,
    demo: data.DEMO_DATA === 'true',
    suwi: {
      url: data.SUWI_URL,
      ourOin: data.SUWI_OUR_OIN,
      theirOin: data.SUWI_THEIR_OIN,
      toBase: data.SUWI_TO_BASE ?? null,
      certificateFile: data.SUWI_CERTIFICATE_FILE ?? null,
      keyFile: data.SUWI_KEY_FILE ?? null,
      authoritiesFile: data.SUWI_AUTHORITIES_FILE ?? null,
      deadlineMs: data.SUWI_DEADLINE_MS,
    },
    kvk: { baseUrl: data.KVK_URL, apiKey: data.KVK_API_KEY ?? '', deadlineMs: data.KVK_DEADLINE_MS },
  });
}

export type SubgraphConfig = ReturnType<typeof readConfig>;
