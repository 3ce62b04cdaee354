import type { EntityManager } from '../../database.js';
import type { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { isPresent } from '../ownership/approach.js';
import { ClientTeam, membersOf } from '../pyramid/client-team.js';
import { Portfolio } from '../pyramid/portfolio.js';
import { holdersOn } from '../work/holders-on.js';

/**
 * Ids of who draw up the plans of an employer: the account holders, who holds the portfolio it is in, and the
 * client team of that.
 */
export async function planTeam(
  em: EntityManager,
  { id, portfolioId }: Pick<Employer, 'id' | 'portfolioId'>,
  today: string,
): Promise<string[]> {
  const portfolio = portfolioId ? await em.findOne(Portfolio, { id: portfolioId }, { disableIdentityMap: true }) : null;
  const team = portfolio
    ? await em.findOne(ClientTeam, { portfolioId: portfolio.id }, { disableIdentityMap: true })
    : null;
  const holders = await holdersOn(em, id, today);
  const holderIds = portfolio?.holderId ? [portfolio.holderId] : [];
  return [...new Set([...holders, ...holderIds, ...(team ? membersOf(team) : [])])];
}

/** Whether somebody may write the plans of an employer: of the team, or who deputises for a member that is away. */
export async function mayPlan(
  em: EntityManager,
  employer: Pick<Employer, 'id' | 'portfolioId'>,
  professionalId: string,
  today: string,
): Promise<boolean> {
  const team = await planTeam(em, employer, today);
  if (team.includes(professionalId)) return true;
  const members = await em.find(Professional, { id: { $in: team } }, { disableIdentityMap: true });
  return members.some((member) => !isPresent(member, today) && member.deputyIds.includes(professionalId));
}
