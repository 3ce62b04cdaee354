import { validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { conflict, userError } from '../../../user-error.js';
import { holdersOn } from '../holders-on.js';
import { WorkAgreement } from './work-agreement.js';

/**
 * The work agreement, locked, that this professional may change: of a party to it, who registered it, or who holds the
 * account. A refusal otherwise, also when it changed since the client read it.
 */
export async function agreementToChange(
  context: Pick<Context, 'identity' | 'clock'>,
  em: EntityManager,
  { id, expectedVersion }: { id: string; expectedVersion?: number | null },
): Promise<{ agreement: WorkAgreement; errors?: never } | { agreement?: never; errors: UserError[] }> {
  const { professionalId, organisationId } = whoAsks(context);
  if (validate(id)) await em.execute('select id from work_agreement where id = ? for update', [id]);
  const agreement = validate(id) ? await em.findOne(WorkAgreement, { id }) : null;
  if (!agreement)
    return { errors: [userError('UNKNOWN_AGREEMENT', ['input', 'id'], 'Deze werkafspraak (id) bestaat niet.')] };
  const ours =
    agreement.registeredById === professionalId ||
    (organisationId !== null && agreement.partyIds.includes(organisationId)) ||
    (await holdersOn(em, agreement.employerId, context.clock.today())).includes(professionalId);
  if (!ours)
    return {
      errors: [
        userError(
          'NOT_YOURS',
          ['input', 'id'],
          'Alleen een partij bij de werkafspraak (id), de accounthouder en wie die registreerde kunnen die wijzigen.',
          'R-097',
        ),
      ],
    };
  return expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== agreement.version
    ? { errors: [conflict(agreement.version)] }
    : { agreement };
}
