import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import { refused, type Outcome, type UserError } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { checkHolder } from './check-holder.js';
import { takeOverFacts } from './decision/facts.js';
import { mainHolderExists } from './main-holder-exists.js';
import { makeMain } from './make-main.js';
import { mayTakeOver, type TakeOver } from './decision/may-take-over.js';
import { openAccount, personOf } from './open-account.js';
import { OwnershipOutcome } from './decision/ownership-decision.js';
import type { TakeOverOwnershipInput } from './ownership-inputs.js';

/**
 * Takes over the main account holdership: only when the rule allows it on this day, and after the former holder
 * was spoken to. Of many at once one succeeds; the others are told who did, and when.
 */
export async function takeOverOwnership(
  asked: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: TakeOverOwnershipInput,
): Promise<Outcome> {
  const { professionalId: candidateId } = whoAsks(asked);
  const { regionId, previousHolderContactedOn } = input;
  const { account, errors: noAccount } = await openAccount(asked, em, input);
  if (!account) return refused(...noAccount);
  const context = { ...asked, clock: account.clock };
  const { main, holders, readers, today, employer } = account;
  const candidate = await readers.professionalById.load(candidateId);
  const errors = [
    ...checkHolder(candidate, regionId, true, ['input', 'regionId']),
    ...lengthErrors(['input', 'note'], 'De toelichting (note)', input.note, 10, 1000),
  ];
  if (errors.length) return refused(...errors);
  if (main && main.holderId === candidateId && !main.validUntil)
    return refused(
      userError(
        'ALREADY_HOLDER',
        ['input', 'employerId'],
        'U bent al hoofd-accounthouder van deze werkgever (employerId).',
        'R-046',
      ),
    );
  if (main && main.validFrom >= today)
    return refused(mainHolderExists(main, (await personOf(readers, main.holderId)).name, ['input', 'employerId']));

  const decision = mayTakeOver(
    await takeOverFacts(readers, employer.id, { candidateId, regionId, onDate: today, knownAt: null }),
  );
  const notAllowed = refusalOf(decision);
  if (notAllowed) return refused(notAllowed);
  const current = holders[0] ?? null;
  const notContacted = checkContacted(
    previousHolderContactedOn ?? null,
    today,
    current && {
      from: current.validFrom,
      cutoffDate: decision.cutoffDate,
    },
  );
  if (notContacted) return refused(notContacted);
  return makeMain(context, em, account, {
    candidateId,
    reason: input.note.trim(),
    endReason: `Overgenomen door ${candidate!.name}.`,
    previousHolderContactedOn: previousHolderContactedOn ?? null,
  });
}

function refusalOf({ outcome, lastContactOn, cutoffDate, currentHolderId }: TakeOver): UserError | null {
  const path = ['input', 'employerId'];
  if (outcome === OwnershipOutcome.CONSENT_REQUIRED)
    return userError(
      'CONSENT_REQUIRED',
      path,
      'De werkgever (employerId) is niet tevreden, maar er was recent contact: het accounthouderschap wisselt alleen in overleg. Vraag het aan.',
      'R-053',
    );
  if (outcome === OwnershipOutcome.KEEP)
    return userError(
      'TAKEOVER_NOT_ALLOWED',
      path,
      lastContactOn && lastContactOn >= cutoffDate
        ? `Er was op ${inDutch(lastContactOn)} contact met de werkgever (employerId), en dat is recent (vanaf ${inDutch(cutoffDate)}): het accounthouderschap blijft waar het is en wisselt alleen in overleg. Vraag het aan.`
        : `U bent al accounthouder van deze werkgever (employerId)${currentHolderId ? '; voeg uzelf toe als hoofd-accounthouder' : ''}.`,
      'R-050',
    );
  return null;
}

/** The contact with the former holder: needed where there is one, about this holder, and not in the future. */
function checkContacted(
  on: string | null,
  today: string,
  former: { from: string; cutoffDate: string } | null,
): UserError | null {
  const refuse = (code: string, message: string) =>
    userError(code, ['input', 'previousHolderContactedOn'], message, 'R-051');
  if (on && on > today)
    return refuse(
      'IN_THE_FUTURE',
      'Het gesprek met de vorige accounthouder (previousHolderContactedOn) ligt in de toekomst.',
    );
  if (!former) return null;
  if (!on)
    return refuse(
      'PREVIOUS_HOLDER_NOT_CONTACTED',
      'Neem eerst contact op met de vorige accounthouder, en noem de dag (previousHolderContactedOn).',
    );
  const earliest = former.from > former.cutoffDate ? former.from : former.cutoffDate;
  return on < earliest
    ? refuse(
        'TOO_LONG_AGO',
        `Het gesprek met de vorige accounthouder (previousHolderContactedOn) is te lang geleden: het telt vanaf ${inDutch(earliest)}.`,
      )
    : null;
}
