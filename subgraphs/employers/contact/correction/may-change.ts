import type { Identity } from '../../../../runtime/identity.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';

/** Whose contact moments, at an employer of which region and in whose account. */
export interface ChangedMoments {
  registeredByIds: readonly string[];
  regionId: string;
  mainHolderIds: readonly string[];
}

const STEWARDS: readonly string[] = ['WBS_SUPPORT'];

/**
 * Refusals of who may not correct or merge contact moments: that is for who registered (one of) them, for the
 * main holder of the account, and for WBS support in the region of the employer. Management steers by what is registered
 * and changes none of it.
 * @param field the input's field that names the moment
 */
export function mayChange(
  { professionalId, roles, regionIds }: Pick<Identity, 'professionalId' | 'roles' | 'regionIds'>,
  { registeredByIds, regionId, mainHolderIds }: ChangedMoments,
  field: string,
): UserError[] {
  if (registeredByIds.includes(professionalId) || mainHolderIds.includes(professionalId)) return [];
  if (!roles.some((role) => STEWARDS.includes(role)))
    return [
      userError(
        'NOT_YOURS',
        ['input', field],
        'Wijzigen mag wie het contactmoment registreerde, de hoofd-accounthouder of WBS-ondersteuning.',
        'R-083',
      ),
    ];
  return regionIds.includes(regionId)
    ? []
    : [
        userError(
          'OTHER_REGION',
          ['input', field],
          'Dit contactmoment is van een werkgever in een andere regio dan de uwe.',
          'R-083',
        ),
      ];
}
