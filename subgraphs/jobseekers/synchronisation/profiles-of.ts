import { PartnerError } from '../../../adapters/partner-error.js';
import type { JobseekerProfile, Sonar } from '../../../adapters/sonar/port.js';

/** Profiles asked for at the same time. */
const AT_ONCE = 8;
/** VUM counts how many profiles are asked for after one question, and says so when it is enough. */
const ENOUGH = '429.01';

/**
 * Profiles by VUM's id, a few at a time. Where VUM has given enough for one question, the question is asked anew. One that
 * VUM does not give, or gives unreadably, is counted and left.
 * @throws PartnerError when VUM is silent, or gives nothing even after a new question
 */
export async function profilesOf(
  sonar: Sonar,
  vumIds: readonly string[],
  askAnew: () => Promise<unknown>,
): Promise<{ profiles: JobseekerProfile[]; failed: number }> {
  const profiles: JobseekerProfile[] = [];
  let failed = 0;
  let anew = false;
  let left = [...vumIds];
  while (left.length) {
    const now = left.slice(0, AT_ONCE);
    const answers = await Promise.allSettled(now.map((id) => sonar.profile(id)));
    const again: string[] = [];
    let enough: PartnerError | null = null;
    answers.forEach((answer, n) => {
      if (answer.status === 'fulfilled') return profiles.push(answer.value.value);
      const error: unknown = answer.reason;
      if (!(error instanceof PartnerError) || error.kind === 'UNAVAILABLE') throw error;
      if (error.partnerCode !== ENOUGH) return (failed += 1);
      enough = error;
      return again.push(now[n]!);
    });
    left = [...again, ...left.slice(now.length)];
    if (enough) {
      if (anew && again.length === now.length) throw enough;
      await askAnew();
    }
    anew = enough !== null;
  }
  return { profiles, failed };
}
