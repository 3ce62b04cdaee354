import { Temporal } from 'temporal-polyfill';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import { refused, Severity, written, type Outcome } from '../../payload.js';
import { userError } from '../../user-error.js';
import { NotificationKind } from '../notification/notification.js';
import { notifyOfAll } from '../notification/notify.js';
import { isPresent } from '../ownership/approach/approach.js';
import { passOnRequests } from '../ownership/request/pass-on-requests.js';
import { changeProfessional } from './change-professional.js';
import { openProfessional } from './open-professional.js';
import type { RegisterAbsenceInput } from './professional-inputs.js';
import { Professional } from './professional.js';

const READ = { disableIdentityMap: true } as const;

/** Registers until when a professional is away, or that the professional is back, and tells the deputies. */
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
  const before = person.unavailableUntil && person.unavailableUntil >= today ? person.unavailableUntil : null;
  if (until !== (person.unavailableUntil ?? null)) await changeProfessional(em, person, { unavailableUntil: until });
  if (until !== before) await tellOfAbsence(context, em, person, until);
  if (until) await passOnRequests(context, em, person.id);
  const deputies = until ? await em.find(Professional, { id: { $in: person.deputyIds } }, READ) : [];
  return written(
    person.id,
    until && !deputies.some((deputy) => isPresent(deputy, today))
      ? [
          {
            code: 'NO_DEPUTY',
            message: `Er is geen vervanger die er is: collega’s weten niet wie ze in plaats van ${person.name} spreken.`,
            requirement: 'R-059',
            severity: Severity.WARNING,
          },
        ]
      : [],
  );
}

/** Tells the deputies from when they stand in, and until when; and, when another registered it, whom it is about. */
async function tellOfAbsence(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { id, name, deputyIds, version }: Professional,
  until: string | null,
): Promise<void> {
  const told = {
    kind: NotificationKind.HOLDER_ABSENT,
    actorId: whoAsks(context).professionalId,
    employerId: null,
    subjectType: 'Professional',
    subjectId: id,
    occasion: `version ${version + 1}`,
  };
  const day = until && inDutch(until);
  await notifyOfAll(em, context.clock, [
    {
      ...told,
      recipientIds: deputyIds,
      title: day ? `${name} is afwezig tot en met ${day}; u vervangt.` : `${name} is er weer; u vervangt niet langer.`,
    },
    {
      ...told,
      recipientIds: [id],
      title: day ? `U bent afwezig gemeld tot en met ${day}.` : 'U bent weer aanwezig gemeld.',
    },
  ]);
}
