import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { countErrors, lengthErrors, unreadErrors, userError } from '../../../user-error.js';
import { Organisation } from '../../organisation/organisation.js';
import { Professional } from '../../organisation/professional.js';
import { maySteer } from '../may-steer.js';
import type { SavePortfolioInput } from './portfolio-inputs.js';
import { portfolioToChange } from './portfolio-to-change.js';
import { Portfolio, PortfolioKind, PortfolioSchema } from './portfolio.js';

const MOST_POSTCODES = 200;

/** Records a portfolio: a branch, or a tactical cluster that may hold employers by postcode. */
export async function savePortfolio(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: SavePortfolioInput,
): Promise<Outcome> {
  const { regionId, kind, organisationId } = input;
  const refuse = (code: string, field: keyof SavePortfolioInput, message: string) =>
    userError(code, ['input', field], message, 'R-122');
  const found = input.id ? await portfolioToChange(context, em, input.id, { field: 'id' }) : null;
  if (found?.errors) return refused(...found.errors);
  if (!maySteer(whoAsks(context), regionId) || (found && found.portfolio.regionId !== regionId))
    return refused(
      refuse('OTHER_REGION', 'regionId', 'Portefeuilles van een regio (regionId) legt haar eigen management vast.'),
    );
  const unread = found ? unreadErrors(input.expectedVersion, found.portfolio.version) : [];
  if (unread.length) return refused(...unread);
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`portfolios ${regionId}`]);
  const name = input.name.trim();
  const postcodes = [...new Set(input.postcodes ?? found?.portfolio.postcodes ?? [])];
  const organisation = await em.findOne(Organisation, { id: organisationId }, { disableIdentityMap: true });
  const all = await em.find(Portfolio, { regionId }, { disableIdentityMap: true });
  const holderId = found?.portfolio.holderId;
  const holder = holderId ? await em.findOne(Professional, { id: holderId }, { disableIdentityMap: true }) : null;
  const errors = [
    ...lengthErrors(['input', 'name'], 'De naam (name)', name, 2, 100),
    ...lengthErrors(['input', 'lwa'], 'Het leerwerkakkoord (lwa)', input.lwa, 0, 100),
    ...(all.some((one) => one.id !== found?.portfolio.id && one.name.toLowerCase() === name.toLowerCase())
      ? [refuse('PORTFOLIO_EXISTS', 'name', 'De regio heeft al een portefeuille met deze naam (name).')]
      : []),
    ...(organisation?.regionIds.includes(regionId)
      ? []
      : [
          refuse('UNKNOWN_ORGANISATION', 'organisationId', 'Deze organisatie (organisationId) werkt niet in de regio.'),
        ]),
    ...(holder && holder.organisationId !== organisationId
      ? [refuse('OTHER_ORGANISATION', 'organisationId', 'De houder werkt bij een andere organisatie (organisationId).')]
      : []),
    ...(postcodes.length && kind !== PortfolioKind.TACTICAL_CLUSTER
      ? [refuse('NOT_A_CLUSTER', 'postcodes', 'Alleen een tactisch cluster heeft postcodegebieden (postcodes).')]
      : []),
    ...countErrors(['input', 'postcodes'], 'postcodegebieden (postcodes)', input.postcodes, MOST_POSTCODES, 'R-122'),
    ...(postcodes.every((one) => /^[1-9]\d{3}$/.test(one))
      ? []
      : [
          refuse(
            'INVALID_POSTCODE',
            'postcodes',
            'Een postcodegebied (postcodes) heeft vier cijfers en begint niet met 0.',
          ),
        ]),
  ];
  if (errors.length) return refused(...errors);
  const values = { name, kind, lwa: input.lwa?.trim() || null, organisationId, postcodes };
  if (found) {
    em.assign(found.portfolio, values);
    await em.flush();
    return written(found.portfolio.id);
  }
  const id = v7();
  await em.insert(PortfolioSchema, { ...values, id, regionId, holderId: null });
  return written(id);
}
