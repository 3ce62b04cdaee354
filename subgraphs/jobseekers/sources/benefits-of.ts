import { Temporal } from 'temporal-polyfill';
import { v5 } from 'uuid';
import type { Benefit as FromUwv, BenefitGroup } from '../../../adapters/sonar/port.js';
import { dayOf } from '../../../runtime/clock.js';
import { SourceSystem } from '../../provenance.js';
import { TargetGroup } from '../../target-group.js';
import type { Benefit } from '../jobseeker/benefit.js';

/** Our own namespace of UWV's benefits (RFC 9562, version 5). */
const NAMESPACE = '3c0d4a52-7d0e-5b1f-8a66-1f0e7a9c2d41';

const KINDS: Record<BenefitGroup, [TargetGroup, kind: string]> = {
  WW: [TargetGroup.WW, 'WW-uitkering'],
  WGA: [TargetGroup.WGA, 'WGA-uitkering'],
  WAJONG: [TargetGroup.WAJONG, 'Wajong'],
  PARTICIPATIEWET: [TargetGroup.WWB, 'Bijstandsuitkering'],
  OTHER: [TargetGroup.OTHER, 'Andere uitkering'],
};

/** The groups of which UWV keeps the administration: what it does not tell of them is not there. */
const OF_UWV: readonly string[] = [TargetGroup.WW, TargetGroup.WGA, TargetGroup.WAJONG];

const firstDay = (rough: string): string => `${rough}-01-01`.slice(0, 10);
const lastDay = (rough: string): string => {
  if (rough.length === 10) return rough;
  if (rough.length === 4) return `${rough}-12-31`;
  return Temporal.PlainYearMonth.from(rough).toPlainDate({ day: 31 }).toString();
};

export type BenefitRow = Pick<
  Benefit,
  'id' | 'jobseekerId' | 'kind' | 'law' | 'targetGroup' | 'from' | 'until' | 'source'
>;

/**
 * UWV's benefits as records. A rough begin is its first day and a rough end its last; of a benefit whose begin is not told
 * we know that it had begun when we heard of it.
 */
export const benefitsOf = (jobseekerId: string, told: readonly FromUwv[], retrievedAt: Date): BenefitRow[] =>
  told.map(({ group, lawCode, startedOn, endedOn }, n) => {
    const [targetGroup, kind] = KINDS[group ?? 'OTHER'];
    const nth = told.slice(0, n).filter((one) => one.lawCode === lawCode && one.startedOn === startedOn).length;
    return {
      id: v5(`${jobseekerId} ${lawCode} ${startedOn ?? ''} ${nth}`, NAMESPACE),
      jobseekerId,
      kind,
      law: lawCode,
      targetGroup,
      from: startedOn ? firstDay(startedOn) : dayOf(retrievedAt),
      until: endedOn ? lastDay(endedOn) : null,
      source: SourceSystem.UWV,
    };
  });

/** Of what was written down, what UWV's answer takes the place of: what it told before, and others' word on its own laws. */
export const superseded = ({ source, targetGroup }: Pick<BenefitRow, 'source' | 'targetGroup'>): boolean =>
  source === SourceSystem.UWV || OF_UWV.includes(targetGroup);

/** UWV's benefits, and of what was written down those that UWV does not know of: the municipality pays them. */
export const withUwv = <B extends BenefitRow>(ofUwv: BenefitRow[], stored: readonly B[]): (BenefitRow | B)[] =>
  [...ofUwv, ...stored.filter((one) => !superseded(one))].sort((a, b) => (a.from < b.from ? 1 : -1));
