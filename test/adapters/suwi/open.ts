import { Writable } from 'node:stream';
import { suwiClient, type SuwiClientOptions } from '../../../adapters/suwi/client.js';
import { startSuwiFake, SUWI_FAKE_OIN, type SuwiFakeOptions } from '../../../adapters/suwi/fake.js';
import { createLog } from '../../../runtime/log.js';
import { LONG_MS } from '../long-enough.js';

export const OUR_OIN = '00000001234567890000';

/** SUWI's fake, and a client of it that keeps nothing and tries once, unless told otherwise. */
export async function openSuwi(client: Partial<SuwiClientOptions> = {}, fake: Partial<SuwiFakeOptions> = {}) {
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const partner = await startSuwiFake({ port: 0, ...fake });
  const suwi = await suwiClient({
    baseUrl: partner.url,
    log: createLog('test', { level: 'trace', destination }),
    from: { uri: 'https://werkgraaf.example/suwi', oin: OUR_OIN },
    toBase: 'https://broker.example/suwibroker/soap',
    toOin: SUWI_FAKE_OIN,
    attempts: 1,
    deadlineMs: LONG_MS,
    lifetimes: { employer: 0 },
    ...client,
  });
  return {
    suwi,
    fake: partner,
    lines,
    async stop() {
      await suwi.close();
      await partner.stop();
    },
  };
}
