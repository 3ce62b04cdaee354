import type { EmployersContext } from '../context.js';
import type { Employer } from './employer.js';

/** The dossier that one lives on in; itself when it was not merged. */
export async function keptFor(
  employer: Employer,
  { employerById }: Pick<EmployersContext, 'employerById'>,
): Promise<Employer> {
  let kept = employer;
  while (kept.mergedIntoId) kept = (await employerById.load(kept.mergedIntoId))!;
  return kept;
}
