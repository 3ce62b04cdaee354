import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { written, type Outcome } from '../../../payload.js';
import type { BesideSettings } from '../../beside-settings.js';
import { hashOfToken, sameToken, tokenOf } from '../../keys.js';
import { CalendarFeed, CalendarFeedSchema } from './calendar-feed.js';

const tokenFor = ({ secret }: BesideSettings, feedId: string): string => tokenOf(secret, 'calendar', feedId);

/**
 * Where one's own agenda can be subscribed to; null when there is no feed, or when it was made under an earlier secret:
 * its address then still works for who has it, and cannot be told again.
 */
export function calendarAddress(settings: BesideSettings, feed: CalendarFeed | null): string | null {
  if (!feed) return null;
  const token = tokenFor(settings, feed.id);
  return sameToken(hashOfToken(token), feed.tokenHash) ? `${settings.publicUrl}/calendar/${token}.ics` : null;
}

/** Takes away the address of the own agenda, and gives a new one unless that is all that was asked. */
export async function rotateCalendarFeed(
  context: Pick<Context, 'clock' | 'identity'> & { beside: BesideSettings },
  em: EntityManager,
  { revokeOnly }: { revokeOnly: boolean },
): Promise<Outcome> {
  const { professionalId } = whoAsks(context);
  const now = context.clock.now();
  // In line: two at once would both find no feed, and the second be told of a double.
  await em.execute('select id from professional where id = ? for update', [professionalId]);
  await em.nativeUpdate(CalendarFeed, { professionalId, revokedAt: null }, { revokedAt: now });
  if (revokeOnly) return written(professionalId);
  const id = v7();
  await em.insert(CalendarFeedSchema, {
    id,
    professionalId,
    tokenHash: hashOfToken(tokenFor(context.beside, id)),
    createdAt: now,
  });
  return written(id);
}
