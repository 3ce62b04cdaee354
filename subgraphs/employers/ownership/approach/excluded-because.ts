import { inDutch } from '../../../in-dutch.js';
import type { EmployersContext } from '../../context.js';
import { assessmentOn } from '../../pyramid/pyramid-assessment.js';

/**
 * Why the pyramid's pre-selection excludes an employer from being approached on a day, in plain Dutch; null when it
 * does not. What exactly was held against it stands in the assessment, for who may read that.
 */
export async function excludedBecause(
  { assessmentsOfEmployer }: Pick<EmployersContext, 'assessmentsOfEmployer'>,
  employerId: string,
  onDate: string,
): Promise<string | null> {
  const assessment = assessmentOn(await assessmentsOfEmployer.load(employerId), onDate);
  return assessment && !assessment.reliable
    ? `Op ${inDutch(assessment.onDate)} is hij als niet betrouwbaar beoordeeld; doe er geen zaken mee.`
    : null;
}
