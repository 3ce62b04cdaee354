import type { EntityManager } from '../../database.js';
import { ProfessionalSchema } from './professional.js';
import { TeamSchema } from './team.js';

/** Who leads which demo team; the other teams have no lead. */
const leads = {
  'team-ag': 'prof-13',
  'team-logistiek': 'prof-01',
  'team-zorg': 'prof-12',
  'team-rotterdam': 'prof-04',
  'team-utrecht': 'prof-18',
};

/** Who stands in for whom. */
const deputies = { 'prof-01': ['prof-02'], 'prof-04': ['prof-08'], 'prof-12': ['prof-13'] };

/** Names the leads of the demo teams, and who stands in for whom. */
export async function seedStandIns(em: EntityManager): Promise<void> {
  for (const [id, leadId] of Object.entries(leads)) await em.nativeUpdate(TeamSchema, { id }, { leadId });
  for (const [id, deputyIds] of Object.entries(deputies))
    await em.nativeUpdate(ProfessionalSchema, { id }, { deputyIds });
}
