import { readConfig } from './config.js';
import { requestToken } from './issuer/request-token.js';

/** `npm run -s token -- NAME`: the bearer token of a demo professional, and nothing else, on standard output. */
try {
  const token = await requestToken(`http://127.0.0.1:${readConfig().port}`, process.argv[2] ?? '');
  process.stdout.write(`${token}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
