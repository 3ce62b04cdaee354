import closeWithGrace from 'close-with-grace';
import { readFile } from 'node:fs/promises';
import { createLog } from '../../runtime/log.js';
import { readFakeConfig } from '../config.js';
import { sonarDemoFacts } from './demo-facts.js';
import { factsFrom } from './fake-files.js';
import { startSonarFake } from './fake.js';

/** Sonar's fake as a process of its own, told the files named on the command line (profiles of VUM, postcode areas as CSV). */
const config = readFakeConfig(4103);
const log = createLog('sonar fake', { level: config.logLevel, pretty: config.prettyLog });
const files = await Promise.all(process.argv.slice(2).map((file) => readFile(file, 'utf8')));
const facts = [...sonarDemoFacts, ...files.flatMap(factsFrom)];
const fake = await startSonarFake({ port: config.port, host: config.host, facts, log });
log.info({ url: fake.url, facts: facts.length }, 'fake ready');

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after a failure');
  await fake.stop();
});
