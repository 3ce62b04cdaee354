import { GraphQLError } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import type { EmployersContext } from '../context.js';
import type { Employer } from '../dossier/employer.js';
import type { Professional } from '../organisation/professional.js';
import { agreementsOn, type RegionAgreements } from '../organisation/region-agreements.js';
import { inForce } from './account-holdership.js';
import type { ApproachPurpose } from './approach-advice.js';
import type { ApproachFacts } from './approach.js';
import type { TakeOverFacts } from './may-take-over.js';

const unknown = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });

async function professional(context: EmployersContext, id: string, argument: string): Promise<Professional> {
  const found = await context.professionalById.load(id);
  if (!found) throw unknown(`Onbekende medewerker bij ${argument}.`, argument);
  return found;
}

async function agreements(context: EmployersContext, regionId: string, onDate: string): Promise<RegionAgreements> {
  const found = agreementsOn(await context.agreementsOfRegion.load(regionId), onDate);
  if (!found) throw unknown('Voor deze regio gelden op deze datum geen afspraken.', 'regionId');
  return found;
}

/** What the rule `may-take-over` needs, under the agreements in force on the date. */
export async function takeOverFacts(
  context: EmployersContext,
  employer: Employer,
  { candidateId, regionId, onDate }: { candidateId: string; regionId: string; onDate: string },
): Promise<TakeOverFacts> {
  const [, agreed, holderships, lastContacts, surveys] = await Promise.all([
    professional(context, candidateId, 'candidateId'),
    agreements(context, regionId, onDate),
    context.holdershipsOfEmployer.load(employer.id),
    context.lastContactsOfEmployer(onDate).load(employer.id),
    context.npsSurveysOfEmployer.load(employer.id),
  ]);
  const yearAgo = Temporal.PlainDate.from(onDate).subtract({ months: 12 }).toString();
  const answered = surveys
    .flatMap(({ id, respondedOn, score }) =>
      respondedOn && score != null && respondedOn >= yearAgo && respondedOn <= onDate
        ? [{ id, on: respondedOn, score }]
        : [],
    )
    .sort((a, b) => b.on.localeCompare(a.on));
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

/** What the rule `approach` needs: the holders in the region(s) where who asks works, and the first region's term. */
export async function approachFacts(
  context: EmployersContext,
  employer: Employer,
  { byId, purpose, onDate }: { byId: string; purpose: ApproachPurpose; onDate: string },
): Promise<ApproachFacts> {
  const by = await professional(context, byId, 'byId');
  const [agreed, holderships, lastContacts] = await Promise.all([
    agreements(context, by.regionIds[0] ?? employer.regionId, onDate),
    context.holdershipsOfEmployer.load(employer.id),
    context.lastContactsOfEmployer(onDate).load(employer.id),
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
    renewedContactMonths: agreed.renewedContactMonths,
    holders,
    lastContact: [...lastContacts].sort((a, b) => b.on.localeCompare(a.on))[0] ?? null,
  };
}
