import { kvkClient } from '../../../adapters/kvk/client.js';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { suwiClient } from '../../../adapters/suwi/client.js';
import { suwiDemoFacts } from '../../../adapters/suwi/demo-facts.js';
import { startSuwiFake, SUWI_FAKE_OIN } from '../../../adapters/suwi/fake.js';
import { clock } from '../../../runtime/clock.js';
import { silent } from '../../../runtime/log.js';
import { openEmployers, type EmployersOptions } from '../../../subgraphs/employers/open-employers.js';
import { alone, type Alone } from '../alone.js';

export type EmployersAlone = Alone & {
  kvk: Awaited<ReturnType<typeof startKvkFake>>;
  suwi: Awaited<ReturnType<typeof startSuwiFake>>;
};

/** The employers subgraph with demo data, and the fakes of its registers behind it. Answers are not cached. */
export async function employersAlone(
  options: Parameters<typeof alone>[1] & {
    deadlineMs?: number;
    /** Mail, documents and what else main chooses. */
    with?: Partial<EmployersOptions>;
  } = {},
): Promise<EmployersAlone> {
  const kvk = await startKvkFake({ port: 0, facts: testCompanies });
  const suwi = await startSuwiFake({ port: 0, facts: suwiDemoFacts });
  // Long, so that a busy machine is not taken for a silent register; tests of silence set their own.
  const manners = { log: silent, deadlineMs: options.deadlineMs ?? 10_000 };
  const kvkLifetimes = { search: 0, company: 0, establishment: 0, establishments: 0, tradeNames: 0 };
  const kvkPort = kvkClient({ ...manners, baseUrl: `${kvk.url}/test/api`, apiKey: 'test', lifetimes: kvkLifetimes });
  const suwiPort = await suwiClient({
    ...manners,
    baseUrl: suwi.url,
    from: { uri: 'urn:werkgraaf', oin: '00000000000000004000' },
    toOin: SUWI_FAKE_OIN,
    toBase: `${suwi.url}/suwibroker/soap`,
    clock: clock(),
    lifetimes: { employer: 0 },
  });
  const opened = await alone((o) => openEmployers({ ...o, kvk: kvkPort, suwi: suwiPort, ...options.with }), {
    ...options,
    template: { name: 'employers', open: (o) => openEmployers({ ...o, kvk: kvkPort, suwi: suwiPort }) },
  });
  return {
    ...opened,
    kvk,
    suwi,
    async close() {
      await opened.close();
      await Promise.all([kvkPort.close(), suwiPort.close()]);
      await Promise.all([kvk.stop(), suwi.stop()]);
    },
  };
}
