import { TargetGroup } from '../../target-group.js';

/** Which target group goes before which when somebody has several benefits. */
export const PRIORITY = [TargetGroup.WAJONG, TargetGroup.WGA, TargetGroup.WW, TargetGroup.WWB];

/** What the rule needs of a benefit. Dates `YYYY-MM-DD`, both included. */
export interface BenefitPeriod {
  targetGroup: string;
  from: string;
  until?: string | null | undefined;
  /** When a source took it back: it never counted. */
  withdrawnAt?: Date | null | undefined;
}

export const inForce = ({ from, until, withdrawnAt }: BenefitPeriod, onDate: string): boolean =>
  !withdrawnAt && from <= onDate && (!until || until >= onDate);

/** The one target group of somebody on a day: of the benefits in force the first in priority; without any, OTHER. */
export const targetGroupOf = (benefits: readonly BenefitPeriod[], onDate: string): TargetGroup => {
  const groups = benefits.filter((benefit) => inForce(benefit, onDate)).map(({ targetGroup }) => targetGroup);
  return PRIORITY.find((group) => groups.includes(group)) ?? TargetGroup.OTHER;
};
