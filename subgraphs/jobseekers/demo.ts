import { jobseekers } from '../../demo/jobseekers.js';
import type { Surroundings } from '../context.js';
import { SourceSystem } from '../provenance.js';
import { BenefitSchema } from './jobseeker/benefit.js';
import { CurriculumVitaeSchema } from './jobseeker/curriculum-vitae.js';
import { Jobseeker, JobseekerSchema } from './jobseeker/jobseeker.js';

/** Fills an empty jobseekers subgraph with the invented people of `demo/`, in one transaction. */
export async function seedJobseekers({ database, clock }: Surroundings): Promise<void> {
  await database.em().transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtext('demo jobseekers'))");
    if (await em.count(Jobseeker)) return;
    const people = jobseekers(clock.today());
    await em.insertMany(
      JobseekerSchema,
      people.map(({ groups: _g, benefits: _b, cv: _cv, availability, ...person }) => ({
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
      people.map(({ id, cv }) => ({ ...cv, jobseekerId: id, updatedAt: clock.now() })),
    );
  });
}
