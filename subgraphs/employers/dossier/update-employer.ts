import { isDeepStrictEqual } from 'node:util';
import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome } from '../../payload.js';
import { conflict, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { checkParent, lockConcern } from './check-parent.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { dossierFactsOf } from '../quality/dossier-facts.js';
import { keyAccountNotices } from '../quality/data-quality.js';
import { refusedStatus, statusInDutch } from './check-relation-status.js';
import { Employer } from './employer.js';
import { employerInputErrors } from './employer-input-errors.js';
import type { UpdateEmployerInput } from './employer-inputs.js';
import { lockedEmployer } from './locked-employer.js';

/** Fields that say how to change, and not what. */
const HOW: readonly string[] = ['id', 'expectedVersion', 'relationStatusReason'];

const namesNothing = (input: UpdateEmployerInput): boolean =>
  Object.entries(input).every(([field, value]) => value === undefined || HOW.includes(field));

/** A value as it is kept: an address without the parts that are not told. */
const kept = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== undefined))
    : (value ?? null);

/** What the input makes different, by column. A manual value goes before the registers, so when it was set is kept with it. */
function changes(employer: Employer, input: UpdateEmployerInput, now: Date): Partial<Employer> {
  const given = (key: keyof UpdateEmployerInput): boolean => input[key] !== undefined;
  const all: Partial<Employer> = {
    ...(given('tradeName') ? { name: input.tradeName!.trim() } : {}),
    ...(given('relationStatus') ? { relationStatus: input.relationStatus! } : {}),
    ...(given('sector') ? { sector: input.sector?.trim() ?? null } : {}),
    ...(given('isKeyAccount') ? { isKeyAccount: input.isKeyAccount! } : {}),
    ...(given('lwa') ? { lwa: input.lwa! } : {}),
    ...(given('parentId') ? { parentId: input.parentId ?? null } : {}),
    ...(given('website') ? { manualWebsite: input.website } : {}),
    ...(given('headcount') ? { manualHeadcount: input.headcount } : {}),
    ...(given('visitingAddress') ? { manualVisitingAddress: input.visitingAddress } : {}),
  };
  const changed = Object.fromEntries(
    Object.entries(all).filter(([column, value]) => !isDeepStrictEqual(kept(value), kept(employer[column as never]))),
  );
  return Object.keys(changed).some((column) => column.startsWith('manual'))
    ? { ...changed, manualSetAt: now }
    : changed;
}

/** Changes the dossier's own fields. The row is locked while it is checked, so that no change is lost. */
export async function updateEmployer(context: Context, input: UpdateEmployerInput): Promise<Outcome> {
  const errors = employerInputErrors(input);
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
    if (namesNothing(input))
      return refused(
        userError('NOTHING_CHANGED', ['input'], 'Deze wijziging verandert niets: noem wat er anders moet.', 'R-019'),
      );
    if (input.parentId) {
      const wrong = await checkParent(em, employer.id, input.parentId);
      if (wrong) return refused(wrong);
    }
    if (input.isKeyAccount === false && employer.nationalLiaisonId)
      return refused(
        userError(
          'HAS_NATIONAL_LIAISON',
          ['input', 'isKeyAccount'],
          'Alleen een keyaccount heeft een landelijk adviseur: haal die eerst weg (setNationalLiaison), dan kan isKeyAccount onwaar worden.',
          'R-037',
        ),
      );
    const before = employer.relationStatus;
    const nameBefore = employer.name;
    const parentBefore = employer.parentId ?? null;
    if (input.relationStatus) {
      const wrong = refusedStatus(before, input.relationStatus, input.relationStatusReason);
      if (wrong) return refused(userError(wrong.code, ['input', 'relationStatus'], wrong.message, 'R-019'));
    }
    const changed = changes(employer, input, context.clock.now());
    if (Object.keys(changed).length === 0) return written(employer.id);
    const parent = changed.parentId
      ? await em.findOneOrFail(Employer, { id: changed.parentId }, { disableIdentityMap: true })
      : null;
    const lines = [
      ...(changed.name !== undefined && changed.name !== nameBefore
        ? [`De naam is gewijzigd: van ${nameBefore} in ${changed.name}.`]
        : []),
      ...(changed.parentId !== undefined && (parent?.id ?? null) !== parentBefore
        ? [parent ? `Valt nu onder ${parent.name}.` : 'Valt niet meer onder een andere werkgever.']
        : []),
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
