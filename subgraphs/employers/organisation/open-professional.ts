import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { conflict, userError } from '../../user-error.js';
import { Professional, Role } from './professional.js';

const STEERS: readonly string[] = [Role.MANAGER, Role.ADMIN];

/** The professional to change: oneself, or, for management, one of the own region; refusals when it is neither. */
export async function openProfessional(
  context: Pick<Context, 'identity'>,
  em: EntityManager,
  { professionalId, expectedVersion }: { professionalId?: string | null; expectedVersion?: number | null },
): Promise<{ person: Professional; errors: [] } | { person: null; errors: UserError[] }> {
  const who = whoAsks(context);
  const id = professionalId ?? who.professionalId;
  const path = ['input', 'professionalId'];
  const refuse = (error: UserError) => ({ person: null, errors: [error] });
  await em.execute('select 1 from professional where id = ? for update', [id]);
  const person = await em.findOne(Professional, { id }, { disableIdentityMap: true });
  if (!person)
    return refuse(userError('UNKNOWN_PROFESSIONAL', path, 'Deze medewerker (professionalId) bestaat niet.', 'R-056'));
  const steers =
    who.roles.some((role) => STEERS.includes(role)) &&
    person.regionIds.some((region) => who.regionIds.includes(region));
  if (id !== who.professionalId && !steers)
    return refuse(
      userError(
        'NOT_YOURS',
        path,
        'Gegevens van een collega (professionalId) wijzigt alleen het management van de eigen regio.',
        'R-056',
      ),
    );
  if (expectedVersion != null && expectedVersion !== person.version) return refuse(conflict(person.version));
  return { person, errors: [] };
}
