import { Bsn } from '../../adapters/sonar/bsn.js';
import { jobseekers } from '../../demo/jobseekers.js';
import { places } from '../../demo/places.js';
import type { Surroundings } from '../context.js';
import type { EntityManager } from '../database.js';
import { SourceSystem } from '../provenance.js';
import { BenefitSchema } from './jobseeker/benefit.js';
import { CurriculumVitaeSchema } from './jobseeker/curriculum-vitae.js';
import { Jobseeker, JobseekerSchema } from './jobseeker/jobseeker.js';
import { keepPersonNumber } from './personal-data/keep-person-number.js';
import type { PersonNumbers } from './personal-data/person-numbers.js';
import { PersonNumber } from './personal-data/person-number.js';
import { keepPlaces } from './places/keep-places.js';

type People = ReturnType<typeof jobseekers>;

async function seedPeople(em: EntityManager, people: People, now: Date): Promise<void> {
  if (await em.count(Jobseeker)) return;
  await em.insertMany(
    JobseekerSchema,
    people.map(({ groups: _g, benefits: _b, cv: _cv, bsn: _bsn, availability, ...person }) => ({
      ...person,
      ...availability,
      openToMediation: true,
    })),
  );
  await em.insertMany(
    BenefitSchema,
    people.flatMap(({ id, benefits }) =>
      benefits.map((benefit) => ({ ...benefit, jobseekerId: id, source: SourceSystem.MANUAL })),
    ),
  );
  await em.insertMany(
    CurriculumVitaeSchema,
    people.map(({ id, cv }) => ({ ...cv, jobseekerId: id, updatedAt: now })),
  );
}

/** Also into a database whose people are of before their numbers were kept. */
async function seedNumbers(em: EntityManager, people: People, numbers: PersonNumbers): Promise<void> {
  if (await em.count(PersonNumber)) return;
  const there = await em.find(Jobseeker, { id: { $in: people.map(({ id }) => id) } }, { disableIdentityMap: true });
  const ids = new Set(there.map(({ id }) => id));
  for (const { id, bsn } of people) if (ids.has(id)) await keepPersonNumber(em, numbers, id, Bsn.of(bsn));
}

/** Fills an empty jobseekers subgraph with the invented people of `demo/`, in one transaction. */
export async function seedJobseekers({ database, clock }: Surroundings, numbers: PersonNumbers): Promise<void> {
  await database.em().transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtext('demo jobseekers'))");
    const people = jobseekers(clock.today());
    await seedPeople(em, people, clock.now());
    await seedNumbers(em, people, numbers);
    await keepPlaces(em, places);
  });
}
