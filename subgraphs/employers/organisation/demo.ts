import type { EntityManager } from '../../database.js';
import type { Clock } from '../../../runtime/clock.js';
import { daysBefore } from '../../../demo/employers.js';
import { ProfessionalSchema } from './professional.js';
import { TeamSchema } from './team.js';
import { TrainingKind, TrainingSchema } from './training.js';

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

const trainings = [
  ['prof-01', TrainingKind.STRATEGIC_PARTNERSHIP, null, 400],
  ['prof-01', TrainingKind.PEER_REVIEW, null, 60],
  ['prof-12', TrainingKind.OTHER, 'Regionaal werken', 200],
] as const;

/** What some account holders attended. */
export async function seedTrainings(em: EntityManager, clock: Clock): Promise<void> {
  await em.insertMany(
    TrainingSchema,
    trainings.map(([professionalId, kind, title, days], n) => ({
      id: `c7d1e2a0-1b44-4f0a-8a00-00000000000${n}`,
      professionalId,
      kind,
      title,
      heldOn: daysBefore(clock.today(), days),
      recordedAt: clock.now(),
    })),
  );
}
