import { contactPersons, planner } from '../../../demo/contact-persons.js';
import { daysBefore, employers, secondRegistration, testCompanies, vanGelderen } from '../../../demo/employers.js';
import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { DecisionProcessSchema } from '../structure/decision-process.js';
import { EmployerRelationKind, EmployerRelationSchema } from '../structure/employer-relation.js';
import { OrgUnitSchema } from '../structure/org-unit.js';
import { ContactPersonSchema, type DmuRole } from './contact-person.js';
import { CustomerTier, type Employer, EmployerKind, EmployerSchema, RelationStatus } from './employer.js';

/** What was typed in, where no register tells it. */
const byHand: Record<string, Pick<Employer, 'manualHeadcount' | 'manualVisitingAddress'>> = {
  [vanGelderen.id]: {
    manualHeadcount: 140,
    manualVisitingAddress: {
      street: 'Havenkade',
      houseNumber: '12',
      postcode: '3011 AB',
      city: vanGelderen.city,
      country: 'Nederland',
    },
  },
  // As KvK has it of the company that it is.
  [secondRegistration.id]: {
    manualHeadcount: 3,
    manualVisitingAddress: {
      street: 'Abebe Bikilalaan',
      houseNumber: '17',
      houseNumberAddition: 'M',
      postcode: '1034 WL',
      city: secondRegistration.city,
      country: 'Nederland',
    },
  },
};

/** The demo's concern: who employs people for Van Gelderen belongs to it, in another region. */
const partOfVanGelderen = testCompanies.find(({ tradeName }) => tradeName === 'Grand Joyflex B.V.')!.id;

const planning = 'd0000000-0000-4000-8000-000000000003';

/** Writes the employers of the demo and their contact persons, as if they had been registered, events and all. */
export async function seedEmployerRows(
  em: EntityManager,
  { clock, publish }: Pick<Context, 'clock' | 'publish'>,
): Promise<void> {
  const now = clock.now();
  await em.insertMany(
    EmployerSchema,
    employers.map(({ tradeName, city: _, tier, ...employer }) => ({
      ...employer,
      name: tradeName,
      kind: EmployerKind.DIRECT_EMPLOYER,
      relationStatus: employer.id === secondRegistration.id ? RelationStatus.PROSPECT : RelationStatus.CUSTOMER,
      tier: tier ? CustomerTier[tier] : null,
      ...(employer.id === vanGelderen.id ? { nationalLiaisonId: 'prof-19' } : {}),
      ...(employer.id === partOfVanGelderen ? { parentId: vanGelderen.id } : {}),
      lwa: employer.sector === 'Transport & Logistiek' ? ['Transport & Logistiek'] : [],
      ...(byHand[employer.id] ? { ...byHand[employer.id], manualSetAt: now } : {}),
      registeredAt: now,
      version: 1,
    })),
  );
  await em.insert(OrgUnitSchema, {
    id: planning,
    employerId: vanGelderen.id,
    name: 'Planning',
    level: 'mbo 3 en 4',
    notes: 'Plant de ritten; hier beginnen de leerwerkplekken.',
    active: true,
    version: 1,
  });
  await em.insert(DecisionProcessSchema, {
    id: 'd0000000-0000-4000-8000-000000000001',
    employerId: vanGelderen.id,
    process:
      'Personeelszaken stelt voor, de planner adviseert; boven de vijf plaatsen beslist de directie, elk kwartaal.',
    confirmedOn: daysBefore(clock.today(), 60),
    byId: 'prof-01',
    at: new Date(`${daysBefore(clock.today(), 60)}T10:00:00Z`),
  });
  await em.insert(EmployerRelationSchema, {
    id: 'd0000000-0000-4000-8000-000000000002',
    employerId: testCompanies[0]!.id,
    relatedId: testCompanies[3]!.id,
    kind: EmployerRelationKind.SUPPLIER_OF,
    note: 'Levert de maaltijden.',
    registeredAt: now,
    registeredById: 'prof-08',
    version: 1,
  });
  await em.insertMany(
    ContactPersonSchema,
    contactPersons.map((person, n) => ({
      ...person,
      dmuRole: person.dmuRole as DmuRole,
      department: null,
      phone: person.phone ?? `000-666${String(n).padStart(4, '0')}`,
      email: `contact${n + 1}@werkgever.example`,
      active: true,
      confirmedOn: daysBefore(clock.today(), 90),
      ...(person.id === planner ? { orgUnitId: planning } : {}),
      version: 1,
    })),
  );
  for (const { id, employerId } of contactPersons) {
    await publish(em, {
      type: 'contact-person.saved',
      occurredOn: clock.today(),
      recordedAt: now,
      actorId: null,
      data: { employerId, contactPersonId: id, active: true },
    });
  }
  for (const { id, regionId, tradeName, kvkNumber } of employers) {
    await publish(em, {
      type: 'employer.registered',
      occurredOn: clock.today(),
      recordedAt: now,
      actorId: null,
      data: { employerId: id, regionId, tradeName, kvkNumber },
    });
  }
}
