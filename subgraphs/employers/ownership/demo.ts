import {
  daysBefore,
  secondRegistration,
  testCompanies,
  vanGelderen,
  type DemoEmployer,
} from '../../../demo/employers.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { demoAs } from '../demo-as.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { OwnershipRequestSchema, OwnershipRequestStatus } from './request/ownership-request.js';
import { startHoldership } from './start-holdership.js';

const byKvk = (kvkNumber: string): DemoEmployer => testCompanies.find((e) => e.kvkNumber === kvkNumber)!;

/** Who holds which demo employer; days are before today. The last two stand beside a main holder. */
const holderships: [employer: DemoEmployer, holderId: string, isMain: boolean, days: number][] = [
  [vanGelderen, 'prof-01', true, 900],
  [byKvk('69599084'), 'prof-01', true, 700],
  [byKvk('68750110'), 'prof-04', true, 650],
  [byKvk('69599068'), 'prof-12', true, 800],
  [byKvk('90001354'), 'prof-18', true, 500],
  [secondRegistration, 'prof-08', true, 20],
  [vanGelderen, 'prof-02', false, 400],
  [byKvk('69599068'), 'prof-13', false, 300],
];

/** Gives the demo employers their account holders. */
export async function seedOwnership(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  for (const [{ id: employerId, regionId }, holderId, isMain, days] of holderships) {
    const from = daysBefore(context.clock.today(), days);
    await startHoldership(demoAs(context, holderId, from), em, { employerId, holderId, regionId, isMain, from });
  }
  await seedRequest(em, context);
}

/** A request that waits for the answer of the demo's account manager. Its id is fixed: the playground answers it. */
async function seedRequest(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  const { id: employerId, regionId, tradeName } = byKvk('69599084');
  const today = context.clock.today();
  const { clock } = demoAs(context, 'prof-08', daysBefore(today, 3));
  const id = '0a7e57ed-0000-4000-8000-000000000001';
  await em.insert(OwnershipRequestSchema, {
    id,
    employerId,
    regionId,
    candidateId: 'prof-08',
    asMain: true,
    reason: 'De werkgever opent een vestiging in Rotterdam, en ik spreek de directie al voor de gemeente.',
    requestedAt: clock.now(),
    expiresOn: daysBefore(today, -11),
    status: OwnershipRequestStatus.OPEN,
  });
  await notify(em, clock, {
    kind: NotificationKind.OWNERSHIP_REQUESTED,
    recipientIds: ['prof-01'],
    actorId: 'prof-08',
    title: `Hanna Slotboom vraagt het hoofd-accounthouderschap van ${tradeName}.`,
    employerId,
    subjectType: 'OwnershipRequest',
    subjectId: id,
  });
}
