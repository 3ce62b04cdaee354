import type { Identity } from '../../../runtime/identity.js';
import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { contactPersonErrors } from '../known/contact-persons.js';
import { vacancyToChange } from '../vacancy/vacancy-to-change.js';
import { putInLog } from './put-in-log.js';
import { readableKinds } from './readable-kinds.js';
import { VacancyLogKind } from './vacancy-log-entry.js';
import type { VacancyLogInput } from './vacancy-log-input.js';

const MOST_CHARACTERS = 10_000;

function kindErrors(kind: VacancyLogKind, asker: Identity): UserError[] {
  const path = ['input', 'kind'];
  if (kind === VacancyLogKind.STATUS)
    return [
      userError(
        'WRITTEN_BY_SYSTEM',
        path,
        'Regels van de soort STATUS (kind) schrijft het systeem zelf, als de vacature opent of sluit. Kies een andere soort.',
        'R-137',
      ),
    ];
  return readableKinds(asker).includes(kind)
    ? []
    : [
        userError(
          'KIND_FOR_MEDIATORS',
          path,
          'Nazorg en terugkoppeling over een kandidaat (kind) legt alleen vast wie werkzoekenden bemiddelt. Kies een andere soort.',
          'R-167',
        ),
      ];
}

/**
 * Writes a line in the log of a vacancy of the own region, also after the vacancy closed: that is when aftercare comes
 * . Nobody changes a line; what turns out otherwise is a line of its own.
 */
export async function logVacancy(context: Context, input: VacancyLogInput): Promise<Outcome> {
  const asker = whoAsks(context);
  const { kind, contactPersonId } = input;
  const text = input.text.trim();
  const errors = [
    ...kindErrors(kind, asker),
    ...lengthErrors(['input', 'text'], 'De tekst (text)', text, 1, MOST_CHARACTERS),
  ];
  if (errors.length || kind === VacancyLogKind.STATUS) return refused(...errors);
  return write(context, 'logVacancy', input, async (em) => {
    const { vacancy, errors: not } = await vacancyToChange(context, em, {
      id: input.vacancyId,
      field: 'vacancyId',
      unknown: 'Deze vacature (vacancyId) bestaat niet.',
      otherRegion: 'U schrijft alleen in het logboek van vacatures (vacancyId) van een regio waar u werkt.',
      requirement: 'R-137',
    });
    if (not) return refused(...not);
    const strangers = await contactPersonErrors(em, vacancy.employerId, contactPersonId, ['input', 'contactPersonId']);
    if (strangers.length) return refused(...strangers);
    const registered = { by: asker.professionalId, at: context.clock.now() };
    await putInLog(em, context.publish, { vacancy, kind, text, contactPersonId: contactPersonId || null }, registered);
    return written(vacancy.id);
  });
}
