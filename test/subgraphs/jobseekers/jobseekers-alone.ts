import { Writable } from 'node:stream';
import { sonarClient } from '../../../adapters/sonar/client.js';
import { sonarDemoFacts } from '../../../adapters/sonar/demo-facts.js';
import type { SonarFact } from '../../../adapters/sonar/facts.js';
import { SONAR_FAKE_OIN, startSonarFake, type SonarFakeOptions } from '../../../adapters/sonar/fake.js';
import { clock, type Clock } from '../../../runtime/clock.js';
import { createLog } from '../../../runtime/log.js';
import { openJobseekers, type JobseekersOptions } from '../../../subgraphs/jobseekers/open-jobseekers.js';
import { alone, TEST_NOW, type Alone } from '../alone.js';

const OUR_OIN = '00000000000000004000';

export const REGISTER = 'UWVDossierQuotumArbeidsbeperktenGSD-v0300';
export const UWV = 'UWVDossierWerknemersverzekeringenGSD-v0200';
export const PERSON = 'UWVWbDossierPersoonGSD-v0200';

/** A clock that a test sets. */
export function movable(at = TEST_NOW): Clock & { at: string } {
  const moving = { at, now: () => clock(moving.at).now(), today: () => clock(moving.at).today() };
  return moving;
}

export type JobseekersAlone = Alone & {
  sonar: Awaited<ReturnType<typeof startSonarFake>>;
  /** What was logged, also by the client of Sonar. */
  lines: string[];
  /** How often each service of the fake was asked since the last time this was. */
  calls(): Promise<Record<string, number>>;
};

/** The jobseekers subgraph with demo data, and the fake of Sonar behind it. */
export async function jobseekersAlone(
  options: Parameters<typeof alone>[1] & {
    deadlineMs?: number;
    facts?: SonarFact[];
    fake?: Partial<SonarFakeOptions>;
    jobseekers?: Partial<JobseekersOptions>;
  } = {},
): Promise<JobseekersAlone> {
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const log = createLog('test', { level: 'trace', destination });
  const fake = await startSonarFake({ port: 0, facts: options.facts ?? sonarDemoFacts, log, ...options.fake });
  const sonar = await sonarClient({
    log,
    // Long, so that a busy machine is not taken for a silent register; tests of silence set their own.
    deadlineMs: options.deadlineMs ?? 10_000,
    attempts: 1,
    failuresToOpen: 10,
    lifetimes: { search: 0 },
    vum: { baseUrl: `${fake.url}/api/v3`, fromOin: OUR_OIN, toOin: SONAR_FAKE_OIN },
    suwinet: {
      baseUrl: fake.url,
      from: { uri: 'urn:werkgraaf', oin: OUR_OIN },
      toOin: SONAR_FAKE_OIN,
      toBase: `${fake.url}/suwibroker/soap`,
      clock: clock(),
      today: clock(options.now ?? TEST_NOW).today,
    },
  });
  const opened = await alone((o) => openJobseekers({ ...o, log, sonar, ...options.jobseekers }), options);
  return {
    ...opened,
    sonar: fake,
    lines,
    async calls() {
      const { paths } = fake.calls();
      await fetch(`${fake.url}/_fake/calls`, { method: 'DELETE' });
      return Object.fromEntries(Object.entries(paths).map(([path, { count }]) => [path.split('/').at(-1)!, count]));
    },
    async close() {
      await opened.close();
      await sonar.close();
      await fake.stop();
    },
  };
}
