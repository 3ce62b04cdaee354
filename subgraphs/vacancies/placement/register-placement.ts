import type { EventData } from '../../events.js';
import type { EntityManager } from '../../database.js';
import type { Publish } from '../../outbox.js';
import type { Registered } from '../vacancy/enter-vacancy.js';
import { creditedTeams, PlacementSchema } from './placement.js';
import { isSustainable } from './sustainable.js';

/** What a placement is registered with; teams as they are now, so that a later change does not alter it. */
export interface NewPlacement {
  id: string;
  vacancyId: string;
  employerId: string;
  jobseekerId: string;
  referralId: string | null;
  regionId: string;
  startsOn: string;
  /** Null: open-ended. */
  durationMonths: number | null;
  targetGroup: EventData['placement.registered']['targetGroup'];
  submitterTeamId: string | null;
  ownerTeamId: string | null;
  employerOwnerTeamId: string | null;
}

/** Registers a placement and tells so. */
export async function registerPlacement(
  em: EntityManager,
  publish: Publish,
  placement: NewPlacement,
  { by, at }: Registered,
): Promise<void> {
  const { id, employerId, vacancyId, targetGroup, startsOn, durationMonths } = placement;
  await em.insert(PlacementSchema, { ...placement, registeredAt: at, version: 1 });
  await publish(em, {
    type: 'placement.registered',
    occurredOn: startsOn,
    recordedAt: at,
    actorId: by,
    data: {
      employerId,
      vacancyId,
      placementId: id,
      targetGroup,
      sustainable: isSustainable(durationMonths, durationMonths === null),
      teamIds: creditedTeams(placement),
    },
  });
}
