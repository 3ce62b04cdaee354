import type { SubgraphConfig } from '../config.js';
import { DEVELOPMENT_PERSON_NUMBER_KEY } from './personal-data/person-number-keys.js';

/** The secrets for person numbers. @throws Error in production without one: there, numbers are of real people */
export function personNumberSecrets({ production, personNumberKeys }: SubgraphConfig): readonly string[] {
  if (personNumberKeys.length) return personNumberKeys;
  if (production)
    throw new Error('PERSON_NUMBER_KEY is verplicht in productie: burgerservicenummers worden versleuteld bewaard.');
  return [DEVELOPMENT_PERSON_NUMBER_KEY];
}

/** @throws Error in production without certificates: Suwinet takes no unsigned message, and VUM no unknown caller */
export function checkSonarSettings({ production, sonar }: SubgraphConfig): void {
  if (production && !(sonar.certificateFile && sonar.keyFile && sonar.authoritiesFile))
    throw new Error(
      'SONAR_CERTIFICATE_FILE, SONAR_KEY_FILE en SONAR_AUTHORITIES_FILE zijn verplicht in productie: Suwinet ondertekent elk bericht.',
    );
}
