import { text } from './settings.js';

/** The playground's own example of the dossier. */
export const EMPLOYER_DOSSIER = text('gateway/playground/examples/employers/01-dossier.graphql');

/** What is asked with it: the holder's region, and who would approach the employer. */
export const about = (kvk: string) => ({ kvk, me: 'prof-01', region: 'rijnmond' });

/** An answer without the moments at which a register was read, which differ from run to run. */
export const withoutMoments = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data), (key, value: unknown) => (key === 'retrievedAt' ? null : value)) as T;
