import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { dayOf } from '../../../runtime/clock.js';
import { actionDueOn } from '../../aftercare-problem.js';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import type { Publish } from '../../outbox.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { putInLog } from '../log/put-in-log.js';
import { VacancyLogKind } from '../log/vacancy-log-entry.js';
import { AftercareEntrySchema } from './aftercare-entry.js';
import type { LogAftercareInput } from './aftercare-inputs.js';
import { AftercarePlan } from './aftercare-plan.js';
import { placementForAftercare, type Placed } from './placement-for-aftercare.js';

/** How long after the work ended something may still be heard of it. */
const HEARD_MONTHS = 6;

const tooLate = (endedOn: string | null | undefined, today: string): boolean =>
  Boolean(endedOn) && Temporal.PlainDate.from(endedOn!).add({ months: HEARD_MONTHS }).toString() < today;

/**
 * Writes down a contact in aftercare, also in the log of the vacancy. A problem is told with ids alone, so
 * that somebody acts on it.
 */
export async function addEntry(
  em: EntityManager,
  publish: Publish,
  { placement, vacancy }: Placed,
  { withWhom, text, problem }: Pick<LogAftercareInput, 'withWhom' | 'text' | 'problem'>,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const id = v7();
  const { id: placementId, employerId, regionId } = placement;
  await em.insert(AftercareEntrySchema, { id, placementId, at, byId: by, withWhom, text, problem });
  const line = { id, vacancy, kind: VacancyLogKind.AFTERCARE, text: `Met ${withWhom}: ${text}` } as const;
  await putInLog(em, publish, line, { by, at });
  if (!problem) return;
  const plan = await em.findOne(AftercarePlan, { placementId }, { disableIdentityMap: true });
  await publish(em, {
    type: 'aftercare.problem',
    occurredOn: dayOf(at),
    recordedAt: at,
    actorId: by,
    data: {
      employerId,
      vacancyId: vacancy.id,
      number: vacancy.number,
      placementId,
      entryId: id,
      professionalId: plan?.professionalId ?? vacancy.ownerId,
      regionId,
    },
  });
}

const toldOfTask = (today: string): RuleNotice => ({
  code: 'TASK_PUT_OUT',
  message: `Wie de nazorg doet, krijgt een actie: pak het probleem uiterlijk op ${inDutch(actionDueOn(today))} op.`,
  requirement: 'R-099',
  severity: Severity.INFO,
});

/** Logs a contact in the aftercare of a placement; of a problem, a task is put out. */
export async function logAftercare(context: Context, input: LogAftercareInput): Promise<Outcome> {
  const entry = { withWhom: input.withWhom.trim(), text: input.text.trim(), problem: input.problem };
  const entered = [
    ...lengthErrors(['input', 'withWhom'], 'Met wie er contact was (withWhom)', entry.withWhom, 1, 200),
    ...lengthErrors(['input', 'text'], 'Wat er is besproken (text)', entry.text, 1, 5000),
  ];
  if (entered.length) return refused(...entered);
  const registered = { by: whoAsks(context).professionalId, at: context.clock.now() };
  const today = dayOf(registered.at);
  return write(context, 'logAftercare', input, async (em) => {
    const found = await placementForAftercare(context, em, input.placementId, 'R-175');
    if (found.errors) return refused(...found.errors);
    if (tooLate(found.placement.endedOn, today))
      return refused(
        userError(
          'PLACEMENT_ENDED',
          ['input', 'placementId'],
          `Dit werk (placementId) is meer dan ${HEARD_MONTHS} maanden geleden geëindigd: er is geen nazorg meer vast te leggen.`,
          'R-175',
        ),
      );
    await addEntry(em, context.publish, found, entry, registered);
    return written(found.placement.id, entry.problem ? [toldOfTask(today)] : []);
  });
}
