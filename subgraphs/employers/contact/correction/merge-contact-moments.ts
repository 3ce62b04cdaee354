import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { refused, written, type Outcome } from '../../../payload.js';
import { conflict } from '../../../user-error.js';
import { Employer } from '../../dossier/employer.js';
import { agreementsOn, RegionAgreements } from '../../organisation/region-agreements.js';
import { accountHolders } from '../account-holders.js';
import { mergeErrors, mergeIdErrors, subjectNotices } from './check-merge.js';
import type { ContactMoment } from '../contact-moment.js';
import { mayChange } from './may-change.js';
import type { MergeContactMomentsInput } from './merge-contact-moments-input.js';
import { moveBelongings } from './move-belongings.js';
import { isStale, lockedMoments, standing } from './standing-moment.js';
import { tellChanged } from './tell-changed.js';
import { uniteSurveys } from '../satisfaction/unite-surveys.js';

const READ = { disableIdentityMap: true } as const;

/** What all of them have together: who was there, what they followed, which receipt and survey they named. */
function unite(into: ContactMoment, merged: readonly ContactMoment[]): void {
  const all = [into, ...merged];
  const ids = new Set(all.map(({ id }) => id));
  into.participantIds = [...new Set(all.flatMap(({ participantIds }) => participantIds))];
  into.relatedToIds = [...new Set(all.flatMap(({ relatedToIds }) => relatedToIds))].filter((id) => !ids.has(id));
  into.consultationId = all.find(({ consultationId }) => consultationId)?.consultationId ?? null;
  into.followUpToSurveyId = all.find((m) => m.followUpToSurveyId)?.followUpToSurveyId ?? null;
}

/**
 * Merges contact moments on one subject within a few days into one, under a report of them together. What
 * belonged to each belongs to that one; the others stay, with their texts, and no longer count.
 */
export async function mergeContactMoments(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: MergeContactMomentsInput,
): Promise<Outcome> {
  const who = whoAsks(context);
  const wrong = mergeIdErrors(input);
  if (wrong.length) return refused(...wrong);
  const found = await lockedMoments(em, [input.intoId, ...input.mergeIds]);
  const into = found.find(({ id }) => id === input.intoId);
  const gone = await standing(em, into, ['input', 'intoId']);
  if (!into || gone.length) return refused(...gone);
  const merged = found.filter(({ id }) => id !== into.id);
  const { regionId } = await em.findOneOrFail(Employer, { id: into.employerId }, READ);
  const { mainHolderIds } = await accountHolders(em, into.employerId, context.clock.today());
  const registeredByIds = [into, ...merged].map(({ registeredById }) => registeredById);
  const strange = mayChange(who, { registeredByIds, regionId, mainHolderIds }, 'intoId');
  if (strange.length) return refused(...strange);
  if (isStale(input.expectedVersion, into)) return refused(conflict(into.version));
  const agreed = agreementsOn(await em.find(RegionAgreements, { regionId }, READ), into.occurredOn);
  const errors = await mergeErrors(em, into, input, found, agreed?.contactMergeWindowDays ?? 0);
  if (errors.length) return refused(...errors);

  const notices = await subjectNotices(em, into, merged);
  unite(into, merged);
  into.summary = input.summary.trim();
  into.subject = input.subject?.trim() || into.subject;
  for (const moment of merged) moment.mergedIntoId = into.id;
  await em.flush();
  const mergedIds = merged.map(({ id }) => id);
  await moveBelongings(em, mergedIds, into.id);
  const surveyId = await uniteSurveys(context, em, into.id, mergedIds);
  await tellChanged(context, em, into, {
    reason: `Samengevoegd: ${merged.length + 1} contactmomenten over hetzelfde onderwerp.`,
    surveyId,
    title: `${merged.length + 1} contactmomenten samengevoegd: ${into.subject}`,
    recipientIds: registeredByIds,
  });
  for (const { id, version } of merged)
    await context.publish(em, {
      type: 'contact-moment.merged',
      occurredOn: context.clock.today(),
      recordedAt: context.clock.now(),
      actorId: who.professionalId,
      data: { employerId: into.employerId, contactMomentId: id, version, intoId: into.id },
    });
  return written(into.id, notices);
}
