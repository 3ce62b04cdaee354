import closeWithGrace from 'close-with-grace';
import { createLog } from '../../runtime/log.js';
import { readFakeConfig } from '../config.js';
import { startWerkNlFake } from './fake.js';

/** werk.nl's fake as a process of its own; it knows nothing until told. */
const config = readFakeConfig(4104);
const log = createLog('werk.nl fake', { level: config.logLevel, pretty: config.prettyLog });
const fake = await startWerkNlFake({ port: config.port, host: config.host, log });
log.info({ url: fake.url }, 'fake ready');

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after a failure');
  await fake.stop();
});
