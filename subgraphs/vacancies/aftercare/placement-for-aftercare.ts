import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { Placement } from '../placement/placement.js';
import { Vacancy } from '../vacancy/vacancy.js';

const fresh = { disableIdentityMap: true } as const;

/** A placement, locked, with its vacancy. */
export interface Placed {
  placement: Placement;
  vacancy: Vacancy;
}

/**
 * The placement whose aftercare this professional may agree on and log, locked: one of a region where they work.
 * @param requirement the rule that a refusal names
 */
export async function placementForAftercare(
  context: Pick<Context, 'identity'>,
  em: EntityManager,
  placementId: string,
  requirement: string,
): Promise<(Placed & { errors?: never }) | { errors: UserError[] }> {
  const refuse = (code: string, message: string) => ({
    errors: [userError(code, ['input', 'placementId'], message, requirement)],
  });
  const unknown = () => refuse('UNKNOWN_PLACEMENT', 'Deze plaatsing (placementId) bestaat niet.');
  if (!isUuid(placementId)) return unknown();
  await em.execute('select id from placement where id = ?::uuid for no key update', [placementId]);
  const placement = await em.findOne(Placement, { id: placementId }, fresh);
  if (!placement) return unknown();
  if (!whoAsks(context).regionIds.includes(placement.regionId))
    return refuse(
      'OTHER_REGION',
      'U legt alleen nazorg vast bij een plaatsing (placementId) van een regio waar u werkt.',
    );
  const vacancy = await em.findOneOrFail(Vacancy, { id: placement.vacancyId }, fresh);
  return { placement, vacancy };
}
