import { validate } from 'uuid';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { conflict, lengthErrors, userError } from '../../../user-error.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { employerToPlan } from '../employer-to-plan.js';
import type { EndLicenceInput } from './licence-input.js';
import { Licence, LicenceMeeting } from './licence.js';
import { tellOfPlan } from '../tell-of-plan.js';

export const unknownLicence = () =>
  refused(userError('UNKNOWN_LICENCE', ['input', 'licenceId'], 'Deze licentie (licenceId) bestaat niet.', 'R-104'));

/** Ends a licence on a day, with the reason; no meeting is due after that. */
export async function endLicence(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { licenceId, expectedVersion, until, reason }: EndLicenceInput,
): Promise<Outcome> {
  const seen = validate(licenceId) ? await em.findOne(Licence, { id: licenceId }, { disableIdentityMap: true }) : null;
  if (!seen) return unknownLicence();
  const { employer, errors } = await employerToPlan(context, em, seen.employerId, 'licenceId');
  if (errors) return refused(...errors);
  const licence = await em.findOneOrFail(Licence, { id: licenceId });
  if ((expectedVersion ?? licence.version) !== licence.version) return refused(conflict(licence.version));
  const later = await em.count(LicenceMeeting, { licenceId, heldOn: { $gt: until } });
  const wrong = [
    ...(licence.endReason && until === licence.validUntil
      ? [
          userError(
            'ALREADY_ENDED',
            ['input', 'until'],
            'Deze licentie is al beëindigd, met deze laatste dag (until).',
            'R-104',
          ),
        ]
      : []),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', reason, 10, 1000),
    ...(later && until >= licence.validFrom
      ? [
          userError(
            'MEETING_LATER',
            ['input', 'until'],
            'Na deze laatste dag (until) is nog overleg over de licentie geweest.',
            'R-104',
          ),
        ]
      : []),
    ...(until < licence.validFrom || (licence.validUntil && until > licence.validUntil)
      ? [
          userError(
            'OUT_OF_RANGE',
            ['input', 'until'],
            'De laatste dag (until) ligt niet vóór de eerste dag van de licentie en niet na de afgesproken laatste dag.',
            'R-104',
          ),
        ]
      : []),
  ];
  if (wrong.length) return refused(...wrong);
  em.assign(licence, { validUntil: until, endReason: reason.trim() });
  await em.flush();
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.LICENCE,
    title: `Licentie beëindigd: ${licence.name}.`,
    subjectType: 'Licence',
    subjectId: licenceId,
    occasion: `ended ${licence.version}`,
  });
  return written(licenceId);
}
