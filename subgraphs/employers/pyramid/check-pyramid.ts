import type { UserError } from '../../payload.js';
import { countErrors, lengthErrors, userError } from '../../user-error.js';
import type { CustomerTier } from '../dossier/employer.js';
import { TIER_NAMES } from './assess.js';
import { SoftCriterionKind } from './pyramid-assessment.js';
import type { PyramidInput } from './pyramid-input.js';

const MOST_OF_A_REASON = 1000;
/** More than there are elements: one that is given twice is told as such. */
const MOST_GIVEN = 20;

const required = (field: keyof PyramidInput, message: string, requirement: string): UserError =>
  userError('REQUIRED', ['input', field], message, requirement);

function softErrors({ softFilter }: PyramidInput): UserError[] {
  const path = ['input', 'softFilter'];
  const all = Object.values(SoftCriterionKind);
  const many = countErrors(path, 'elementen van het zachte filter (softFilter)', softFilter, MOST_GIVEN, 'R-119');
  if (many.length) return many;
  const kinds = softFilter.map(({ kind }) => kind);
  const missing = all.filter((kind) => !kinds.includes(kind));
  return [
    ...(missing.length
      ? [userError('REQUIRED', path, `Het zachte filter (softFilter) mist: ${missing.join(', ')}.`, 'R-119')]
      : []),
    ...kinds.flatMap((kind, n) =>
      kinds.indexOf(kind) < n
        ? [userError('GIVEN_TWICE', [...path, String(n), 'kind'], `${kind} staat er twee keer in (kind).`, 'R-119')]
        : [],
    ),
    ...softFilter.flatMap(({ note }, n) =>
      lengthErrors([...path, String(n), 'note'], 'De toelichting (note)', note, 0, 1000),
    ),
  ];
}

/** Refusals of an assessment, whatever it would propose. */
export const checkPyramid = (input: PyramidInput): UserError[] => [
  ...softErrors(input),
  ...lengthErrors(
    ['input', 'sectorDevelopment'],
    'De sectorontwikkeling (sectorDevelopment)',
    input.sectorDevelopment,
    0,
    1000,
  ),
  ...lengthErrors(
    ['input', 'reasonForDeviation'],
    'De reden van afwijking (reasonForDeviation)',
    input.reasonForDeviation,
    0,
    MOST_OF_A_REASON,
  ),
  ...(input.reliable
    ? input.exclusionReason?.trim()
      ? [
          userError(
            'NOT_EXCLUDED',
            ['input', 'exclusionReason'],
            'Een reden van uitsluiting (exclusionReason) hoort alleen bij een werkgever die niet betrouwbaar is (reliable).',
            'R-117',
          ),
        ]
      : []
    : input.exclusionReason?.trim()
      ? lengthErrors(
          ['input', 'exclusionReason'],
          'De reden van uitsluiting (exclusionReason)',
          input.exclusionReason,
          10,
          1000,
        )
      : [
          required(
            'exclusionReason',
            'Schrijf op waarom deze werkgever niet betrouwbaar is (exclusionReason).',
            'R-117',
          ),
        ]),
  ...(!input.reliable && input.decidedTier
    ? [
        userError(
          'EXCLUDED',
          ['input', 'decidedTier'],
          'Een werkgever die de pré-selectie uitsluit krijgt geen laag (decidedTier).',
          'R-117',
        ),
      ]
    : []),
];

/** Refusals of a decision that differs from what is proposed, without saying why. */
export function checkDeviation(
  { decidedTier, reasonForDeviation }: PyramidInput,
  proposed: CustomerTier | null,
): UserError[] {
  if (!proposed || !decidedTier || decidedTier === proposed) return [];
  return reasonForDeviation?.trim()
    ? lengthErrors(
        ['input', 'reasonForDeviation'],
        'De reden van afwijking (reasonForDeviation)',
        reasonForDeviation,
        10,
        MOST_OF_A_REASON,
      )
    : [
        required(
          'reasonForDeviation',
          `Het voorstel is ${TIER_NAMES[proposed]}; schrijf op waarom u daarvan afwijkt (reasonForDeviation).`,
          'R-116',
        ),
      ];
}
