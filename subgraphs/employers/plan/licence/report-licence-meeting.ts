import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { ContactMoment } from '../../contact/contact-moment.js';
import { attach } from '../../document/attach.js';
import { checkAttachments } from '../../document/check-attachments.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { lockedDossier } from '../employer-to-plan.js';
import { unknownLicence } from './end-licence.js';
import type { LicenceMeetingInput } from './licence-input.js';
import { Licence, LicenceMeeting, LicenceMeetingSchema } from './licence.js';
import { otherRegionErrors } from '../of-own-region.js';
import { tellOfPlan } from '../tell-of-plan.js';

/** Records what a periodic meeting on a licence came to; the next one counts from the last day it was held. */
export async function reportLicenceMeeting(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { licenceId, on, report, contactMomentId = null, attachmentIds }: LicenceMeetingInput,
): Promise<Outcome> {
  const licence = validate(licenceId)
    ? await em.findOne(Licence, { id: licenceId }, { disableIdentityMap: true })
    : null;
  const employer = licence && (await lockedDossier(em, licence.employerId));
  if (!licence || !employer) return unknownLicence();
  const elsewhere = await otherRegionErrors(context, em, employer, 'licenceId');
  if (elsewhere.length) return refused(...elsewhere);
  const { validFrom, validUntil, name } = licence;
  const moment =
    contactMomentId && validate(contactMomentId)
      ? await em.findOne(ContactMoment, { id: contactMomentId, employerId: employer.id }, { disableIdentityMap: true })
      : null;
  const reported = await em.count(LicenceMeeting, { licenceId, heldOn: on });
  const at = (code: string, field: string, message: string) => [userError(code, ['input', field], message, 'R-104')];
  const wrong = [
    ...lengthErrors(['input', 'report'], 'Het verslag (report)', report, 20, 8000),
    ...(on > context.clock.today() || on < validFrom || (validUntil && on > validUntil)
      ? at('OUT_OF_RANGE', 'on', 'De dag van het overleg (on) is niet in de toekomst en valt binnen de licentie.')
      : []),
    ...(reported ? at('ALREADY_REPORTED', 'on', 'Van het overleg op deze dag (on) is al een verslag.') : []),
    ...(contactMomentId && !moment
      ? at(
          'UNKNOWN_CONTACT_MOMENT',
          'contactMomentId',
          'Dit contactmoment (contactMomentId) is niet van deze werkgever.',
        )
      : []),
    ...(await checkAttachments(em, attachmentIds, employer.id, ['input', 'attachmentIds'])),
  ];
  if (wrong.length) return refused(...wrong);
  const id = v7();
  await em.insert(LicenceMeetingSchema, {
    id,
    licenceId,
    heldOn: on,
    byId: whoAsks(context).professionalId,
    report: report.trim(),
    contactMomentId,
    recordedAt: context.clock.now(),
  });
  await attach(em, attachmentIds, { subjectType: 'LicenceMeeting', subjectId: id });
  await tellOfPlan(context, em, {
    employer,
    kind: TimelineKind.LICENCE,
    title: `Overleg over licentie ${name}.`,
    subjectType: 'Licence',
    subjectId: licenceId,
    occasion: `meeting ${id}`,
    on,
  });
  return written(licenceId);
}
