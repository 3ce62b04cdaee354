import { answerStore } from '../../adapters/answer-store.js';
import { connectKvk, connectKvkMutations } from '../../adapters/kvk/connect.js';
import { connectSuwi } from '../../adapters/suwi/connect.js';
import { runSubgraph } from '../run.js';
import { openEmployers } from './open-employers.js';

await runSubgraph('employers', 4011, async (options, config, log) => {
  const answers = answerStore({ databaseUrl: config.databaseUrl, log });
  const kvk = await connectKvk(config.kvk, log, { store: answers });
  const { certificateFile, keyFile, authoritiesFile } = config.suwi;
  if (config.production && !(certificateFile && keyFile && authoritiesFile)) {
    throw new Error(
      'SUWI_CERTIFICATE_FILE, SUWI_KEY_FILE en SUWI_AUTHORITIES_FILE zijn verplicht in productie: Suwinet ondertekent elk bericht.',
    );
  }
  const suwi = await connectSuwi(config.suwi, log, { store: answers });
  const { signalsEveryMs: everyMs } = config.kvk;
  const mutations = everyMs ? connectKvkMutations(config.kvk, log) : null;
  const signals = mutations && everyMs ? { mutations, everyMs } : null;
  const subgraph = await openEmployers({ ...options, kvk, suwi, ...(signals ? { signals } : {}) });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await Promise.all([kvk.close(), mutations?.close(), suwi.close()]);
      await answers.close();
    },
  };
});
