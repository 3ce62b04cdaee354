import type { EntityManager } from '../../database.js';
import type { Professional } from '../organisation/professional.js';
import { inForce } from '../ownership/account-holdership.js';
import { factReaders } from '../ownership/loaders.js';

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
export async function whoTakesUp(
  em: EntityManager,
  { professionalId, employerId, regionId }: InHand,
  today: string,
): Promise<Professional | null> {
  const { professionalById, holdershipsOfEmployer, teamById, managersOfRegion } = factReaders(em);
  const own = await professionalById.load(professionalId);
  if (own?.active) return own;
  const held = employerId ? await holdershipsOfEmployer.load(employerId) : [];
  const holders = inForce(
    held.filter((h) => h.regionId === regionId),
    today,
  );
  const team = own?.teamId ? await teamById.load(own.teamId) : null;
  const ids = [...holders.map(({ holderId }) => holderId), ...(team?.leadId ? [team.leadId] : [])];
  const others = [
    ...(await Promise.all(ids.map((id) => professionalById.load(id)))),
    ...(await managersOfRegion.load(regionId)),
  ];
  return others.find((person) => person?.active) ?? null;
}
