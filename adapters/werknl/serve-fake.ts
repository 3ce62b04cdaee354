import closeWithGrace from 'close-with-grace';
import { createLog } from '../../runtime/log.js';
import { readFakeConfig } from '../config.js';
import { demoFacts } from './demo-facts.js';
import { startWerkNlFake } from './fake.js';

/** werk.nl's fake as a process of its own, told the files named on the command line (vacancies as .ndjson, places as .csv). */
const config = readFakeConfig(4104);
const log = createLog('werk.nl fake', { level: config.logLevel, pretty: config.prettyLog });
const named = (end: string) => process.argv.slice(2).find((file) => file.endsWith(end));
const [vacanciesFile, placesFile] = [named('.ndjson'), named('.csv')];
const fake = await startWerkNlFake({
  port: config.port,
  host: config.host,
  facts: demoFacts,
  ...(vacanciesFile ? { vacanciesFile } : {}),
  ...(placesFile ? { placesFile } : {}),
  log,
});
log.info({ url: fake.url }, 'fake ready');

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after a failure');
  await fake.stop();
});
