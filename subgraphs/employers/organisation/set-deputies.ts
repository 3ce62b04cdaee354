import type { Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { changeProfessional } from './change-professional.js';
import { openProfessional } from './open-professional.js';
import { Professional } from './professional.js';
import type { SetDeputiesInput } from './professional-inputs.js';

const MOST = 10;

/** Names who stands in for a professional who is away: colleagues at work in the same region. */
export async function setDeputies(
  context: Pick<Context, 'identity'>,
  em: EntityManager,
  input: SetDeputiesInput,
): Promise<Outcome> {
  const { person, errors: notOpen } = await openProfessional(context, em, input);
  if (!person) return refused(...notOpen);
  const deputyIds = [...new Set(input.deputyIds)];
  if (input.deputyIds.length > MOST)
    return refused(
      userError('TOO_MANY', ['input', 'deputyIds'], `Wijs hoogstens ${MOST} vervangers (deputyIds) aan.`, 'R-059'),
    );
  const found = deputyIds.length
    ? await em.find(Professional, { id: { $in: deputyIds } }, { disableIdentityMap: true })
    : [];
  const errors = deputyIds.flatMap((id, n) => {
    const deputy = found.find((one) => one.id === id);
    const path = ['input', 'deputyIds', String(n)];
    if (!deputy) return [userError('UNKNOWN_PROFESSIONAL', path, 'Deze vervanger (deputyIds) bestaat niet.', 'R-059')];
    if (id === person.id) return [userError('OWN_DEPUTY', path, 'Niemand vervangt zichzelf (deputyIds).', 'R-059')];
    if (!deputy.active)
      return [userError('PROFESSIONAL_INACTIVE', path, 'Deze vervanger (deputyIds) is niet meer werkzaam.', 'R-059')];
    if (!deputy.regionIds.some((region) => person.regionIds.includes(region)))
      return [
        userError(
          'PROFESSIONAL_OF_OTHER_REGION',
          path,
          'Deze vervanger (deputyIds) werkt in een andere regio.',
          'R-059',
        ),
      ];
    return [];
  });
  if (errors.length) return refused(...errors);
  await changeProfessional(em, person, { deputyIds });
  return written(person.id);
}
