import { daysBefore, testCompanies, vanGelderen, type DemoEmployer } from '../../../demo/employers.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { demoAs } from '../demo-as.js';
import { startHoldership } from './start-holdership.js';

const byKvk = (kvkNumber: string): DemoEmployer => testCompanies.find((e) => e.kvkNumber === kvkNumber)!;

/** Who holds which demo employer; days are before today. The last two stand beside a main holder. */
const holderships: [employer: DemoEmployer, holderId: string, isMain: boolean, days: number][] = [
  [vanGelderen, 'prof-01', true, 900],
  [byKvk('69599084'), 'prof-01', true, 700],
  [byKvk('68750110'), 'prof-04', true, 650],
  [byKvk('69599068'), 'prof-12', true, 800],
  [byKvk('90001354'), 'prof-18', true, 500],
  [vanGelderen, 'prof-02', false, 400],
  [byKvk('69599068'), 'prof-13', false, 300],
];

/** Gives the demo employers their account holders. */
export async function seedOwnership(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  for (const [{ id: employerId, regionId }, holderId, isMain, days] of holderships) {
    const from = daysBefore(context.clock.today(), days);
    await startHoldership(demoAs(context, holderId, from), em, { employerId, holderId, regionId, isMain, from });
  }
}
