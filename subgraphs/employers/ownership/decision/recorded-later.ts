import { inDutch } from '../../../in-dutch.js';
import type { TakeOver, TakeOverFacts } from './may-take-over.js';
import type { OwnershipOutcome } from './ownership-decision.js';
import type { CameAlong } from './merges-of-record.js';
import type { RuleStep } from './rule-step.js';

/** A decision with what it rests on. */
export interface Decided {
  facts: TakeOverFacts;
  decision: TakeOver;
}

const IN_WORDS: Record<OwnershipOutcome, string> = {
  KEEP: 'bleef het account waar het was',
  CONSENT_REQUIRED: 'wisselde het alleen in overleg',
  TAKEOVER_ALLOWED: 'mocht het worden overgenomen',
  NO_HOLDER: 'was er geen accounthouder',
};

const evidenceOf = ({ steps }: TakeOver): string[] => [...new Set(steps.flatMap((step) => step.evidenceIds))];

const holdersOf = ({ holders }: TakeOverFacts): string => JSON.stringify(holders.map((h) => [h.id, h.isMain]));
const contactsOf = ({ steps }: TakeOver): string =>
  JSON.stringify(steps.filter((s) => s.requirement === 'R-052').map((s) => [s.because, s.evidenceIds]));
const npsOf = ({ lastNps }: TakeOverFacts): string => JSON.stringify(lastNps && [lastNps.id, lastNps.score]);
const agreedOf = ({ recentContactMonths, scope }: TakeOverFacts): string => `${recentContactMonths} ${scope}`;

/** The evidence of a decision on a past day that was not yet known at the end of that day. */
export const laterEvidence = (now: Decided, then: Decided): string[] => {
  const known = new Set(evidenceOf(then.decision));
  return evidenceOf(now.decision).filter((id) => !known.has(id));
};

/**
 * The step that tells, of a decision on a past day, what was recorded after that day and how it was decided without:
 * null when the day itself knew all of it. What a merge took along is told with its dossier.
 */
export function recordedLater(now: Decided, then: Decided, cameAlong: readonly CameAlong[]): RuleStep | null {
  const what = [
    ...(holdersOf(now.facts) === holdersOf(then.facts) ? [] : ['wie het account houdt']),
    ...(contactsOf(now.decision) === contactsOf(then.decision) ? [] : ['contact met de werkgever']),
    ...(npsOf(now.facts) === npsOf(then.facts) ? [] : ['een NPS-cijfer']),
    ...(agreedOf(now.facts) === agreedOf(then.facts) ? [] : ['de afspraken van de regio']),
  ];
  if (what.length === 0) return null;
  const merges = [...new Set(cameAlong.map(({ wbsNumber, on }) => `${wbsNumber} op ${inDutch(on)}`))];
  const day = inDutch(now.facts.onDate);
  return {
    rule: 'Waar dit op steunt, was op die dag zelf al bekend.',
    requirement: 'R-050',
    holds: false,
    because: [
      `Na ${day} is nog vastgelegd of gewijzigd: ${what.join(', ')}.`,
      ...(merges.length ? [`Door samenvoeging kwam mee: ${merges.join(', ')}.`] : []),
      `Naar wat die dag bekend was ${IN_WORDS[then.decision.outcome]}; vraag met knownAt naar de beslissing van toen.`,
    ].join(' '),
    evidenceIds: laterEvidence(now, then),
  };
}
