import { inDutch, momentInDutch } from '../../in-dutch.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import type { AccountHoldership } from './account-holdership.js';

/** The refusal of a second main holder: it tells who is, from which day, and since when that is recorded. */
export const mainHolderExists = (
  main: Pick<AccountHoldership, 'validFrom' | 'recordedAt'>,
  name: string,
  path: string[],
): UserError =>
  userError(
    'MAIN_HOLDER_EXISTS',
    path,
    `${name} is vanaf ${inDutch(main.validFrom)} hoofd-accounthouder van deze werkgever in deze regio, vastgelegd op ${momentInDutch(main.recordedAt)}. Er is er één tegelijk.`,
    'R-046',
  );
