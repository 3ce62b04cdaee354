import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { Role, type Professional } from '../organisation/professional.js';

/** The account manager is the employer's one point of contact; the national desk leads national accounts. */
const LEADS: readonly string[] = [Role.ACCOUNT_MANAGER, Role.NATIONAL_LIAISON];
const TAKES_PART: readonly string[] = [
  ...LEADS,
  Role.MATCHMAKER,
  Role.IAA_ADVISER,
  Role.EURES_ADVISER,
  Role.LABOUR_EXPERT,
  Role.SPECIALIST,
];

/** Refusals of a professional who cannot be (main) account holder in the region: not at work, of elsewhere, or of another role. */
export function checkHolder(
  professional: Pick<Professional, 'active' | 'regionIds' | 'roles'> | null,
  regionId: string,
  isMain: boolean,
  path: string[],
): UserError[] {
  const field = path.at(-1);
  if (!professional)
    return [userError('UNKNOWN_PROFESSIONAL', path, `Deze medewerker (${field}) bestaat niet.`, 'R-047')];
  if (!professional.active)
    return [userError('PROFESSIONAL_INACTIVE', path, `Deze medewerker (${field}) is niet meer werkzaam.`, 'R-044')];
  if (!professional.regionIds.includes(regionId))
    return [
      userError('PROFESSIONAL_OF_OTHER_REGION', path, `Deze medewerker (${field}) werkt niet in deze regio.`, 'R-046'),
    ];
  if (!professional.roles.some((role) => (isMain ? LEADS : TAKES_PART).includes(role)))
    return [
      userError(
        'ROLE_DOES_NOT_FIT',
        path,
        isMain
          ? `Hoofd-accounthouder (${field}) is een accountmanager of een landelijk adviseur.`
          : `Met deze rol is een medewerker (${field}) geen accounthouder: dat zijn accountmanagers, matchmakers, adviseurs en specialisten.`,
        isMain ? 'R-061' : 'R-062',
      ),
    ];
  return [];
}
