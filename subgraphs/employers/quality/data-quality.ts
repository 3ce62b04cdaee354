import { Severity, type RuleNotice } from '../../payload.js';
import type { DossierFacts } from './dossier-facts.js';

export interface Quality {
  /** 0 to 100: the weight of what is there, of all that should be. */
  score: number;
  /** Keys of what is missing. */
  missing: string[];
  notices: RuleNotice[];
}

/** One thing that a dossier should have: how much it weighs, and what is told where it is not. */
interface Aspect {
  key: string;
  weight: number;
  requirement: string;
  /** Only where this holds; default always. */
  when?: (facts: DossierFacts) => boolean;
  has: (facts: DossierFacts) => boolean;
  message: string;
}

/**
 * The weights are ours: the source says what belongs in a dossier, not how much it matters. Whom to call, where, and who
 * holds the account weigh most; they add up to 100 for an ordinary employer, and a key account is also judged by its plan and team.
 */
const ASPECTS: readonly Aspect[] = [
  { key: 'address', weight: 15, requirement: 'R-019', has: (f) => f.hasAddress, message: 'Het bezoekadres ontbreekt.' },
  { key: 'phone', weight: 10, requirement: 'R-019', has: (f) => f.hasPhone, message: 'Er is geen telefoonnummer.' },
  {
    key: 'contactPerson',
    weight: 15,
    requirement: 'R-021',
    has: (f) => f.contactPersons > 0,
    message: 'Er is geen contactpersoon.',
  },
  {
    key: 'kvkNumber',
    weight: 10,
    requirement: 'R-019',
    has: (f) => f.hasNumber,
    message: 'Het KvK-nummer ontbreekt, of het land van een buitenlandse werkgever.',
  },
  { key: 'sector', weight: 5, requirement: 'R-019', has: (f) => f.hasSector, message: 'De branche ontbreekt.' },
  {
    key: 'holder',
    weight: 15,
    requirement: 'R-019',
    has: (f) => f.mainHolders > 0,
    message: 'Er is geen hoofd-accounthouder.',
  },
  {
    key: 'profile',
    weight: 10,
    requirement: 'R-040',
    has: (f) => f.hasProfile,
    message: 'Het profiel ontbreekt: beschrijf kenmerken, producten of diensten in het accountplan.',
  },
  {
    key: 'dmu',
    weight: 10,
    requirement: 'R-020',
    has: (f) => f.decisionMakers > 0,
    message: 'De DMU ontbreekt: geef een contactpersoon een rol daarin.',
  },
  {
    key: 'decisionProcess',
    weight: 5,
    requirement: 'R-020',
    has: (f) => f.hasDecisionProcess,
    message: 'Het besluitvormingsproces is niet vastgelegd.',
  },
  {
    key: 'contactDetailsConfirmed',
    weight: 5,
    requirement: 'R-019',
    when: (f) => f.contactPersons > 0,
    has: (f) => f.confirmedPersons === f.contactPersons,
    message: 'Gegevens van contactpersonen zijn langer dan een jaar niet bevestigd.',
  },
  {
    key: 'accountPlan',
    weight: 10,
    requirement: 'R-035',
    when: (f) => f.isKeyAccount,
    has: (f) => f.runningPlan,
    message: 'Dit keyaccount heeft geen lopend accountplan.',
  },
  {
    key: 'team',
    weight: 5,
    requirement: 'R-035',
    when: (f) => f.isKeyAccount,
    has: (f) => f.holders > 1,
    message: 'Dit keyaccount heeft geen team: er is niemand naast de hoofd-accounthouder.',
  },
  {
    key: 'evaluation',
    weight: 5,
    requirement: 'R-102',
    when: (f) => f.unevaluated.length > 0,
    has: () => false,
    message: 'Een afgelopen werkafspraak is nog niet geëvalueerd',
  },
];

const noticeOf = ({ key, requirement, message }: Aspect, { unevaluated }: DossierFacts): RuleNotice => ({
  code: `MISSING_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
  message: key === 'evaluation' ? `${message}: ${unevaluated.join(', ')}.` : message,
  requirement,
  severity: Severity.WARNING,
});

/** How complete a dossier is, and what is missing (R-019, R-020, R-035, R-040, R-102). */
export function dataQuality(facts: DossierFacts): Quality {
  const asked = ASPECTS.filter(({ when }) => !when || when(facts));
  const missing = asked.filter(({ has }) => !has(facts));
  const weight = (aspects: readonly Aspect[]): number => aspects.reduce((sum, one) => sum + one.weight, 0);
  return {
    score: Math.round((100 * (weight(asked) - weight(missing))) / weight(asked)),
    missing: missing.map(({ key }) => key),
    notices: missing.map((aspect) => noticeOf(aspect, facts)),
  };
}

/** What a key account lacks of its plan and team (R-035). */
export const keyAccountNotices = (facts: DossierFacts): RuleNotice[] =>
  dataQuality(facts).notices.filter(({ requirement }) => requirement === 'R-035');
