import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { conflict, userError } from '../../user-error.js';
import { Vacancy } from './vacancy.js';

/** What is asked to be changed: the input's field that names it, and what a refusal says. */
interface Change {
  id: string;
  field: string;
  unknown: string;
  otherRegion: string;
  requirement?: string;
  expectedVersion?: number | null | undefined;
}

/** The vacancy that this professional may change, locked: one of a region where they work, as they have it before them. */
export async function vacancyToChange(
  context: Pick<Context, 'identity'>,
  em: EntityManager,
  { id, field, unknown, otherRegion, requirement, expectedVersion }: Change,
): Promise<{ vacancy: Vacancy; errors?: never } | { vacancy?: never; errors: UserError[] }> {
  const refuse = (code: string, message: string) => ({
    errors: [userError(code, ['input', field], message, requirement)],
  });
  if (!isUuid(id)) return refuse('UNKNOWN_VACANCY', unknown);
  await em.execute('select id from vacancy where id = ?::uuid for update', [id]);
  const vacancy = await em.findOne(Vacancy, { id }, { disableIdentityMap: true });
  if (!vacancy) return refuse('UNKNOWN_VACANCY', unknown);
  if (!whoAsks(context).regionIds.includes(vacancy.regionId)) return refuse('OTHER_REGION', otherRegion);
  if (typeof expectedVersion === 'number' && expectedVersion !== vacancy.version)
    return { errors: [conflict(vacancy.version)] };
  return { vacancy };
}
