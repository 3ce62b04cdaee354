import { pino, type Logger } from 'pino';

export type { Logger };

/** Names of fields that may never be written, wherever they stand: people's numbers, benefits, and secrets. */
const NEVER = [
  'bsn',
  'burgerservicenummer',
  'benefit',
  'benefits',
  'authorization',
  'apikey',
  'token',
  'password',
  'cookie',
  'set-cookie',
];

/** What stands in the place of a value that may not be written. */
const CENSOR = '[weggelaten]';

/**
 * The log of this process: one JSON line an event on standard error, readable lines on a terminal.
 * @param name the process or room that writes, e.g. `gateway`
 */
export function createLog(
  name: string,
  options: { level: string; pretty?: boolean; destination?: NodeJS.WritableStream },
): Logger {
  const redact = { paths: NEVER.flatMap((f) => [`["${f}"]`, `*["${f}"]`, `*.*["${f}"]`]), censor: CENSOR };
  const base = { name, level: options.level, redact, base: { name }, timestamp: pino.stdTimeFunctions.isoTime };
  if (options.destination) return pino(base, options.destination as never);
  if (!options.pretty) return pino(base, pino.destination(2));
  return pino({
    ...base,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, colorize: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
    },
  });
}

/** A log that writes nothing, for tests and tools. */
export const silent: Logger = pino({ level: 'silent' });
