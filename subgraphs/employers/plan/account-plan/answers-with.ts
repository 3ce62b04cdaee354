import type { AccountPlanItemInput } from './account-plan-input.js';
import type { PlanAnswer } from './fill-in.js';

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;

function answerWith(before: PlanAnswer, { value, mark, note, checks }: AccountPlanItemInput): PlanAnswer {
  const answered = { ...before.checks };
  for (const { key, yes, note } of checks ?? [])
    answered[key] = {
      yes: yes === undefined ? (answered[key]?.yes ?? null) : yes,
      note: note === undefined ? (answered[key]?.note ?? null) : trimmed(note),
    };
  return {
    ...before,
    ...(value === undefined ? {} : { value: trimmed(value) }),
    ...(mark ? { mark } : {}),
    ...(note === undefined ? {} : { note: trimmed(note) }),
    ...(Object.keys(answered).length ? { checks: answered } : {}),
  };
}

/** What the form says after some rows were filled in; what was left out stays as it was. */
export function answersWith(
  before: Record<string, PlanAnswer>,
  items: AccountPlanItemInput[],
): Record<string, PlanAnswer> {
  const after = { ...before };
  for (const item of items) after[item.key] = answerWith(after[item.key] ?? {}, item);
  return after;
}
