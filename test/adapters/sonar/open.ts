import { Writable } from 'node:stream';
import { sonarClient, type SonarClientOptions } from '../../../adapters/sonar/client.js';
import { SONAR_FAKE_OIN, startSonarFake, type SonarFakeOptions } from '../../../adapters/sonar/fake.js';
import type { SuwinetOptions } from '../../../adapters/sonar/suwinet.js';
import type { VumOptions } from '../../../adapters/sonar/vum.js';
import { clock } from '../../../runtime/clock.js';
import { createLog } from '../../../runtime/log.js';
import { LONG_MS } from '../long-enough.js';

export const OUR_OIN = '00000001234567890000';
export const TODAY = '2026-11-21';

type Options = Omit<SonarClientOptions, 'vum' | 'suwinet' | 'log'> & {
  vum: Partial<VumOptions>;
  suwinet: Partial<SuwinetOptions>;
};

/** Sonar's fake, and a client of it that keeps nothing and tries once, unless told otherwise. */
export async function openSonar(client: Partial<Options> = {}, fake: Partial<SonarFakeOptions> = {}) {
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const partner = await startSonarFake({ port: 0, ...fake });
  const sonar = await sonarClient({
    log: createLog('test', { level: 'trace', destination }),
    attempts: 1,
    deadlineMs: LONG_MS,
    lifetimes: { search: 0 },
    ...client,
    vum: { baseUrl: `${partner.url}/api/v3`, fromOin: OUR_OIN, toOin: SONAR_FAKE_OIN, ...client.vum },
    suwinet: {
      baseUrl: partner.url,
      from: { uri: 'https://werkgraaf.example/suwi', oin: OUR_OIN },
      toBase: 'https://broker.example/suwibroker/soap',
      toOin: SONAR_FAKE_OIN,
      clock: clock(),
      today: () => TODAY,
      ...client.suwinet,
    },
  });
  return {
    sonar,
    fake: partner,
    lines,
    async stop() {
      await sonar.close();
      await partner.stop();
    },
  };
}
