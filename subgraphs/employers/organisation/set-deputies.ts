import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome } from '../../payload.js';
import { inDutch } from '../../in-dutch.js';
import { userError } from '../../user-error.js';
import { NotificationKind } from '../notification/notification.js';
import { notifyOfAll, type Told } from '../notification/notify.js';
import { passOnRequests } from '../ownership/request/pass-on-requests.js';
import { changeProfessional } from './change-professional.js';
import { openProfessional } from './open-professional.js';
import { Professional } from './professional.js';
import type { SetDeputiesInput } from './professional-inputs.js';

const MOST = 10;

/** Names who stands in for a professional who is away: colleagues at work in the same region, who are told. */
export async function setDeputies(
  context: Pick<Context, 'clock' | 'identity'>,
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
  await tellDeputies(context, em, person, deputyIds);
  await passOnRequests(context, em, person.id);
  return written(person.id);
}

/** Tells who became a deputy, who is one no longer, and, when another decided it, whom it is about. */
async function tellDeputies(
  { clock, identity }: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  { id, name, deputyIds: before, unavailableUntil, version }: Professional,
  after: string[],
): Promise<void> {
  const named = after.filter((one) => !before.includes(one));
  const ended = before.filter((one) => !after.includes(one));
  if (named.length + ended.length === 0) return;
  const away = unavailableUntil && unavailableUntil >= clock.today();
  const line = (recipientIds: string[], title: string): Told => ({
    kind: NotificationKind.DEPUTY_CHANGED,
    recipientIds,
    actorId: whoAsks({ identity }).professionalId,
    title,
    employerId: null,
    subjectType: 'Professional',
    subjectId: id,
    occasion: `version ${version + 1}`,
  });
  await notifyOfAll(em, clock, [
    line(
      named,
      away
        ? `U vervangt ${name}, die afwezig is tot en met ${inDutch(unavailableUntil)}.`
        : `U vervangt ${name} voortaan bij afwezigheid.`,
    ),
    line(ended, `U vervangt ${name} niet meer bij afwezigheid.`),
    line([id], 'Een ander heeft gewijzigd wie u vervangt bij afwezigheid: kijk bij uw instellingen.'),
  ]);
}
