import { v5 } from 'uuid';
import { daysBefore, testCompanies } from '../../../../demo/employers.js';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { SourceSystem } from '../../../provenance.js';
import { demoAs } from '../../demo-as.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { FieldChoiceSchema } from './field-choice.js';

const byKvk = (kvkNumber: string): string => testCompanies.find((one) => one.kvkNumber === kvkNumber)!.id;

/** What registers did to the demo employers: one conflict that was settled, and one change that its holder has not read yet. */
export async function seedRegisters(em: EntityManager, context: Pick<Context, 'clock' | 'publish'>): Promise<void> {
  const today = context.clock.today();
  const donald = byKvk('68750110');
  const chosenOn = daysBefore(today, 40);
  const { clock } = demoAs(context, 'prof-04', chosenOn);
  const reason = 'De werkgever gaf bij het bedrijfsbezoek aan dat het pand op nummer 5 in gebruik is.';
  const address = 'Hizzaarderlaan 5, 8823SJ Lollum';
  await em.insert(FieldChoiceSchema, {
    id: v5('visitingAddress', donald),
    employerId: donald,
    field: 'visitingAddress',
    source: SourceSystem.SUWI_SBR,
    value: address,
    reason,
    byId: 'prof-04',
    at: clock.now(),
  });
  const about = (employerId: string) => ({ employerId, subjectType: 'Employer', subjectId: employerId });
  await putOnTimeline(em, clock, {
    ...about(donald),
    kind: TimelineKind.DOSSIER,
    title: `Bronnen verschillen over het bezoekadres; gekozen is het SUWI-bedrijvenregister (${address}). Reden: ${reason}`,
    actorId: 'prof-04',
  });
  const bolderbast = byKvk('69599068');
  const changed = demoAs(context, 'prof-12', daysBefore(today, 12)).clock;
  await putOnTimeline(em, changed, {
    ...about(bolderbast),
    kind: TimelineKind.REGISTER_CHANGE,
    title: 'KvK: het aantal werkzame personen gaat van 10 naar 12.',
    actorId: null,
  });
  await notify(em, changed, {
    ...about(bolderbast),
    kind: NotificationKind.REGISTER_CHANGE,
    recipientIds: ['prof-12'],
    actorId: null,
    title: 'KvK wijzigde het aantal werkzame personen van Test Stichting Bolderbast.',
    occasion: 'demo',
  });
}
