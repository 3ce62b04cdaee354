import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome } from '../../payload.js';
import { conflict, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { lockedEmployer } from '../dossier/locked-employer.js';
import { mainHoldersOf } from '../dossier/main-holders.js';
import { notify } from '../notification/notify.js';
import { NotificationKind } from '../notification/notification.js';
import { Professional, Role } from '../organisation/professional.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import type { NationalLiaisonInput } from './structure-inputs.js';

/** Links a key account with the adviser of the national desk (Schakelpunt Landelijke Werkgevers), or unlinks it. */
export async function setNationalLiaison(context: Context, input: NationalLiaisonInput): Promise<Outcome> {
  const { employerId, expectedVersion } = input;
  const professionalId = input.professionalId ?? null;
  return write(context, 'setNationalLiaison', input, async (em) => {
    const employer = await lockedEmployer(em, employerId);
    if (!employer)
      return refused(userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever heeft geen dossier.'));
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== employer.version)
      return refused(conflict(employer.version));
    if (professionalId && !employer.isKeyAccount)
      return refused(
        userError(
          'NOT_A_KEY_ACCOUNT',
          ['input', 'employerId'],
          'Alleen een keyaccount heeft een landelijk adviseur.',
          'R-037',
        ),
      );
    const liaison = professionalId
      ? await em.findOne(Professional, { id: professionalId }, { disableIdentityMap: true })
      : null;
    if (professionalId && !(liaison?.active && liaison.roles.includes(Role.NATIONAL_LIAISON)))
      return refused(
        userError(
          'NOT_A_NATIONAL_LIAISON',
          ['input', 'professionalId'],
          'Kies een landelijk adviseur van het Schakelpunt die nu werkzaam is.',
          'R-037',
        ),
      );
    em.assign(employer, { nationalLiaisonId: professionalId });
    await em.flush();
    const actorId = whoAsks(context).professionalId;
    const title = liaison
      ? `${liaison.name} is landelijk adviseur van ${employer.name} geworden.`
      : `${employer.name} heeft geen landelijk adviseur meer.`;
    const about = { employerId, subjectType: 'Employer', subjectId: employerId, actorId, title };
    await putOnTimeline(em, context.clock, { ...about, kind: TimelineKind.OWNERSHIP });
    await notify(em, context.clock, {
      ...about,
      kind: NotificationKind.OWNERSHIP_CHANGED,
      recipientIds: [professionalId, ...(await mainHoldersOf(em, employerId, context.clock.today()))],
      occasion: `liaison ${employer.version}`,
    });
    await context.publish(em, {
      type: 'employer.updated',
      occurredOn: context.clock.today(),
      recordedAt: context.clock.now(),
      actorId,
      data: { employerId, fields: ['nationalLiaisonId'] },
    });
    return written(employerId);
  });
}
