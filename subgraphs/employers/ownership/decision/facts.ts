import { GraphQLError } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import type { EmployersContext } from '../../context.js';
import type { Employer } from '../../dossier/employer.js';
import type { Professional } from '../../organisation/professional.js';
import { agreementsOn, firstAgreements, type RegionAgreements } from '../../organisation/region-agreements.js';
import { inForce } from '../account-holdership.js';
import type { ApproachPurpose } from '../approach/approach-advice.js';
import type { ApproachFacts } from '../approach/approach.js';
import { excludedBecause } from '../approach/excluded-because.js';
import type { FactReaders } from '../loaders.js';
import type { TakeOverFacts } from './may-take-over.js';
import { vacantPortfolio } from '../approach/vacant-portfolio.js';

const unknown = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });

async function professional(readers: FactReaders, id: string, argument: string): Promise<Professional> {
  const found = await readers.professionalById.load(id);
  if (!found) throw unknown(`Onbekende medewerker bij ${argument}.`, argument);
  return found;
}

async function agreements(
  readers: FactReaders,
  regionId: string,
  onDate: string,
  knownAt: Date | null = null,
): Promise<RegionAgreements> {
  const versions = await readers.agreementsOfRegion.load(regionId);
  const found = agreementsOn(versions, onDate, knownAt) ?? firstAgreements(versions, onDate);
  if (!found) throw unknown('Voor deze regio gelden op deze datum geen afspraken.', 'regionId');
  return found;
}

export interface DecisionAsked {
  candidateId: string;
  regionId: string;
  onDate: string;
  /** As far as it was known just before this moment; now, without it. */
  knownAt: Date | null;
}

/** What the rule `may-take-over` needs, under the agreements in force on the date. */
export async function takeOverFacts(
  readers: FactReaders,
  employerId: string,
  { candidateId, regionId, onDate, knownAt }: DecisionAsked,
): Promise<TakeOverFacts> {
  const [, agreed, holderships, lastContacts, surveys] = await Promise.all([
    professional(readers, candidateId, 'candidateId'),
    agreements(readers, regionId, onDate, knownAt),
    (knownAt ? readers.holdershipsAsKnown(knownAt) : readers.holdershipsOfEmployer).load(employerId),
    readers.lastContactsAsKnown({ onDate, knownAt }).load(employerId),
    (knownAt ? readers.surveysAsKnown(knownAt) : readers.npsSurveysOfEmployer).load(employerId),
  ]);
  const yearAgo = Temporal.PlainDate.from(onDate).subtract({ months: 12 }).toString();
  const answered = surveys
    .flatMap(({ id, respondedOn, respondedAt, score }) =>
      respondedOn &&
      score != null &&
      respondedOn >= yearAgo &&
      respondedOn <= onDate &&
      (knownAt === null || respondedAt! < knownAt)
        ? [{ id, on: respondedOn, at: respondedAt!.getTime(), score }]
        : [],
    )
    .sort((a, b) => b.on.localeCompare(a.on) || b.at - a.at || b.id.localeCompare(a.id));
  return {
    candidateId,
    onDate,
    recentContactMonths: agreed.ownershipRecentContactMonths,
    scope: agreed.ownershipContactScope,
    holders: inForce(holderships, onDate).filter((h) => h.regionId === regionId),
    lastContacts,
    lastNps: answered[0] ?? null,
  };
}

/** What the rule `approach` needs: the holders in the region(s) where who asks works, and the term of the employer's region, as registering a contact has it; of one without a dossier, the term of who asks. */
export async function approachFacts(
  context: EmployersContext,
  employer: Employer,
  { byId, purpose, onDate }: { byId: string; purpose: ApproachPurpose; onDate: string },
): Promise<ApproachFacts> {
  const by = await professional(context, byId, 'byId');
  const [agreed, holderships, lastContacts, excluded, vacant] = await Promise.all([
    agreements(context, employer.regionId || (by.regionIds[0] ?? ''), onDate),
    context.holdershipsOfEmployer.load(employer.id),
    context.lastContactsAsKnown({ onDate, knownAt: null }).load(employer.id),
    excludedBecause(context, employer.id, onDate),
    vacantPortfolio(context, employer.portfolioId, onDate),
  ]);
  const people = async (ids: string[]) =>
    (await Promise.all(ids.map((id) => context.professionalById.load(id)))).filter((p) => p !== null);
  const inRegion = inForce(holderships, onDate).filter((h) => by.regionIds.includes(h.regionId));
  const holders = await Promise.all(
    inRegion.map(async ({ id, isMain, holderId }) => {
      const holder = await professional(context, holderId, 'byId');
      return { id, isMain, holder, deputies: await people(holder.deputyIds) };
    }),
  );
  return {
    byId,
    purpose,
    onDate,
    relationStatus: employer.relationStatus,
    excludedBecause: excluded,
    vacantPortfolio: vacant,
    renewedContactMonths: agreed.renewedContactMonths,
    holders,
    lastContact: [...lastContacts].sort((a, b) => b.on.localeCompare(a.on))[0] ?? null,
  };
}
