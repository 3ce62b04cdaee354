import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { AccountHoldership, standingOn } from '../account-holdership.js';
import { tellWhoAnswers } from './tell-who-answers.js';

/** Tells of the open requests for somebody's accounts who may answer them now that the holder left, is away or named deputies. */
export async function passOnRequests(
  context: Pick<Context, 'clock'>,
  em: EntityManager,
  holderId: string,
): Promise<void> {
  const today = context.clock.today();
  const held = await em.find(AccountHoldership, { holderId, ...standingOn(today) }, { disableIdentityMap: true });
  if (held.length)
    await tellWhoAnswers(context, em, { employerId: { $in: [...new Set(held.map(({ employerId }) => employerId))] } });
}
