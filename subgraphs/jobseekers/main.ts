import { connectSonar } from '../../adapters/sonar/connect.js';
import { runSubgraph } from '../run.js';
import { openJobseekers } from './open-jobseekers.js';
import { DEVELOPMENT_PERSON_NUMBER_KEY } from './personal-data/person-number-keys.js';

await runSubgraph('jobseekers', 4013, async (options, config, log) => {
  const { certificateFile, keyFile, authoritiesFile } = config.sonar;
  if (config.production && !(certificateFile && keyFile && authoritiesFile))
    throw new Error(
      'SONAR_CERTIFICATE_FILE, SONAR_KEY_FILE en SONAR_AUTHORITIES_FILE zijn verplicht in productie: Suwinet ondertekent elk bericht.',
    );
  if (config.production && !config.personNumberKeys.length)
    throw new Error('PERSON_NUMBER_KEY is verplicht in productie: burgerservicenummers worden versleuteld bewaard.');
  const sonar = await connectSonar({ ...config.sonar, today: options.clock.today }, log);
  const subgraph = await openJobseekers({
    ...options,
    sonar,
    personNumberKeys: config.personNumberKeys.length ? config.personNumberKeys : [DEVELOPMENT_PERSON_NUMBER_KEY],
    placesFile: config.postcodeFile,
    synchronisation: config.synchronisation,
  });
  return {
    ...subgraph,
    async close() {
      await subgraph.close();
      await sonar.close();
    },
  };
});
