import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../payload.js';
import { unreadErrors } from '../../user-error.js';
import { lockedEmployer } from '../dossier/locked-employer.js';
import { NotificationKind } from '../notification/notification.js';
import { notify } from '../notification/notify.js';
import { notOfTheTeam, refuseMerged, unknownEmployer } from '../plan/employer-to-plan.js';
import { mayPlan, planTeam } from '../plan/plan-team.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { afterColon } from './after-colon.js';
import { assess, TIER_NAMES, type Assessment, type AssessmentFacts } from './assess.js';
import { checkDeviation, checkPyramid } from './check-pyramid.js';
import { countActivity } from './count-activity.js';
import { maySteer } from './may-steer.js';
import { PyramidAssessment, PyramidAssessmentSchema } from './pyramid-assessment.js';
import type { PyramidInput } from './pyramid-input.js';
import { PyramidSettings, settingsOn } from './pyramid-settings.js';

const sizeUnknown = ({ proposedTier, highestTier }: Assessment): RuleNotice => ({
  code: 'COMPANY_SIZE_UNKNOWN',
  message: `Het aantal werkzame personen is niet bekend en telt voor 0 punten; vul het in het dossier in.${
    highestTier && highestTier !== proposedTier ? ` De laag kan dan ${TIER_NAMES[highestTier]} worden.` : ''
  }`,
  requirement: 'R-118',
  severity: Severity.WARNING,
});

/**
 * Assesses an employer for the pyramid and gives it its tier (R-116 to R-120). Each assessment is kept, with what was
 * counted that day.
 * @param headcount as the dossier shows it; asked of the registers before this transaction
 */
export async function assessPyramid(
  context: Pick<Context, 'clock' | 'publish' | 'identity'>,
  em: EntityManager,
  input: PyramidInput,
  headcount: AssessmentFacts['headcount'],
): Promise<Outcome> {
  const { clock, publish } = context;
  const who = whoAsks(context);
  const today = clock.today();
  const employer = await lockedEmployer(em, input.employerId);
  if (!employer) return refused(unknownEmployer());
  await refuseMerged(em, employer, 'employerId');
  if (!maySteer(who, employer.regionId) && !(await mayPlan(em, employer, who.professionalId, today)))
    return refused(notOfTheTeam('employerId'));
  const all = await em.find(PyramidAssessment, { employerId: employer.id }, { disableIdentityMap: true });
  const latest = Math.max(0, ...all.map(({ version }) => version));
  const unread = unreadErrors(input.expectedVersion, latest);
  if (unread.length) return refused(...unread);
  const errors = checkPyramid(input);
  if (errors.length) return refused(...errors);

  const { politicallySensitive, reliable } = input;
  const { regionId } = employer;
  const settings = settingsOn(
    await em.find(PyramidSettings, { regionId }, { disableIdentityMap: true }),
    regionId,
    today,
  );
  const softFilter = input.softFilter.map(({ kind, yes, note }) => ({ kind, yes, note: note?.trim() || null }));
  const sectorDevelopment = input.sectorDevelopment?.trim() || null;
  const outcome = assess({
    onDate: today,
    politicallySensitive,
    reliable,
    sectorDevelopment,
    headcount,
    activity: await countActivity(em, employer.id, today),
    softFilter,
    settings,
  });
  const { proposedTier, explanation } = outcome;
  const deviation = checkDeviation(input, proposedTier);
  if (deviation.length) return refused(...deviation);
  const decidedTier = proposedTier && (input.decidedTier ?? proposedTier);
  const reasonForDeviation = decidedTier === proposedTier ? null : input.reasonForDeviation!.trim();
  const id = v7();
  const reasonsGiven = reasonForDeviation
    ? [
        {
          rule: 'Wie van het voorstel afwijkt, zegt waarom.',
          requirement: 'R-116',
          holds: true,
          because: `Besloten is ${TIER_NAMES[decidedTier!]} in plaats van ${TIER_NAMES[proposedTier!]}: ${reasonForDeviation}`,
          evidenceIds: [],
        },
      ]
    : [];
  await em.insert(PyramidAssessmentSchema, {
    id,
    employerId: employer.id,
    version: latest + 1,
    onDate: today,
    recordedAt: clock.now(),
    byId: who.professionalId,
    politicallySensitive,
    reliable,
    exclusionReason: reliable ? null : input.exclusionReason!.trim(),
    sectorDevelopment,
    objective: outcome.objective,
    softFilter,
    partnershipScore: outcome.partnershipScore,
    proposedTier,
    decidedTier,
    reasonForDeviation,
    explanation: [...explanation, ...reasonsGiven],
  });
  const changed = (employer.tier ?? null) !== decidedTier;
  employer.tier = decidedTier;
  await em.flush();
  const line = {
    employerId: employer.id,
    actorId: who.professionalId,
    title: decidedTier
      ? `Klantpiramide beoordeeld: ${TIER_NAMES[decidedTier]}.`
      : 'Klantpiramide beoordeeld: uitgesloten door de pré-selectie.',
    subjectType: 'PyramidAssessment',
    subjectId: id,
  };
  await putOnTimeline(em, clock, { ...line, kind: TimelineKind.DOSSIER });
  await notify(em, clock, {
    ...line,
    title: `${employer.name}: ${afterColon(line.title)}`,
    kind: NotificationKind.TIER_CHANGED,
    recipientIds: await planTeam(em, employer, today),
  });
  if (changed)
    await publish(em, {
      type: 'employer.updated',
      occurredOn: today,
      recordedAt: clock.now(),
      actorId: who.professionalId,
      data: { employerId: employer.id, fields: ['tier'] },
    });
  return written(id, headcount ? [] : [sizeUnknown(outcome)]);
}
