import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { prepared } from '../../../prepared.js';
import { Severity, type RuleNotice, type UserError } from '../../../payload.js';
import { lengthErrors, userError } from '../../../user-error.js';
import { checkSummary } from '../check/check-summary.js';
import type { ContactMoment } from '../contact-moment.js';
import { daysBetween } from '../days.js';
import type { MergeContactMomentsInput } from './merge-contact-moments-input.js';
import { SAME_SUBJECT } from './merge-proposal.js';
import { standing } from './standing-moment.js';

const MOST = 20;
const RULE = 'R-080';

/** Refusals of how many moments a merge names, and of naming the one that stays among them. */
export function mergeIdErrors({ intoId, mergeIds }: MergeContactMomentsInput): UserError[] {
  const path = ['input', 'mergeIds'];
  if (mergeIds.length < 1 || mergeIds.length > MOST)
    return [userError('OUT_OF_RANGE', path, `Voeg 1 tot ${MOST} contactmomenten (mergeIds) samen.`, RULE)];
  return mergeIds.flatMap((id, n) =>
    id === intoId
      ? [userError('SAME_MOMENT', [...path, String(n)], 'Een contactmoment gaat niet op in zichzelf.', RULE)]
      : [],
  );
}

/** Refusals of merging these moments into one: another employer, or too far apart in time; and of the report. */
export async function mergeErrors(
  em: EntityManager,
  into: ContactMoment,
  { mergeIds, summary, subject }: MergeContactMomentsInput,
  found: readonly ContactMoment[],
  windowDays: number,
): Promise<UserError[]> {
  const one = async (id: string, n: number): Promise<UserError[]> => {
    const path = ['input', 'mergeIds', String(n)];
    const moment = found.find((m) => m.id === id);
    const gone = await standing(em, moment, path);
    if (!moment || gone.length) return gone;
    if (moment.employerId !== into.employerId)
      return [userError('OTHER_EMPLOYER', path, 'Dit contactmoment is van een andere werkgever.', RULE)];
    return daysBetween(moment.occurredOn, into.occurredOn) > windowDays
      ? [
          userError(
            'OUTSIDE_WINDOW',
            path,
            `Dit contact van ${inDutch(moment.occurredOn)} ligt meer dan ${windowDays} dagen van dat van ${inDutch(into.occurredOn)}; zo ver uiteen voegt de regio niet samen.`,
            RULE,
          ),
        ]
      : [];
  };
  const errors: UserError[] = [];
  for (const [n, id] of mergeIds.entries()) errors.push(...(await one(id, n)));
  return [
    ...errors,
    ...checkSummary(summary),
    ...lengthErrors(['input', 'subject'], 'Het onderwerp (subject)', subject, 3, 200),
  ];
}

/** A notice when the subjects of what is merged are not alike: whoever merges knows best, and may be mistaken. */
export async function subjectNotices(
  em: EntityManager,
  into: ContactMoment,
  merged: readonly ContactMoment[],
): Promise<RuleNotice[]> {
  const strange = await prepared<{ subject: string }>(
    em,
    'select subject from unnest(?::text[]) as other(subject) where similarity(subject, ?) < ? limit 1',
    [merged.map(({ subject }) => subject), into.subject, SAME_SUBJECT],
  );
  return strange.map(({ subject }) => ({
    code: 'SUBJECTS_DIFFER',
    message: `De onderwerpen "${into.subject}" en "${subject}" lijken niet op elkaar. Voeg alleen contacten over hetzelfde onderwerp samen.`,
    requirement: RULE,
    severity: Severity.WARNING,
  }));
}
