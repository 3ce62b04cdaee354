import { z } from 'zod';
import { deadline, filledIn, webAddress } from './runtime/settings.js';
import { employersSettings, employersVariables } from './subgraphs/settings-of-employers.js';

const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

const settings = z.object({
  ...employersVariables,
  DATA_DIR: z.string().min(1).default('.data'),
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'begint met postgresql://')
    .optional(),
  NOW: z.iso
    .datetime({ offset: true, error: 'is een tijdstip met zone, bijvoorbeeld 2026-03-10T09:00:00+01:00' })
    .optional(),
  DEMO_DATA: z.enum(['true', 'false'], { error: 'is true of false' }).default('true'),
  KVK_FAKE_PORT: port(4101),
  KVK_URL: webAddress.optional(),
  KVK_API_KEY: z.string().default('werkgraaf-development'),
  KVK_DEADLINE_MS: deadline.default(2_000),
  KVK_MUTATIONS_KEY: z.string().optional(),
  KVK_SIGNALS_EVERY_MS: z.coerce.number().int().min(0).default(0),
  KVK_CLIENT: z.enum(['rest', 'soap'], { error: 'is rest of soap' }).default('rest'),
  KVK_SOAP_URL: webAddress.optional(),
  KVK_SOAP_TO: z.string().default('http://es.kvk.nl/KvK-Dataservice/2015/02'),
  KVK_SOAP_CERTIFICATE_FILE: z.string().optional(),
  KVK_SOAP_KEY_FILE: z.string().optional(),
  KVK_SOAP_AUTHORITIES_FILE: z.string().optional(),
  SUWI_FAKE_PORT: port(4102),
  SUWI_URL: webAddress.optional(),
  SONAR_FAKE_PORT: port(4103),
  SONAR_URL: webAddress.optional(),
  VUM_URL: webAddress.optional(),
  SONAR_DEADLINE_MS: deadline.default(2_000),
  POSTCODE_FILE: z.string().optional(),
  WERKNL_FAKE_PORT: port(4104),
  WERKNL_URL: webAddress.optional(),
  WERKNL_DEADLINE_MS: deadline.default(2_000),
  SUWI_DEADLINE_MS: deadline.default(2_000),
});

/**
 * What `npm start` needs beside the settings of the gateway (gateway/config.ts).
 * @throws Error that names each wrong variable and the rule it breaks
 */
export function readStartConfig(env: NodeJS.ProcessEnv = process.env) {
  const given = filledIn(env);
  const read = settings.safeParse(given);
  const wrong = read.success ? [] : read.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}`);
  if (given.NODE_ENV === 'production') {
    wrong.push(
      'NODE_ENV is production, en npm start is alleen voor ontwikkeling: start in productie elk deel als eigen proces (docker-compose.yml)',
    );
  }
  if (!read.success || wrong.length) throw new Error(`Verkeerde instelling: ${wrong.join('; ')}`);
  const { data } = read;
  return Object.freeze({
    databaseUrl: data.DATABASE_URL ?? null,
    now: data.NOW ?? null,
    demo: data.DEMO_DATA === 'true',
    ...employersSettings(data),
    kvk: {
      /** Null: the fake of ours, on `fakePort`. */
      url: data.KVK_URL ?? null,
      fakePort: data.KVK_FAKE_PORT,
      apiKey: data.KVK_API_KEY,
      mutationsKey: data.KVK_MUTATIONS_KEY ?? null,
      deadlineMs: data.KVK_DEADLINE_MS,
      /** Null: KvK's signals are not asked for. */
      signalsEveryMs: data.KVK_SIGNALS_EVERY_MS || null,
      client: data.KVK_CLIENT,
      soap: {
        /** Null: within the fake of ours. */
        url: data.KVK_SOAP_URL ?? null,
        to: data.KVK_SOAP_TO,
        certificateFile: data.KVK_SOAP_CERTIFICATE_FILE ?? null,
        keyFile: data.KVK_SOAP_KEY_FILE ?? null,
        authoritiesFile: data.KVK_SOAP_AUTHORITIES_FILE ?? null,
      },
    },
    sonar: {
      /** Null: the fake of ours, on `fakePort`. */
      url: data.SONAR_URL ?? null,
      /** Null: below `url`. */
      vumUrl: data.VUM_URL ?? null,
      fakePort: data.SONAR_FAKE_PORT,
      deadlineMs: data.SONAR_DEADLINE_MS,
      ourOin: '00000000000000004000',
      theirOin: '00000000000000004103',
      vumOin: '00000000000000004103',
      toBase: null,
      certificateFile: null,
      keyFile: null,
      authoritiesFile: null,
    },
    postcodeFile: data.POSTCODE_FILE ?? null,
    werkNl: {
      /** Null: the fake of ours, on `fakePort`. */
      url: data.WERKNL_URL ?? null,
      fakePort: data.WERKNL_FAKE_PORT,
      deadlineMs: data.WERKNL_DEADLINE_MS,
      vumUrl: null,
      ourOin: '00000000000000004000',
      theirOin: '00000000000000004104',
      sender: { name: 'Werkgeversservicepunt', contactName: 'Vacatureteam', telephone: null, email: null },
      certificateFile: null,
      keyFile: null,
      authoritiesFile: null,
    },
    suwi: {
      /** Null: the fake of ours, on `fakePort`. */
      url: data.SUWI_URL ?? null,
      fakePort: data.SUWI_FAKE_PORT,
      deadlineMs: data.SUWI_DEADLINE_MS,
      // Development speaks with fakes, which take unsigned messages from anybody.
      ourOin: '00000000000000004000',
      theirOin: '00000000000000004102',
      toBase: null,
      certificateFile: null,
      keyFile: null,
      authoritiesFile: null,
    },
  });
}

export type StartConfig = ReturnType<typeof readStartConfig>;
