import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import type { RegionAgreementsProposal } from './region-agreements-input.js';
import type { RegionAgreements } from './region-agreements.js';

/** The numbers a region sets, with their bounds, unit and Dutch name. */
const BOUNDS = {
  ownershipRecentContactMonths: [1, 60, 'maanden', 'De termijn van recent contact'],
  renewedContactMonths: [1, 60, 'maanden', 'De termijn van hernieuwd contact'],
  vacancyMaxMonths: [1, 12, 'maanden', 'De looptijd van een vacature'],
  accountPlanReviewMonths: [1, 60, 'maanden', 'De termijn van herziening van accountplannen'],
  contactMergeWindowDays: [0, 60, 'dagen', 'Het venster om contacten samen te vatten'],
  npsQuietDays: [0, 366, 'dagen', 'De rust tussen twee NPS-uitnodigingen'],
} as const;

type Numbers = keyof typeof BOUNDS;

/** What a region agrees, without when and by whom. */
export type AgreedValues = Pick<RegionAgreements, Numbers | 'ownershipContactScope'>;

const NAMES = [...(Object.keys(BOUNDS) as Numbers[]), 'ownershipContactScope'] as const;

/** Agreements with what is proposed put in; refusals of numbers out of bounds, and of a proposal that changes nothing. */
export function proposeAgreements(
  now: AgreedValues,
  proposal: RegionAgreementsProposal,
): { values: AgreedValues; errors: UserError[] } {
  const values = Object.fromEntries(
    NAMES.map((name) => [name, proposal[name] ?? now[name]]),
  ) as unknown as AgreedValues;
  const errors = (Object.keys(BOUNDS) as Numbers[]).flatMap((name) => {
    const [least, most, unit, title] = BOUNDS[name];
    return values[name] >= least && values[name] <= most
      ? []
      : [
          userError(
            'OUT_OF_RANGE',
            ['input', name],
            `${title} (${name}) is ${least} tot en met ${most} ${unit}.`,
            'R-012',
          ),
        ];
  });
  if (NAMES.every((name) => values[name] === now[name]))
    errors.push(userError('NOTHING_CHANGED', ['input'], 'Deze afspraken gelden al; er verandert niets.', 'R-012'));
  return { values, errors };
}
