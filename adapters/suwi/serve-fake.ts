import closeWithGrace from 'close-with-grace';
import { createLog } from '../../runtime/log.js';
import { readFakeConfig } from '../config.js';
import { suwiDemoFacts } from './demo-facts.js';
import { startSuwiFake } from './fake.js';

/** SUWI's fake as a process of its own, told the facts of the demo. Questions need no signature. */
const config = readFakeConfig(4102);
const log = createLog('suwi fake', { level: config.logLevel, pretty: config.prettyLog });
const fake = await startSuwiFake({ port: config.port, host: config.host, facts: suwiDemoFacts, log });
log.info({ url: fake.url }, 'fake ready');

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after a failure');
  await fake.stop();
});
