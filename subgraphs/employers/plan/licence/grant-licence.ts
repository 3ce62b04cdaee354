import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { employerToPlan } from '../employer-to-plan.js';
import type { LicenceInput } from './licence-input.js';
import { Licence, LicenceSchema } from './licence.js';
import { tellOfPlan } from '../tell-of-plan.js';

const MOST_MONTHS = 60;

/** Records a licence of an employer, with how often it is spoken about. */
export async function grantLicence(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: LicenceInput,
): Promise<Outcome> {
  const { employerId, validFrom, validUntil = null, meetingEveryMonths = null, scope } = input;
  const { employer, errors } = await employerToPlan(context, em, employerId);
  if (errors) return refused(...errors);
  const name = input.name.trim();
  const same = await em.find(Licence, { employerId }, { disableIdentityMap: true });
  const at = (code: string, field: string, message: string) => [userError(code, ['input', field], message, 'R-104')];
  const wrong = [
    ...lengthErrors(['input', 'name'], 'De naam (name)', name, 3, 200),
    ...lengthErrors(['input', 'scope'], 'Waar de licentie voor geldt (scope)', scope, 0, 500),
    ...(validUntil && validUntil < validFrom
      ? at('ENDS_TOO_EARLY', 'validUntil', 'De laatste dag (validUntil) ligt niet vóór de eerste (validFrom).')
      : []),
    ...(meetingEveryMonths !== null && (meetingEveryMonths < 1 || meetingEveryMonths > MOST_MONTHS)
      ? at('OUT_OF_RANGE', 'meetingEveryMonths', `Overleg is om de 1 tot ${MOST_MONTHS} maanden (meetingEveryMonths).`)
      : []),
    ...(same.some(
      (one) =>
        one.name.toLowerCase() === name.toLowerCase() &&
        (!validUntil || one.validFrom <= validUntil) &&
        (!one.validUntil || one.validUntil >= validFrom),
    )
      ? at('LICENCE_EXISTS', 'name', 'Deze werkgever heeft in die tijd al een licentie met deze naam (name).')
      : []),
  ];
  if (wrong.length) return refused(...wrong);
  const id = v7();
  await em.insert(LicenceSchema, {
    id,
    employerId,
    name,
    scope: scope?.trim() || null,
    validFrom,
    validUntil,
    meetingEveryMonths,
    grantedById: whoAsks(context).professionalId,
    grantedAt: context.clock.now(),
    version: 1,
  });
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.LICENCE,
    title: `Licentie vastgelegd: ${name}.`,
    subjectType: 'Licence',
    subjectId: id,
    occasion: 'granted',
  });
  return written(id);
}
