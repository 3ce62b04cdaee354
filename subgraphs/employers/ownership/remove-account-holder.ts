import { validate } from 'uuid';
import { Temporal } from 'temporal-polyfill';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import { refused, Severity, written, type Outcome } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { AccountHoldership } from './account-holdership.js';
import { endHoldership } from './end-holdership.js';
import { steers } from './may-change.js';
import { openAccount, personOf } from './open-account.js';
import type { RemoveAccountHolderInput } from './ownership-inputs.js';
import { tellOfChange } from './tell-of-change.js';
import { tellWhoAnswers } from './request/tell-who-answers.js';

const PATH = ['input', 'holdershipId'];

/**
 * Ends a holdership: one's own, a colleague's by the main holder, anyone's by management. The last day is yesterday, so
 * that another may begin today; what began today ends with the day.
 */
export async function removeAccountHolder(
  asked: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { holdershipId, reason }: RemoveAccountHolderInput,
): Promise<Outcome> {
  const who = whoAsks(asked);
  const found = validate(holdershipId)
    ? await em.findOne(AccountHoldership, { id: holdershipId }, { disableIdentityMap: true })
    : null;
  if (!found)
    return refused(
      userError('UNKNOWN_HOLDERSHIP', PATH, 'Dit accounthouderschap (holdershipId) bestaat niet.', 'R-047'),
    );
  const { account, errors: noAccount } = await openAccount(asked, em, found, 'holdershipId');
  const errors = [...noAccount, ...lengthErrors(['input', 'reason'], 'De reden (reason)', reason, 3, 500)];
  if (!account || errors.length) return refused(...errors);
  const context = { ...asked, clock: account.clock };
  const { readers, holders, today, employer } = account;
  const leads = holders.some((h) => h.isMain && h.holderId === who.professionalId);
  const held = account.holders.find((h) => h.id === holdershipId);
  if (!held || held.validUntil)
    return refused(
      userError(
        'NOT_IN_FORCE',
        PATH,
        found.validFrom > today
          ? `Dit accounthouderschap (holdershipId) begint pas op ${inDutch(found.validFrom)}.`
          : 'Dit accounthouderschap (holdershipId) is al beëindigd.',
        'R-047',
      ),
    );
  if (held.holderId !== who.professionalId && !leads && !steers(who))
    return refused(
      userError(
        'NOT_YOURS',
        PATH,
        'Dit accounthouderschap (holdershipId) beëindigt de accounthouder zelf, de hoofd-accounthouder of het management.',
        'R-046',
      ),
    );
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  const lastDay = held.validFrom < today ? yesterday : today;
  await endHoldership(context, em, account, held, { lastDay, reason: reason.trim() });
  const { name } = await personOf(readers, held.holderId);
  await tellOfChange(context, em, account, {
    holdershipId,
    holderId: held.holderId,
    title: `${name} is geen ${held.isMain ? 'hoofd-accounthouder' : 'accounthouder'} meer van ${employer.name}.`,
    occasion: 'ended',
  });
  await tellWhoAnswers(context, em, { employerId: employer.id, regionId: account.regionId });
  return written(
    holdershipId,
    held.isMain
      ? [
          {
            code: 'NO_MAIN_HOLDER',
            message: 'Deze werkgever heeft in deze regio nu geen hoofd-accounthouder.',
            requirement: 'R-046',
            severity: Severity.WARNING,
          },
        ]
      : [],
  );
}
