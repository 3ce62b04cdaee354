import { z } from 'zod';
import { filledIn } from '../runtime/settings.js';

const settings = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/**
 * The settings of a partner's fake that runs as a process of its own.
 * @param port the port when PORT is not set
 * @throws Error naming each variable and its rule, and in production: invented facts may not pass for a register there
 */
export function readFakeConfig(port: number, env: NodeJS.ProcessEnv = process.env) {
  const given = filledIn(env);
  const read = settings.safeParse({ ...given, PORT: given.PORT ?? port });
  const wrong = read.success ? [] : read.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}`);
  if (given.NODE_ENV === 'production') wrong.push('NODE_ENV is production, en een namaakpartner hoort daar niet');
  if (!read.success || wrong.length) throw new Error(`Verkeerde instelling: ${wrong.join('; ')}`);
  const { data } = read;
  return Object.freeze({
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    prettyLog: Boolean(process.stderr.isTTY),
  });
}
