import type { TargetGroupRegistration as FromRegister } from '../../../adapters/sonar/port.js';
import { SourceSystem } from '../../provenance.js';
import type { Told } from './person-source.js';
import type { TargetGroupRegistration } from './target-group-registration.js';

/**
 * What the doelgroepregister answered, in the words of the graph. Of whom it holds nothing does not stand in it;
 * about counting for the banenafspraak it then says nothing at all.
 */
export function registerOf({ value, retrievedAt, freshness }: Told<FromRegister | null>): TargetGroupRegistration {
  const from = { source: SourceSystem.DOELGROEPENREGISTER, checkedAt: retrievedAt, freshness };
  if (!value) return { registered: false, countsForJobAgreement: null, countsUntil: null, grounds: [], ...from };
  const { registered, countsForJobAgreement, countsUntil, grounds } = value;
  return {
    registered,
    countsForJobAgreement,
    countsUntil,
    grounds: grounds.map(({ ground, startedOn, endedOn, running }) => ({
      ...ground,
      from: startedOn,
      until: endedOn,
      running,
    })),
    ...from,
  };
}

/** What Sonar's profile says of it: whether somebody stands in the register, and no more. Null when it does not say. */
export const registerByProfile = (
  inTargetGroupRegister: boolean | null | undefined,
  seen: Pick<Told<unknown>, 'retrievedAt' | 'freshness'>,
): TargetGroupRegistration | null =>
  typeof inTargetGroupRegister === 'boolean'
    ? {
        registered: inTargetGroupRegister,
        countsForJobAgreement: null,
        countsUntil: null,
        grounds: [],
        source: SourceSystem.SONAR,
        checkedAt: seen.retrievedAt,
        freshness: seen.freshness,
      }
    : null;
