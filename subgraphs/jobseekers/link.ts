import { text } from 'node:stream/consumers';
import { clock } from '../../runtime/clock.js';
import { createLog } from '../../runtime/log.js';
import { readConfig } from '../config.js';
import { openOutbox } from '../outbox.js';
import { openJobseekers } from './open-jobseekers.js';
import { linkPersonNumbers } from './personal-data/link-person-numbers.js';
import { personNumbers } from './personal-data/person-numbers.js';
import { personNumberSecrets } from './production-settings.js';

/**
 * Keeps the citizen service numbers of jobseekers, from a list on standard input: `node dist/subgraphs/jobseekers/link.js <
 * list.csv`, a line each, reference in Sonar and number. It says what it did by line numbers, and never a number.
 */
const config = readConfig(4013);
const keys = personNumberSecrets(config);
const log = createLog('jobseekers link', { level: config.logLevel, pretty: config.prettyLog });
const outbox = await openOutbox({ url: config.databaseUrl, log, supervise: false });
const subgraph = await openJobseekers({
  databaseUrl: config.databaseUrl,
  clock: clock(config.now),
  outbox,
  log,
  demo: false,
  personNumberKeys: keys,
});
try {
  const linked = await linkPersonNumbers(subgraph.database, personNumbers(keys), await text(process.stdin));
  process.stdout.write(`${JSON.stringify(linked)}\n`);
  if (linked.invalid.length + linked.unknown.length + linked.taken.length) process.exitCode = 1;
} finally {
  await outbox.close();
  await subgraph.close();
}
