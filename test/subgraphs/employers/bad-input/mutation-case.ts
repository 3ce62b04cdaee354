import type { EmployersAlone } from '../employers-alone.js';

/** How a mutation is used rightly, from which the frame makes all that is wrong. */
export interface MutationCase {
  /**
   * A right input, with every nested object and list that the mutation takes; ids may come from the demo data. Asked for
   * once: bad attempts leave nothing behind, so that the very input they spoilt is then accepted.
   */
  input(it: EmployersAlone): Promise<Record<string, unknown>> | Record<string, unknown>;
  /** Demo professional who may do it. Default accountmanager. */
  as?: string;
  /**
   * Who may do it in own region only, and works elsewhere: demo professional or id; or why region plays no part. `code`:
   * the refusal, when it is not OTHER_REGION.
   */
  otherRegion: { as: string; code?: string } | { none: string };
  /** What the same input sent again (no idempotency key) comes to: the code of the refusal, or why it is no error. */
  again: { code: string } | { none: string };
  /**
   * What the frame must leave alone, each with the reason (e.g. free reference of another subgraph): a dotted input field
   * (`followUps.dueOn`), or one attempt on it (`followUps.dueOn: too late`; the names stand in attempts.ts).
   */
  leave?: Record<string, string>;
}

/** By mutation name. */
export type Cases = Record<string, MutationCase>;
