import { organisations, regions, teams } from '../../demo/organisations.js';
import { professionals } from '../../demo/professionals.js';
import type { Surroundings } from '../context.js';
import { seedContact } from './contact/demo.js';
import { seedEmployerRows } from './dossier/demo.js';
import { seedRegisters } from './dossier/registers/demo-registers.js';
import { seedStandIns, seedTrainings } from './organisation/demo.js';
import { OrganisationSchema } from './organisation/organisation.js';
import { ProfessionalSchema } from './organisation/professional.js';
import { Region, RegionSchema } from './organisation/region.js';
import { OwnershipContactScope, RegionAgreementsSchema } from './organisation/region-agreements.js';
import { TeamSchema } from './organisation/team.js';
import { seedOwnership } from './ownership/demo.js';
import { seedPlans } from './plan/demo.js';
import { seedPyramid, seedPyramidWork } from './pyramid/demo.js';
import { seedWork } from './work/demo.js';

/** Fills an empty employers subgraph with the invented people and firms of `demo/`, in one transaction. */
export async function seedEmployers({ database, clock, publish }: Surroundings): Promise<void> {
  await database.em().transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtext('demo employers'))");
    if (await em.count(Region)) return;
    await em.insertMany(
      RegionSchema,
      regions.map((region) => ({ ...region })),
    );
    await em.insertMany(OrganisationSchema, organisations.map((o) => ({ ...o, regionIds: [...o.regionIds] })) as never);
    await em.insertMany(
      RegionAgreementsSchema,
      regions.map(({ id }, n) => ({
        id: `00000000-0000-4000-8000-00000000000${n}`,
        regionId: id,
        ownershipRecentContactMonths: 6,
        ownershipContactScope: OwnershipContactScope.ANY_CONTACT_ON_ACCOUNT,
        renewedContactMonths: 6,
        vacancyMaxMonths: 3,
        accountPlanReviewMonths: 6,
        contactMergeWindowDays: 5,
        npsQuietDays: 0,
        validFrom: '2018-01-01',
        version: 1,
        recordedAt: new Date('2017-12-01T09:00:00Z'),
      })),
    );
    await em.insertMany(
      TeamSchema,
      teams.map((team) => ({ ...team })),
    );
    await em.insertMany(
      ProfessionalSchema,
      professionals.map((person) => ({
        id: person.id,
        name: person.fullName,
        phone: person.phone,
        email: person.email,
        organisationId: person.organisationId,
        teamId: person.teamId,
        regionIds: person.regionIds,
        roles: person.roles,
        active: true,
        deputyIds: [],
      })),
    );
    await seedStandIns(em);
    await seedTrainings(em, clock);
    await seedEmployerRows(em, { clock, publish });
    await seedPyramid(em);
    await seedOwnership(em, { clock, publish });
    await seedRegisters(em, { clock, publish });
    await seedContact(em, { clock, publish });
    await seedWork(em, { clock, publish });
    await seedPlans(em, { clock, publish });
    await seedPyramidWork(em, clock);
  });
}
