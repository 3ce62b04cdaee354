import type { EntityManager } from '../../database.js';
import type { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { isPresent } from '../ownership/approach/approach.js';
import { ClientTeam, membersOf } from '../pyramid/portfolio/client-team.js';
import { Portfolio } from '../pyramid/portfolio/portfolio.js';
import { holdersByEmployer } from '../work/holders-on.js';

type Served = Pick<Employer, 'id' | 'portfolioId'>;

/**
 * Ids of who draw up the plans of each of these employers: the account holders, who holds the portfolio it is
 * in, and the client team of that.
 */
export async function planTeams(
  em: EntityManager,
  employers: readonly Served[],
  today: string,
): Promise<Map<string, string[]>> {
  const portfolioIds = [...new Set(employers.flatMap(({ portfolioId }) => portfolioId ?? []))];
  const portfolios = await em.find(Portfolio, { id: { $in: portfolioIds } }, { disableIdentityMap: true });
  const teams = await em.find(ClientTeam, { portfolioId: { $in: portfolioIds } }, { disableIdentityMap: true });
  const portfolioById = new Map(portfolios.map((one) => [one.id, one]));
  const teamOf = new Map(teams.map((one) => [one.portfolioId, one]));
  const holders = await holdersByEmployer(
    em,
    employers.map(({ id }) => id),
    today,
  );
  return new Map(
    employers.map(({ id, portfolioId }) => {
      const portfolio = portfolioId ? portfolioById.get(portfolioId) : undefined;
      const team = portfolio && teamOf.get(portfolio.id);
      const holderIds = portfolio?.holderId ? [portfolio.holderId] : [];
      return [id, [...new Set([...holders.get(id)!, ...holderIds, ...(team ? membersOf(team) : [])])]];
    }),
  );
}

/** Ids of who draw up the plans of one employer. */
export const planTeam = async (em: EntityManager, employer: Served, today: string): Promise<string[]> =>
  (await planTeams(em, [employer], today)).get(employer.id)!;

/** Whether somebody may write the plans of an employer: of the team, or who deputises for a member that is away. */
export async function mayPlan(
  em: EntityManager,
  employer: Served,
  professionalId: string,
  today: string,
): Promise<boolean> {
  const team = await planTeam(em, employer, today);
  if (team.includes(professionalId)) return true;
  const members = await em.find(Professional, { id: { $in: team } }, { disableIdentityMap: true });
  return members.some((member) => !isPresent(member, today) && member.deputyIds.includes(professionalId));
}
