import { randomUUID } from 'node:crypto';
import type { Benefit as FromUwv, SonarPerson } from '../../../adapters/sonar/port.js';
import type { EntityManager } from '../../database.js';
import type { SourceSystem } from '../../provenance.js';
import { Benefit, BenefitSchema } from '../jobseeker/benefit.js';
import { Jobseeker } from '../jobseeker/jobseeker.js';
import { benefitsOf, superseded } from './benefits-of.js';
import { SourceRecord, SourceRecordSchema } from './source-record.js';

/** Writes down what a source said, in the place of what it said before. */
export async function writeRecord(
  em: EntityManager,
  jobseekerId: string,
  source: SourceSystem,
  value: unknown,
  retrievedAt: Date,
): Promise<void> {
  const said = { retrievedAt, told: { value } };
  const changed = await em.nativeUpdate(SourceRecord, { jobseekerId, source }, said);
  if (!changed) await em.insert(SourceRecordSchema, { id: randomUUID(), jobseekerId, source, ...said });
}

/** Brings the benefits on which lists and matching rest in line with UWV's word. Nothing goes: what is no longer so is withdrawn. */
export async function writeBenefits(
  em: EntityManager,
  jobseekerId: string,
  told: readonly FromUwv[],
  retrievedAt: Date,
): Promise<void> {
  const now = benefitsOf(jobseekerId, told, retrievedAt);
  const before = await em.find(Benefit, { jobseekerId }, { disableIdentityMap: true });
  for (const benefit of now) {
    const known = before.find(({ id }) => id === benefit.id);
    if (!known) await em.insert(BenefitSchema, { ...benefit, withdrawnAt: null });
    else {
      // A begin that UWV does not tell stays the day on which we first heard of it.
      const { targetGroup, kind, until } = benefit;
      await em.nativeUpdate(Benefit, { id: known.id }, { targetGroup, kind, until, withdrawnAt: null });
    }
  }
  const gone = before.filter(
    (one) => !one.withdrawnAt && superseded(one) && !now.some((benefit) => benefit.id === one.id),
  );
  if (gone.length)
    await em.nativeUpdate(Benefit, { id: { $in: gone.map(({ id }) => id) } }, { withdrawnAt: retrievedAt });
}

/** A whole day, or nothing: a rough date is none to plan with. */
const day = (date: string | null): string | null => (date?.length === 10 ? date : null);

/** What Sonar tells of a person goes over what we had; what it does not tell stays as it was. */
export async function writePerson(em: EntityManager, jobseekerId: string, person: SonarPerson): Promise<void> {
  const name = [person.firstNames, person.surnamePrefix, person.surname].filter(Boolean).join(' ');
  const pc4 = /^[1-9][0-9]{3}/.exec(person.postcode ?? '')?.[0];
  const told = {
    name: person.surname ? name : null,
    postcodeArea: pc4 ?? null,
    availableFrom: day(person.availableFrom),
    availableUntil: day(person.availableUntil),
    hoursMax: person.hoursPerWeek === null ? null : Math.floor(person.hoursPerWeek),
    irregular: person.willing.irregularHours,
    maxTravelMinutes: person.maxTravelMinutes,
    openToMediation: person.placeable,
  };
  const changes = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  if (Object.keys(changes).length) await em.nativeUpdate(Jobseeker, { id: jobseekerId }, changes);
}
