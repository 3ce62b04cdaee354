import { validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { Professional } from '../../organisation/professional.js';
import { maySteer } from '../may-steer.js';
import { Portfolio } from './portfolio.js';

/**
 * The portfolio, locked, that who asks may change: management of the region, and for the client team its holder too;
 * refusals otherwise.
 */
export async function portfolioToChange(
  context: Pick<Context, 'identity'>,
  em: EntityManager,
  portfolioId: string,
  { byHolder = false, field = 'portfolioId' }: { byHolder?: boolean; field?: 'portfolioId' | 'id' } = {},
): Promise<{ portfolio: Portfolio; errors?: never } | { portfolio?: never; errors: UserError[] }> {
  const path = ['input', field];
  const who = whoAsks(context);
  if (validate(portfolioId)) await em.execute('select id from portfolio where id = ? for update', [portfolioId]);
  const portfolio = validate(portfolioId) ? await em.findOne(Portfolio, { id: portfolioId }, { refresh: true }) : null;
  if (!portfolio)
    return { errors: [userError('UNKNOWN_PORTFOLIO', path, `Deze portefeuille (${field}) bestaat niet.`, 'R-122')] };
  if (maySteer(who, portfolio.regionId) || (byHolder && portfolio.holderId === who.professionalId))
    return { portfolio };
  return {
    errors: [
      userError(
        'NOT_YOURS',
        path,
        `Dit doet alleen het management van de regio van de portefeuille (${field})${byHolder ? ', of de houder' : ''}.`,
        'R-122',
      ),
    ],
  };
}

/** Refusals of people who cannot be of a portfolio's team: unknown, no longer at work, or of another region. */
export async function memberErrors(
  em: EntityManager,
  { regionId }: Pick<Portfolio, 'regionId'>,
  field: string,
  ids: string[],
): Promise<UserError[]> {
  const people = await em.find(Professional, { id: { $in: ids } }, { disableIdentityMap: true });
  const known = new Map(people.map((person) => [person.id, person]));
  return ids.flatMap((id, n) => {
    const path = ['input', field, ...(field.endsWith('Ids') ? [String(n)] : [])];
    const person = known.get(id);
    if (!person) return [userError('UNKNOWN_PROFESSIONAL', path, `Deze medewerker (${field}) bestaat niet.`, 'R-123')];
    if (!person.active)
      return [userError('NOT_ACTIVE', path, `${person.name} is niet meer werkzaam (${field}).`, 'R-123')];
    return person.regionIds.includes(regionId)
      ? []
      : [
          userError(
            'OTHER_REGION',
            path,
            `${person.name} werkt niet in de regio van de portefeuille (${field}).`,
            'R-123',
          ),
        ];
  });
}
