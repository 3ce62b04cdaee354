import { Writable } from 'node:stream';
import { DATASERVICE_PATH, startKvkFake, type KvkFakeOptions } from '../../../adapters/kvk/fake.js';
import {
  hrDataserviceClient,
  kvkBySoap,
  type HrDataserviceOptions,
} from '../../../adapters/kvk/hr-dataservice-client.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { createLog } from '../../../runtime/log.js';
import { LONG_MS } from '../long-enough.js';

/** KvK's fake, and a client of its Dataservice that keeps nothing and tries once, unless told otherwise. */
export async function openDataservice(client: Partial<HrDataserviceOptions> = {}, fake: Partial<KvkFakeOptions> = {}) {
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const partner = await startKvkFake({ port: 0, facts: testCompanies, ...fake });
  const dataservice = await hrDataserviceClient({
    url: partner.url + DATASERVICE_PATH,
    log: createLog('test', { level: 'trace', destination }),
    attempts: 1,
    deadlineMs: LONG_MS,
    lifetimes: { registration: 0, establishment: 0 },
    ...client,
  });
  return {
    dataservice,
    kvk: kvkBySoap(dataservice, null),
    fake: partner,
    lines,
    async stop() {
      await dataservice.close();
      await partner.stop();
    },
  };
}
