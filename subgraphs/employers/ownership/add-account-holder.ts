import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { checkHolder } from './check-holder.js';
import { mainHolderExists } from './main-holder-exists.js';
import { makeMain } from './make-main.js';
import { mayAdd, steers } from './may-change.js';
import { openAccount, personOf } from './open-account.js';
import type { AddAccountHolderInput } from './ownership-inputs.js';
import { settleRequest } from './request/settle-request.js';
import { startHoldership } from './start-holdership.js';
import { tellOfChange } from './tell-of-change.js';
import { tellWhoAnswers } from './request/tell-who-answers.js';

/**
 * Adds an account holder from today: by a holder of the account, a deputy of one who is away, or management.
 * Anybody else asks first. A main holder is added only where there is none.
 */
export async function addAccountHolder(
  asked: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: AddAccountHolderInput,
): Promise<Outcome> {
  const who = whoAsks(asked);
  const { professionalId, regionId, isMain } = input;
  const { account, errors: noAccount } = await openAccount(asked, em, input);
  if (!account) return refused(...noAccount);
  const context = { ...asked, clock: account.clock };
  const { holders, main, readers, employer, today } = account;
  const candidate = await readers.professionalById.load(professionalId);
  const errors = [
    ...checkHolder(candidate, regionId, isMain, ['input', 'professionalId']),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', input.reason, 0, 500),
  ];
  if (!candidate || errors.length) return refused(...errors);
  if (isMain && main)
    return refused(mainHolderExists(main, (await personOf(readers, main.holderId)).name, ['input', 'isMain']));
  const held = holders.find((h) => h.holderId === professionalId && !(isMain && !h.isMain));
  if (held)
    return refused(
      userError(
        'ALREADY_HOLDER',
        ['input', 'professionalId'],
        `${candidate.name} (professionalId) is al accounthouder.`,
        'R-047',
      ),
    );
  const vacant = holders.length === 0;
  if (vacant && !steers(who) && !(isMain && professionalId === who.professionalId))
    return refused(
      userError(
        'NO_HOLDER',
        ['input', 'regionId'],
        'Er is in deze regio (regionId) geen accounthouder. Neem het account zelf over, of laat het management iemand aanwijzen.',
        'R-047',
      ),
    );
  if (!vacant && !(await mayAdd(who, account)))
    return refused(
      userError(
        'REQUEST_NEEDED',
        ['input', 'employerId'],
        'Alleen een accounthouder van deze werkgever (employerId) of het management voegt iemand toe. Vraag het accounthouderschap aan.',
        'R-049',
      ),
    );
  const reason = input.reason?.trim() || null;
  if (isMain)
    return makeMain(context, em, account, {
      candidateId: professionalId,
      reason: reason ?? 'Er was geen hoofd-accounthouder.',
      endReason: '',
    });
  const { id } = await startHoldership(context, em, {
    employerId: employer.id,
    holderId: professionalId,
    regionId,
    isMain,
    from: today,
    reason,
  });
  await settleRequest(context, em, account, { candidateId: professionalId, isMain: false });
  await tellOfChange(context, em, account, {
    holdershipId: id!,
    holderId: professionalId,
    title: `${candidate.name} is accounthouder geworden van ${employer.name}.`,
  });
  await tellWhoAnswers(context, em, { employerId: employer.id, regionId });
  return written(id!);
}
