import type { EntityManager } from '../../../database.js';
import type { Professional } from '../../organisation/professional.js';
import { inForce } from '../../ownership/account-holdership.js';
import { factReaders } from '../../ownership/loaders.js';

/** Whose it was, at which employer (null: without a dossier), and in which region. */
export interface InHand {
  professionalId: string;
  employerId: string | null;
  regionId: string;
}

/**
 * Who takes up what a professional has in hand: that professional, or when they left who holds the account in the
 * region, the main holder first; else the lead of their team, else the managers of the region (R-125). Null when nobody
 * of them is at work any more.
 */
export type WhoTakesUp = (hand: InHand) => Promise<Professional | null>;

/** Who takes up what, on a day; of all that is asked in one tick in as few statements as of one. */
export function whoTakesUp(em: EntityManager, today: string): WhoTakesUp {
  const { professionalById, holdershipsOfEmployer, teamById, managersOfRegion } = factReaders(em);
  return async ({ professionalId, employerId, regionId }) => {
    const own = await professionalById.load(professionalId);
    if (own?.active) return own;
    const [held, team, managers] = await Promise.all([
      employerId ? holdershipsOfEmployer.load(employerId) : [],
      own?.teamId ? teamById.load(own.teamId) : null,
      managersOfRegion.load(regionId),
    ]);
    const holders = inForce(
      held.filter((h) => h.regionId === regionId),
      today,
    );
    const ids = [...holders.map(({ holderId }) => holderId), ...(team?.leadId ? [team.leadId] : [])];
    const others = await Promise.all(ids.map((id) => professionalById.load(id)));
    return [...others, ...managers].find((person) => person?.active) ?? null;
  };
}
