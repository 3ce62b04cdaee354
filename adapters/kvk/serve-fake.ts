import closeWithGrace from 'close-with-grace';
import { createLog } from '../../runtime/log.js';
import { readFakeConfig } from '../config.js';
import { startKvkFake } from './fake.js';
import { testCompanies } from './test-companies.js';

/** KvK's fake as a process of its own, told the companies of KvK's test environment. */
const config = readFakeConfig(4101);
const log = createLog('kvk fake', { level: config.logLevel, pretty: config.prettyLog });
const fake = await startKvkFake({ port: config.port, host: config.host, facts: testCompanies, log });
log.info({ url: fake.url }, 'fake ready');

closeWithGrace({ delay: 8_000, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after a failure');
  await fake.stop();
});
