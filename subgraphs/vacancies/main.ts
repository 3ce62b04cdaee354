import { answerStore } from '../../adapters/answer-store.js';
import { connectWerkNl } from '../../adapters/werknl/connect.js';
import { runSubgraph } from '../run.js';
import { openVacancies } from './open-vacancies.js';

await runSubgraph('vacancies', 4012, async (options, config, log) => {
  const store = answerStore({ databaseUrl: config.databaseUrl, log });
  const werkNl = await connectWerkNl(config.werkNl, log, { store, production: config.production });
  const subgraph = await openVacancies({ ...options, werkNl });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await werkNl.close();
      await store.close();
    },
  };
});
