import { inDutch } from '../../../in-dutch.js';
import { Severity, type RuleNotice } from '../../../payload.js';

/** How alike two subjects are, 0 to 1 (trigrams), to be about the same thing. */
export const SAME_SUBJECT = 0.6;

/** An earlier moment within the window, with the likeness of its subject. */
export interface Nearby {
  id: string;
  subject: string;
  occurredOn: string;
  likeness: number;
}

/** The moments about the same thing, most alike first. */
export const alike = (nearby: readonly Nearby[]): Nearby[] =>
  nearby.filter((n) => n.likeness >= SAME_SUBJECT).sort((a, b) => b.likeness - a.likeness);

/** Quality over quantity: contacts on one subject within a few days belong in one moment. */
export function mergeProposal(nearby: readonly Nearby[]): RuleNotice[] {
  const [most] = alike(nearby);
  if (!most) return [];
  return [
    {
      code: 'SAME_SUBJECT_NEARBY',
      message: `Over "${most.subject}" is op ${inDutch(most.occurredOn)} al een contactmoment geregistreerd. Vat contacten over hetzelfde onderwerp binnen enkele dagen samen in één contactmoment.`,
      requirement: 'R-080',
      severity: Severity.WARNING,
    },
  ];
}
