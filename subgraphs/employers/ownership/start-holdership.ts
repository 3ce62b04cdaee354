import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { written, type Outcome } from '../../payload.js';
import { Professional } from '../organisation/professional.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { AccountHoldershipSchema } from './account-holdership.js';

export interface StartHoldership {
  employerId: string;
  holderId: string;
  regionId: string;
  isMain: boolean;
  /** First day. */
  from: string;
  reason?: string | null;
  /** In a takeover: the day on which the former holder was spoken to. */
  previousHolderContactedOn?: string | null;
}

/**
 * Makes a professional (main) account holder from a day on, and tells of it. That no two main holders stand side by
 * side in one region is held by the database itself, whoever writes. Reporting hears of each change of the
 * employer's contact person.
 */
export async function startHoldership(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  { from, ...holdership }: StartHoldership,
): Promise<Outcome> {
  const holder = await em.findOneOrFail(Professional, { id: holdership.holderId }, { disableIdentityMap: true });
  const id = v7();
  await em.insert(AccountHoldershipSchema, {
    id,
    ...holdership,
    validFrom: from,
    recordedAt: context.clock.now(),
  });
  const actorId = whoAsks(context).professionalId;
  await putOnTimeline(em, context.clock, {
    employerId: holdership.employerId,
    kind: TimelineKind.OWNERSHIP,
    title: `${holder.name} is ${holdership.isMain ? 'hoofd-accounthouder' : 'accounthouder'} geworden.`,
    subjectType: 'AccountHoldership',
    subjectId: id,
    actorId,
    on: from,
  });
  await context.publish(em, {
    type: 'holdership.started',
    occurredOn: from,
    recordedAt: context.clock.now(),
    actorId,
    data: {
      employerId: holdership.employerId,
      regionId: holdership.regionId,
      professionalId: holdership.holderId,
      isMain: holdership.isMain,
      teamId: holder.teamId ?? null,
    },
  });
  return written(id);
}
