import type { EmployersContext } from '../../context.js';
import type { Professional } from '../../organisation/professional.js';
import { isPresent, type VacantPortfolio } from './approach.js';

/**
 * The portfolio of an employer when nobody holds it, with those who stand in for the holder: the lead of its
 * client team, or else the leads of the teams of its organisation, or else the managers of the region; who is away or left is
 * passed over. Null when it has a holder, or when there is none.
 */
export async function vacantPortfolio(
  context: Pick<
    EmployersContext,
    'portfolioById' | 'clientTeamOfPortfolio' | 'teamsOfRegion' | 'professionalById' | 'managersOfRegion'
  >,
  portfolioId: string | null | undefined,
  onDate: string,
): Promise<VacantPortfolio | null> {
  const portfolio = portfolioId ? await context.portfolioById.load(portfolioId) : null;
  const holder = portfolio?.holderId ? await context.professionalById.load(portfolio.holderId) : null;
  // One whose holder left is as vacant as one that nobody was given.
  if (!portfolio || holder?.active) return null;
  const { id, name, regionId, organisationId } = portfolio;
  const [clientTeam] = await context.clientTeamOfPortfolio.load(id);
  const lead = clientTeam?.leadId ? await context.professionalById.load(clientTeam.leadId) : null;
  if (lead && isPresent(lead, onDate)) return { id, name, standIns: [lead] };
  const teams = (await context.teamsOfRegion.load(regionId)).filter((team) => team.organisationId === organisationId);
  const leadIds = [...new Set(teams.flatMap(({ leadId }) => leadId ?? []))];
  const leads = (await Promise.all(leadIds.map((leadId) => context.professionalById.load(leadId)))).filter(
    (p): p is Professional => p !== null && isPresent(p, onDate),
  );
  return { id, name, standIns: leads.length ? leads : await context.managersOfRegion.load(regionId) };
}
