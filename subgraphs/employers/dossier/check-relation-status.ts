import { RelationStatus } from './employer.js';

const { PROSPECT, CUSTOMER, FORMER_CUSTOMER, NOT_APPROACHABLE, CEASED } = RelationStatus;

/** What a relation may become by hand. Who was a customer does not become a prospect; a company that ceased stays so. */
const NEXT: Record<RelationStatus, readonly RelationStatus[]> = {
  PROSPECT: [CUSTOMER, NOT_APPROACHABLE, CEASED],
  CUSTOMER: [FORMER_CUSTOMER, NOT_APPROACHABLE, CEASED],
  FORMER_CUSTOMER: [CUSTOMER, NOT_APPROACHABLE, CEASED],
  NOT_APPROACHABLE: [PROSPECT, CUSTOMER, FORMER_CUSTOMER, CEASED],
  CEASED: [PROSPECT, CUSTOMER, FORMER_CUSTOMER],
};

/** What asks for a reason: to say that a company ceased, or that it did not after all. */
const asksReason = (from: RelationStatus, to: RelationStatus): boolean => from === CEASED || to === CEASED;

const WORDS: Record<RelationStatus, string> = {
  PROSPECT: 'prospect',
  CUSTOMER: 'klant',
  FORMER_CUSTOMER: 'voormalige klant',
  NOT_APPROACHABLE: 'niet benaderen',
  CEASED: 'opgehouden te bestaan',
};
export const statusInDutch = (status: RelationStatus): string => WORDS[status];

/** Why a relation status cannot become another; null when it can. `reason`: what was given for it. */
export function refusedStatus(
  from: RelationStatus,
  to: RelationStatus,
  reason: string | null | undefined,
): { code: string; message: string } | null {
  if (from === to) return null;
  if (!NEXT[from].includes(to))
    return {
      code: 'STATUS_NOT_POSSIBLE',
      message: `Van ${WORDS[from]} kan de relatiestatus niet ${WORDS[to]} worden; wel: ${NEXT[from].map((one) => WORDS[one]).join(', ')}.`,
    };
  return asksReason(from, to) && !reason?.trim()
    ? {
        code: 'REASON_MISSING',
        message:
          'Geef in relationStatusReason waarom: het register zet deze relatiestatus zelf als een bedrijf ophoudt.',
      }
    : null;
}
