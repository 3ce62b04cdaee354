import type { UserError } from '../../payload.js';
import { emailErrors, lengthErrors, phoneErrors, userError } from '../../user-error.js';
import type { PublicationDetails } from './publication.js';
import type { PublishVacancyInput } from './publication-inputs.js';

/** Refusals of what was entered for the channel. */
export function enteredErrors(input: PublishVacancyInput): UserError[] {
  const { municipality, postcode, contactName, applyEmail, applyTelephone, applyUrl, jobCategory } = input;
  return [
    ...lengthErrors(['input', 'municipality'], 'De gemeente', municipality, 2, 80),
    ...(postcode && !/^[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}$/.test(postcode)
      ? [userError('INVALID_POSTCODE', ['input', 'postcode'], 'Een postcode heeft de vorm 3011 AB.')]
      : []),
    ...lengthErrors(['input', 'contactName'], 'De contactpersoon', contactName, 2, 100),
    ...lengthErrors(['input', 'applyEmail'], 'Het e-mailadres', applyEmail, 1, 200),
    ...emailErrors(['input', 'applyEmail'], applyEmail),
    ...phoneErrors(['input', 'applyTelephone'], applyTelephone),
    ...(applyUrl && !/^https?:\/\/[^\s]{3,300}$/.test(applyUrl)
      ? [userError('INVALID_URL', ['input', 'applyUrl'], 'Het webadres begint met https:// of http://.')]
      : []),
    ...(typeof jobCategory === 'number' && (jobCategory < 1 || jobCategory > 29)
      ? [userError('OUT_OF_RANGE', ['input', 'jobCategory'], 'De beroepscategorie is 1 tot en met 29.', 'R-155')]
      : []),
  ];
}

/** What was entered now goes before what an earlier publication of the vacancy was placed with. */
export function detailsOf(input: PublishVacancyInput, earlier: PublicationDetails | null): Partial<PublicationDetails> {
  const chosen = (name: 'municipality' | 'postcode' | 'contactName' | 'applyEmail' | 'applyTelephone' | 'applyUrl') =>
    (input[name] === undefined ? earlier?.[name] : input[name])?.trim() || null;
  return {
    postcode: chosen('postcode'),
    applyEmail: chosen('applyEmail'),
    applyTelephone: chosen('applyTelephone'),
    applyUrl: chosen('applyUrl'),
    ...(chosen('municipality') ? { municipality: chosen('municipality')! } : {}),
    ...(chosen('contactName') ? { contactName: chosen('contactName')! } : {}),
    ...((input.jobCategory ?? earlier?.jobCategory)
      ? { jobCategory: (input.jobCategory ?? earlier?.jobCategory)! }
      : {}),
  };
}

/** What SETU's business rules want and nobody entered. */
export function missingDetails(details: Partial<PublicationDetails>): UserError[] {
  const rules: [missing: boolean, field: string, message: string][] = [
    [!details.municipality, 'municipality', 'Noem de gemeente van de werkplek.'],
    [!details.contactName, 'contactName', 'Noem bij wie men navraag doet: een afdeling of een naam.'],
    [
      !(details.applyEmail || details.applyTelephone || details.applyUrl),
      'applyEmail',
      'Noem minstens één manier om te solliciteren: applyEmail, applyTelephone of applyUrl.',
    ],
    [!details.jobCategory, 'jobCategory', 'Kies een beroepscategorie, 1 tot en met 29.'],
  ];
  return rules
    .filter(([missing]) => missing)
    .map(([, field, message]) => userError('MISSING', ['input', field], message, 'R-155'));
}
