import { accountPlanForm } from './account-plan-form.js';
import { PlanMark, type AccountPlanSection } from './account-plan-section.js';
import type { KnownRow } from './plan-facts.js';

/** What was written down on one row of the form. */
export interface PlanAnswer {
  value?: string | null;
  mark?: PlanMark;
  note?: string | null;
  checks?: Record<string, { yes: boolean | null; note: string | null }>;
}

/**
 * All rows of the form, each with what was written down, or else what the graph knows; a row that nobody types
 * shows only what is known.
 */
export function fillIn(answers: Record<string, PlanAnswer>, known: Record<string, KnownRow>): AccountPlanSection[] {
  return accountPlanForm.map(({ kind, rows }) => ({
    kind,
    items: rows.map(([key, labelNl, { checklist = [], neverTyped = false } = {}]) => {
      const answer = answers[key] ?? {};
      const typed = neverTyped ? null : (answer.value ?? null);
      const filled = typed === null ? known[key] : undefined;
      return {
        key,
        labelNl,
        value: typed ?? filled?.value ?? null,
        filledFrom: filled?.source ?? null,
        filledAsOf: filled?.asOf ?? null,
        neverTyped,
        mark: answer.mark ?? PlanMark.NONE,
        note: answer.note ?? null,
        checks: checklist.map(([check, label]) => ({
          key: check,
          labelNl: label,
          yes: answer.checks?.[check]?.yes ?? null,
          note: answer.checks?.[check]?.note ?? null,
        })),
      };
    }),
  }));
}
