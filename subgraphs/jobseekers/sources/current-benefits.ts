import type { Benefit as FromUwv } from '../../../adapters/sonar/port.js';
import type { JobseekersContext } from '../context.js';
import type { Benefit } from '../jobseeker/benefit.js';
import type { Asking } from './ask-source.js';
import { benefitsOf, withUwv } from './benefits-of.js';
import type { SourceAnswer } from './person-source.js';

/** All benefits of somebody, over all time: as UWV tells them, beside what only others know; else what was written down. */
export async function currentBenefits(
  { uwv, benefitsOfJobseeker }: JobseekersContext,
  asking: Asking,
): Promise<{ answer: SourceAnswer<FromUwv[]>; benefits: Benefit[] }> {
  const [answer, stored] = await Promise.all([uwv.load(asking), benefitsOfJobseeker.load(asking.jobseekerId)]);
  const standing = stored.filter(({ withdrawnAt }) => !withdrawnAt);
  const { told } = answer;
  if (!told) return { answer, benefits: standing };
  const ofUwv = benefitsOf(asking.jobseekerId, told.value, told.retrievedAt);
  return { answer, benefits: withUwv(ofUwv, standing) as Benefit[] };
}
