import { z } from 'zod';
import { DEVELOPMENT_SECRET } from '../runtime/identity.js';
import { deadline, filledIn, webAddress } from '../runtime/settings.js';
import { employersSettings, employersVariables } from './settings-of-employers.js';

/** 32 bytes in hexadecimal or base64. */
const KEY = /^([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/;

/** Values with commas between them; none when it is not set. */
const list = (item: z.ZodType<string>) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',').map((one) => one.trim()) : []), z.array(item));

const oin = z.string().regex(/^\d{20}$/, 'heeft 20 cijfers');

const schema = z
  .object({
    ...employersVariables,
    DATA_DIR: z.string().min(1).default('.data'),
    PUBLIC_URL: webAddress.transform((url) => url.replace(/\/+$/, '')).optional(),
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
    KVK_DEADLINE_MS: deadline.default(2_000),
    KVK_MUTATIONS_KEY: z.string().optional(),
    KVK_SIGNALS_EVERY_MS: z.coerce.number().int().min(0).default(0),
    KVK_CLIENT: z.enum(['rest', 'soap'], { error: 'is rest of soap' }).default('rest'),
    KVK_SOAP_URL: webAddress.default('https://dataservice.kvk.nl'),
    KVK_SOAP_TO: z.string().default('http://es.kvk.nl/KvK-Dataservice/2015/02'),
    KVK_SOAP_CERTIFICATE_FILE: z.string().optional(),
    KVK_SOAP_KEY_FILE: z.string().optional(),
    KVK_SOAP_AUTHORITIES_FILE: z.string().optional(),
    SUWI_URL: webAddress.default('http://127.0.0.1:4102'),
    SUWI_DEADLINE_MS: deadline.default(2_000),
    SUWI_OUR_OIN: oin.default('00000000000000004000'),
    SUWI_THEIR_OIN: oin.default('00000000000000004102'),
    SUWI_TO_BASE: z.string().optional(),
    SUWI_CERTIFICATE_FILE: z.string().optional(),
    SUWI_KEY_FILE: z.string().optional(),
    SUWI_AUTHORITIES_FILE: z.string().optional(),
    SONAR_URL: webAddress.default('http://127.0.0.1:4103'),
    VUM_URL: webAddress.default('http://127.0.0.1:4103/api/v3'),
    SONAR_DEADLINE_MS: deadline.default(2_000),
    SONAR_OUR_OIN: oin.default('00000000000000004000'),
    SONAR_THEIR_OIN: oin.default('00000000000000004103'),
    VUM_OIN: oin.default('00000000000000004103'),
    SONAR_TO_BASE: z.string().optional(),
    SONAR_CERTIFICATE_FILE: z.string().optional(),
    SONAR_KEY_FILE: z.string().optional(),
    SONAR_AUTHORITIES_FILE: z.string().optional(),
    PERSON_NUMBER_KEY: z.string().regex(KEY, 'is 32 bytes, in base64 of hexadecimaal').optional(),
    PERSON_NUMBER_OLD_KEYS: list(z.string().regex(KEY, 'is een lijst sleutels van 32 bytes, met komma’s ertussen')),
    POSTCODE_FILE: z.string().optional(),
    SYNCHRONISE_REGIONS: list(
      z
        .string()
        .regex(/^[^:]+:[1-9]\d{3}:\d{1,3}$/, 'is een lijst als rijnmond:3011:40 (regio, postcodegebied, kilometers)'),
    ),
    SYNCHRONISE_EVERY_MINUTES: z.coerce.number().int().min(1).max(10_080).optional(),
    WERKNL_URL: webAddress.default('http://127.0.0.1:4104'),
    WERKNL_VUM_URL: webAddress.optional(),
    WERKNL_DEADLINE_MS: deadline.default(2_000),
    WERKNL_OUR_OIN: oin.default('00000000000000004000'),
    WERKNL_THEIR_OIN: oin.default('00000000000000004104'),
    WERKNL_SENDER_NAME: z.string().default('Werkgeversservicepunt'),
    WERKNL_SENDER_CONTACT: z.string().default('Vacatureteam'),
    WERKNL_SENDER_TELEPHONE: z.string().optional(),
    WERKNL_SENDER_EMAIL: z.string().optional(),
    WERKNL_CERTIFICATE_FILE: z.string().optional(),
    WERKNL_KEY_FILE: z.string().optional(),
    WERKNL_AUTHORITIES_FILE: z.string().optional(),
  })
  .refine((env) => env.NODE_ENV !== 'production' || env.IDENTITY_SECRET, {
    path: ['IDENTITY_SECRET'],
    error: 'is verplicht in productie',
  })
  .refine(
    (env) =>
      env.NODE_ENV !== 'production' ||
      env.KVK_CLIENT !== 'soap' ||
      (env.KVK_SOAP_CERTIFICATE_FILE && env.KVK_SOAP_KEY_FILE && env.KVK_SOAP_AUTHORITIES_FILE),
    {
      path: ['KVK_CLIENT'],
      error:
        'soap heeft in productie KVK_SOAP_CERTIFICATE_FILE, KVK_SOAP_KEY_FILE en KVK_SOAP_AUTHORITIES_FILE nodig: KVK Dataservice vraagt tweezijdige TLS en een handtekening',
    },
  )
  .refine((env) => env.NODE_ENV !== 'production' || !env.NOW, { path: ['NOW'], error: 'mag niet in productie' });

/**
 * The settings of one subgraph's process, read once.
 * @param port the port when PORT is not set
 * @throws Error naming each variable and its rule
 */
export function readConfig(port: number, env: NodeJS.ProcessEnv = process.env) {
  const given = filledIn(env);
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
    /** Where the gateway is found from outside. */
    publicUrl: data.PUBLIC_URL ?? 'http://127.0.0.1:4000',
    ...employersSettings(data),
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
    werkNl: {
      url: data.WERKNL_URL,
      vumUrl: data.WERKNL_VUM_URL ?? null,
      ourOin: data.WERKNL_OUR_OIN,
      theirOin: data.WERKNL_THEIR_OIN,
      sender: {
        name: data.WERKNL_SENDER_NAME,
        contactName: data.WERKNL_SENDER_CONTACT,
        telephone: data.WERKNL_SENDER_TELEPHONE ?? null,
        email: data.WERKNL_SENDER_EMAIL ?? null,
      },
      certificateFile: data.WERKNL_CERTIFICATE_FILE ?? null,
      keyFile: data.WERKNL_KEY_FILE ?? null,
      authoritiesFile: data.WERKNL_AUTHORITIES_FILE ?? null,
      deadlineMs: data.WERKNL_DEADLINE_MS,
    },
    sonar: {
      url: data.SONAR_URL,
      vumUrl: data.VUM_URL,
      ourOin: data.SONAR_OUR_OIN,
      theirOin: data.SONAR_THEIR_OIN,
      vumOin: data.VUM_OIN,
      toBase: data.SONAR_TO_BASE ?? null,
      certificateFile: data.SONAR_CERTIFICATE_FILE ?? null,
      keyFile: data.SONAR_KEY_FILE ?? null,
      authoritiesFile: data.SONAR_AUTHORITIES_FILE ?? null,
      deadlineMs: data.SONAR_DEADLINE_MS,
    },
    /** The present one first; none: only development may do with its own. */
    personNumberKeys: data.PERSON_NUMBER_KEY ? [data.PERSON_NUMBER_KEY, ...data.PERSON_NUMBER_OLD_KEYS] : [],
    postcodeFile: data.POSTCODE_FILE ?? null,
    synchronisation: {
      regions: data.SYNCHRONISE_REGIONS.map((region) => {
        const [regionId = '', pc4 = '', km] = region.split(':');
        return { regionId, pc4, km: Number(km) };
      }),
      /** Null: profiles are taken over only when an administrator asks. */
      everyMs: data.SYNCHRONISE_EVERY_MINUTES ? data.SYNCHRONISE_EVERY_MINUTES * 60_000 : null,
    },
    kvk: {
      client: data.KVK_CLIENT,
      baseUrl: data.KVK_URL,
      apiKey: data.KVK_API_KEY ?? '',
      mutationsKey: data.KVK_MUTATIONS_KEY ?? null,
      soap: {
        url: data.KVK_SOAP_URL,
        to: data.KVK_SOAP_TO,
        certificateFile: data.KVK_SOAP_CERTIFICATE_FILE ?? null,
        keyFile: data.KVK_SOAP_KEY_FILE ?? null,
        authoritiesFile: data.KVK_SOAP_AUTHORITIES_FILE ?? null,
      },
      deadlineMs: data.KVK_DEADLINE_MS,
      /** Null: KvK's signals are not asked for. */
      signalsEveryMs: data.KVK_SIGNALS_EVERY_MS || null,
    },
  });
}

export type SubgraphConfig = ReturnType<typeof readConfig>;
