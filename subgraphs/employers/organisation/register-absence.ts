import { Temporal } from 'temporal-polyfill';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import { refused, Severity, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { changeProfessional } from './change-professional.js';
import { openProfessional } from './open-professional.js';
import type { RegisterAbsenceInput } from './professional-inputs.js';

/** Registers until when a professional is away, and tells the deputies; or that the professional is back. */
export async function registerAbsence(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: RegisterAbsenceInput,
): Promise<Outcome> {
  const { person, errors } = await openProfessional(context, em, input);
  if (!person) return refused(...errors);
  const until = input.unavailableUntil ?? null;
  const today = context.clock.today();
  const path = ['input', 'unavailableUntil'];
  if (until && until < today)
    return refused(
      userError('IN_THE_PAST', path, 'De laatste dag van afwezigheid (unavailableUntil) is al geweest.', 'R-059'),
    );
  if (until && until > Temporal.PlainDate.from(today).add({ years: 1 }).toString())
    return refused(
      userError(
        'TOO_FAR',
        path,
        'De laatste dag van afwezigheid (unavailableUntil) is hoogstens een jaar vooruit.',
        'R-059',
      ),
    );
  await changeProfessional(em, person, { unavailableUntil: until });
  if (until)
    await notify(em, context.clock, {
      kind: NotificationKind.HOLDER_ABSENT,
      recipientIds: person.deputyIds,
      actorId: whoAsks(context).professionalId,
      title: `${person.name} is afwezig tot en met ${inDutch(until)}; u vervangt.`,
      employerId: null,
      subjectType: 'Professional',
      subjectId: person.id,
      occasion: until,
    });
  return written(
    person.id,
    until && person.deputyIds.length === 0
      ? [
          {
            code: 'NO_DEPUTY',
            message: 'Er is geen vervanger aangewezen: collega’s weten niet wie ze in uw plaats spreken.',
            requirement: 'R-059',
            severity: Severity.WARNING,
          },
        ]
      : [],
  );
}
