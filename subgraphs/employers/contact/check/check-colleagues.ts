import type { EntityManager } from '../../../database.js';
import type { UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { Professional } from '../../organisation/professional.js';

const MOST = 20;

/**
 * Refusals of whom a contact moment is mailed to: colleagues alone, who work here now and have a mail address.
 * @param path where the ids stand in the input
 */
export async function checkColleagues(
  em: EntityManager,
  ids: readonly string[] | null | undefined,
  path: string[],
): Promise<UserError[]> {
  if (!ids?.length) return [];
  const field = path.at(-1);
  if (ids.length > MOST)
    return [userError('TOO_MANY', path, `Mail een contactmoment aan hoogstens ${MOST} collega’s (${field}).`, 'R-063')];
  const found = await em.find(Professional, { id: { $in: [...ids] }, active: true }, { disableIdentityMap: true });
  return ids.flatMap((id, n) => {
    const colleague = found.find((p) => p.id === id);
    if (colleague?.email) return [];
    const at = [...path, String(n)];
    return [
      colleague
        ? userError('NO_EMAIL', at, `${colleague.name} (${field}) heeft geen e-mailadres.`, 'R-063')
        : userError(
            'UNKNOWN_COLLEAGUE',
            at,
            `Dit is geen werkzame medewerker (${field}): mailen kan alleen aan collega’s.`,
            'R-063',
          ),
    ];
  });
}
