import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { checkParent, lockConcern } from './check-parent.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { dossierFactsOf } from '../quality/dossier-facts.js';
import { keyAccountNotices } from '../quality/data-quality.js';
import { refusedStatus, statusInDutch } from './check-relation-status.js';
import type { Employer } from './employer.js';
import type { UpdateEmployerInput } from './employer-inputs.js';
import { lockedEmployer } from './locked-employer.js';

const POSTCODE = /^[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}$/;

function inputErrors({
  tradeName,
  sector,
  website,
  headcount,
  visitingAddress,
  relationStatus,
  relationStatusReason,
  isKeyAccount,
  lwa,
}: UpdateEmployerInput): UserError[] {
  const empty = Object.entries({ tradeName, relationStatus, isKeyAccount, lwa }).filter(([, value]) => value === null);
  return [
    ...empty.map(([field]) => userError('NOT_EMPTY', ['input', field], `${field} kan niet leeg worden gemaakt.`)),
    ...lengthErrors(['input', 'tradeName'], 'De naam', tradeName, 2, 200),
    ...lengthErrors(['input', 'relationStatusReason'], 'De reden', relationStatusReason, 0, 500),
    ...lengthErrors(['input', 'sector'], 'De branche', sector, 1, 100),
    ...(website && !/^https?:\/\/[^\s]{3,200}$/.test(website)
      ? [userError('INVALID_URL', ['input', 'website'], 'De website begint met https:// of http://.')]
      : []),
    ...(typeof headcount === 'number' && headcount < 0
      ? [userError('OUT_OF_RANGE', ['input', 'headcount'], 'Het aantal werkzame personen is 0 of meer.')]
      : []),
    ...(visitingAddress?.postcode && visitingAddress.country === 'Nederland' && !POSTCODE.test(visitingAddress.postcode)
      ? [userError('INVALID_POSTCODE', ['input', 'visitingAddress', 'postcode'], 'Een postcode heeft de vorm 3011 AB.')]
      : []),
  ];
}

/** What the input changes, by column. A manual value goes before the registers, so when it was set is kept with it. */
function changes(input: UpdateEmployerInput, now: Date): Partial<Employer> {
  const given = (key: keyof UpdateEmployerInput): boolean => input[key] !== undefined;
  const manual = (['website', 'headcount', 'visitingAddress'] as const).some(given);
  return {
    ...(given('tradeName') ? { name: input.tradeName!.trim() } : {}),
    ...(given('relationStatus') ? { relationStatus: input.relationStatus! } : {}),
    ...(given('sector') ? { sector: input.sector?.trim() ?? null } : {}),
    ...(given('isKeyAccount') ? { isKeyAccount: input.isKeyAccount! } : {}),
    ...(given('lwa') ? { lwa: input.lwa! } : {}),
    ...(given('parentId') ? { parentId: input.parentId ?? null } : {}),
    ...(given('website') ? { manualWebsite: input.website } : {}),
    ...(given('headcount') ? { manualHeadcount: input.headcount } : {}),
    ...(given('visitingAddress') ? { manualVisitingAddress: input.visitingAddress } : {}),
    ...(manual ? { manualSetAt: now } : {}),
  };
}

/** Changes the dossier's own fields. The row is locked while it is checked, so that no change is lost. */
export async function updateEmployer(context: Context, input: UpdateEmployerInput): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  return write(context, 'updateEmployer', input, async (em) => {
    if (input.parentId) await lockConcern(em);
    const employer = await lockedEmployer(em, input.id);
    if (!employer) return refused(userError('UNKNOWN_EMPLOYER', ['input', 'id'], 'Deze werkgever heeft geen dossier.'));
    if (
      input.expectedVersion !== undefined &&
      input.expectedVersion !== null &&
      input.expectedVersion !== employer.version
    )
      return refused(conflict(employer.version));
    if (input.parentId) {
      const wrong = await checkParent(em, employer.id, input.parentId);
      if (wrong) return refused(wrong);
    }
    const before = employer.relationStatus;
    if (input.relationStatus) {
      const wrong = refusedStatus(before, input.relationStatus, input.relationStatusReason);
      if (wrong) return refused(userError(wrong.code, ['input', 'relationStatus'], wrong.message, 'R-019'));
    }
    const changed = changes(input, context.clock.now());
    const lines = [
      ...(changed.relationStatus && changed.relationStatus !== before
        ? [
            `Relatiestatus: van ${statusInDutch(before)} naar ${statusInDutch(changed.relationStatus)}. ${input.relationStatusReason?.trim() ?? ''}`,
          ]
        : []),
      ...(changed.isKeyAccount !== undefined && changed.isKeyAccount !== employer.isKeyAccount
        ? [changed.isKeyAccount ? 'Is keyaccount geworden.' : 'Is geen keyaccount meer.']
        : []),
    ];
    em.assign(employer, changed);
    await em.flush();
    const about = { employerId: employer.id, subjectType: 'Employer', subjectId: employer.id };
    await putOnTimeline(
      em,
      context.clock,
      ...lines.map((title) => ({
        ...about,
        kind: TimelineKind.DOSSIER,
        title: title.trim(),
        actorId: whoAsks(context).professionalId,
      })),
    );
    await context.publish(em, {
      type: 'employer.updated',
      occurredOn: context.clock.today(),
      recordedAt: context.clock.now(),
      actorId: whoAsks(context).professionalId,
      data: {
        employerId: employer.id,
        fields: Object.keys(changed),
        ...(changed.name === undefined ? {} : { tradeName: changed.name }),
      },
    });
    const notices = changed.isKeyAccount
      ? keyAccountNotices(await dossierFactsOf(em, employer.id, context.clock.today()))
      : [];
    return written(employer.id, notices);
  });
}
