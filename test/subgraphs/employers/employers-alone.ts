import { kvkClient } from '../../../adapters/kvk/client.js';
import { startKvkFake } from '../../../adapters/kvk/fake.js';
import { testCompanies } from '../../../adapters/kvk/test-companies.js';
import { silent } from '../../../runtime/log.js';
import { openEmployers } from '../../../subgraphs/employers/open-employers.js';
import { alone, type Alone } from '../alone.js';

export type EmployersAlone = Alone & { kvk: Awaited<ReturnType<typeof startKvkFake>> };

/** The employers subgraph with demo data, and KvK's fake with the test companies behind it. Answers are not cached. */
export async function employersAlone(
  options: Parameters<typeof alone>[1] & { deadlineMs?: number } = {},
): Promise<EmployersAlone> {
  const kvk = await startKvkFake({ port: 0, facts: testCompanies });
  const lifetimes = { search: 0, company: 0, establishment: 0, establishments: 0, tradeNames: 0 };
  const client = kvkClient({
    baseUrl: `${kvk.url}/test/api`,
    apiKey: 'test',
    log: silent,
    lifetimes,
    deadlineMs: options.deadlineMs ?? 1_000,
  });
  const opened = await alone((o) => openEmployers({ ...o, kvk: client }), options);
  return {
    ...opened,
    kvk,
    async close() {
      await opened.close();
      await client.close();
      await kvk.stop();
    },
  };
}
