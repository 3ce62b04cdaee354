import { kvkClient } from '../../adapters/kvk/client.js';
import { runSubgraph } from '../run.js';
import { openEmployers } from './open-employers.js';

await runSubgraph('employers', 4011, async (options, config, log) => {
  const kvk = kvkClient({ ...config.kvk, log });
  const subgraph = await openEmployers({ ...options, kvk });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await kvk.close();
    },
  };
});
