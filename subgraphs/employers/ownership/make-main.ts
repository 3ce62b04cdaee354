import { Temporal } from 'temporal-polyfill';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, type Outcome } from '../../payload.js';
import { AccountHoldership } from './account-holdership.js';
import { endHoldership } from './end-holdership.js';
import { mainHolderExists } from './main-holder-exists.js';
import { plansGoTo } from '../plan/account-plan/hand-over-plans.js';
import { personOf, type Account } from './open-account.js';
import { settleRequest } from './request/settle-request.js';
import { startHoldership } from './start-holdership.js';
import { tellOfChange } from './tell-of-change.js';
import { tellWhoAnswers } from './request/tell-who-answers.js';

/** What PostgreSQL calls two rows that exclude each other. */
const EXCLUSION_VIOLATION = '23P01';

const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/**
 * Makes a professional main holder from today: the old one's last day is yesterday. One who became main holder only
 * today stays it for the day, and the new one begins tomorrow. An ordinary holdership of the new one ends. Whoever
 * slipped in past the others is found by the database's own constraint, and told by name and moment.
 */
export async function makeMain(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  account: Account,
  {
    candidateId,
    reason,
    endReason,
    previousHolderContactedOn = null,
  }: { candidateId: string; reason: string; endReason: string; previousHolderContactedOn?: string | null },
): Promise<Outcome> {
  const { employer, regionId, today, holders, main } = account;
  if (main && main.validFrom > today)
    return refused(mainHolderExists(main, (await personOf(account.readers, main.holderId)).name, ['input']));
  const stays = main !== null && (main.validUntil === today || main.validFrom === today);
  const from = stays ? plusDays(today, 1) : today;
  if (main && !main.validUntil)
    await endHoldership(context, em, account, main, { lastDay: plusDays(from, -1), reason: endReason });
  const ordinary = holders.find((h) => h.holderId === candidateId && !h.isMain && !h.validUntil);
  if (ordinary) {
    const lastDay = ordinary.validFrom < from ? plusDays(from, -1) : ordinary.validFrom;
    await endHoldership(context, em, account, ordinary, { lastDay, reason: 'Is hoofd-accounthouder geworden.' });
  }
  try {
    const outcome = await em.transactional((inner) =>
      startHoldership(context, inner, {
        employerId: employer.id,
        holderId: candidateId,
        regionId,
        isMain: true,
        from,
        reason,
        previousHolderContactedOn,
      }),
    );
    await settleRequest(context, em, account, { candidateId, isMain: true });
    await tellOfChange(context, em, account, {
      holdershipId: outcome.id!,
      holderId: candidateId,
      formerId: main?.holderId ?? null,
    });
    await tellWhoAnswers(context, em, { employerId: employer.id, regionId });
    if (regionId === employer.regionId)
      await plansGoTo(context, em, employer, { formerId: main?.holderId ?? null, toId: candidateId });
    return outcome;
  } catch (error) {
    if ((error as { code?: string }).code !== EXCLUSION_VIOLATION) throw error;
    const [winner] = await em.find(
      AccountHoldership,
      { employerId: employer.id, regionId, isMain: true, $or: [{ validUntil: null }, { validUntil: { $gte: from } }] },
      { orderBy: { validFrom: 'desc' }, limit: 1, disableIdentityMap: true },
    );
    if (!winner) throw error;
    return refused(mainHolderExists(winner, (await personOf(account.readers, winner.holderId)).name, ['input']));
  }
}
