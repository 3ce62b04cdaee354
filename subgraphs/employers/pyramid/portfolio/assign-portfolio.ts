import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { conflict, userError } from '../../../user-error.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { Professional, Role } from '../../organisation/professional.js';
import { portfolioPlansFollow } from '../../plan/account-plan/hand-over-plans.js';
import { ClientTeam, membersOf } from './client-team.js';
import type { AssignPortfolioInput } from './portfolio-inputs.js';
import { memberErrors, portfolioToChange } from './portfolio-to-change.js';

/** An account manager holds a portfolio; "WBS ondersteuning" is a support role. */
const HOLDS: readonly string[] = [Role.ACCOUNT_MANAGER, Role.WBS_SUPPORT];

/** Gives a portfolio to a holder, who leads its client team, or leaves it vacant. */
export async function assignPortfolio(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: AssignPortfolioInput,
): Promise<Outcome> {
  const { portfolio, errors } = await portfolioToChange(context, em, input.portfolioId);
  if (errors) return refused(...errors);
  if (input.expectedVersion !== portfolio.version) return refused(conflict(portfolio.version));
  const holderId = input.holderId ?? null;
  const before = portfolio.holderId ?? null;
  const refuse = (code: string, message: string) => refused(userError(code, ['input', 'holderId'], message, 'R-122'));
  if (holderId === before)
    return refuse(
      'NOTHING_CHANGED',
      holderId ? 'Deze medewerker (holderId) houdt de portefeuille al.' : 'De portefeuille is al vacant (holderId).',
    );
  const wrong = await memberErrors(em, portfolio, 'holderId', holderId ? [holderId] : []);
  if (wrong.length) return refused(...wrong);
  const holder = holderId ? await em.findOneOrFail(Professional, { id: holderId }, { disableIdentityMap: true }) : null;
  if (holder && holder.organisationId !== portfolio.organisationId)
    return refuse('OTHER_ORGANISATION', 'De houder (holderId) werkt bij de organisatie van de portefeuille.');
  if (holder && !holder.roles.some((role) => HOLDS.includes(role)))
    return refuse('NOT_AN_ACCOUNT_MANAGER', 'Een portefeuille heeft een accountmanager als houder (holderId).');
  portfolio.holderId = holderId;
  const team = await em.findOne(ClientTeam, { portfolioId: portfolio.id }, { refresh: true });
  const known = team ? membersOf(team) : [];
  if (team) team.leadId = holderId;
  await em.flush();
  await notify(em, context.clock, {
    kind: NotificationKind.PORTFOLIO_CHANGED,
    recipientIds: [holderId, before, ...known],
    actorId: whoAsks(context).professionalId,
    title: holder
      ? `${holder.name} is portefeuillehouder van ${portfolio.name} geworden.`
      : `De portefeuille ${portfolio.name} is vacant geworden.`,
    employerId: null,
    subjectType: 'Portfolio',
    subjectId: portfolio.id,
    occasion: `version ${portfolio.version}`,
  });
  if (before && holderId) await portfolioPlansFollow(context, em, portfolio.id, { formerId: before, holderId });
  return written(portfolio.id);
}
