import type { EntityManager } from '../../../database.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { whoTakesUp } from './who-takes-up.js';

/** Whose something is, and at which employer. */
export interface LeftBehind {
  ownerId: string;
  employerId?: string | null | undefined;
}

/**
 * Who goes on with what somebody who left had in hand: who replaces them, and who takes it up, as
 * `whoTakesUp` finds them. Empty while the owner is at work. In the order of `all`, in as few statements as for one.
 */
export async function whoGoesOn(em: EntityManager, today: string, all: readonly LeftBehind[]): Promise<string[][]> {
  const READ = { disableIdentityMap: true } as const;
  const owners = await em.find(Professional, { id: { $in: [...new Set(all.map((one) => one.ownerId))] } }, READ);
  const gone = new Map(owners.filter(({ active }) => !active).map((owner) => [owner.id, owner]));
  if (gone.size === 0) return all.map(() => []);
  const employerIds = [...new Set(all.flatMap(({ employerId }) => employerId ?? []))];
  const employers = employerIds.length ? await em.find(Employer, { id: { $in: employerIds } }, READ) : [];
  const regionOf = new Map(employers.map(({ id, regionId }) => [id, regionId]));
  const takesUp = whoTakesUp(em, today);
  return Promise.all(
    all.map(async ({ ownerId, employerId }) => {
      const owner = gone.get(ownerId);
      if (!owner) return [];
      const regionId = (employerId && regionOf.get(employerId)) || owner.regionIds[0] || '';
      const one = await takesUp({ professionalId: ownerId, employerId: employerId ?? null, regionId });
      return [...new Set([...owner.deputyIds, ...(one ? [one.id] : [])])];
    }),
  );
}
