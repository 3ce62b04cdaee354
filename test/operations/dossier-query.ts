import type { Data } from '../subgraphs/alone.js';
import type { SubgraphName } from './separate-processes.js';
import { text } from './settings.js';

/** The playground's own example of the dossier. */
export const EMPLOYER_DOSSIER = text('gateway/playground/examples/employers/01-dossier.graphql');

/** What is asked with it: the holder's region, and who would approach the employer. */
export const about = (kvk: string) => ({ kvk, me: 'prof-01', region: 'rijnmond' });

/** An answer without the moments at which a register was read, which differ from run to run. */
export const withoutMoments = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data), (key, value: unknown) => (key === 'retrievedAt' ? null : value)) as T;

/** What the client sees of a dossier without `name`: the fields that need it are null, and all else is as it was. */
export function without(name: SubgraphName, whole: Data): Data {
  const data = structuredClone(whole);
  if (name === 'employers') return { employer: null };
  if (name === 'vacancies') data.employer.vacancies = null;
  if (name === 'jobseekers') for (const { node } of data.employer.vacancies.edges) node.candidateMatches = null;
  if (name === 'reporting') data.employer.statistics = null;
  return data;
}
