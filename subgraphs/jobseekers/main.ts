import { connectSonar } from '../../adapters/sonar/connect.js';
import { connectWerkNl } from '../../adapters/werknl/connect.js';
import { runSubgraph } from '../run.js';
import { openJobseekers } from './open-jobseekers.js';
import { checkSonarSettings, personNumberSecrets } from './production-settings.js';

await runSubgraph('jobseekers', 4013, async (options, config, log) => {
  checkSonarSettings(config);
  const personNumberKeys = personNumberSecrets(config);
  const sonar = await connectSonar({ ...config.sonar, today: options.clock.today }, log);
  const werkNl = await connectWerkNl(config.werkNl, log, { production: config.production });
  const subgraph = await openJobseekers({
    ...options,
    sonar,
    werkNl,
    personNumberKeys,
    placesFile: config.postcodeFile,
    synchronisation: config.synchronisation,
  });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await Promise.all([sonar.close(), werkNl.close()]);
    },
  };
});
