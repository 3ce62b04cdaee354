import { inDutch } from '../../../in-dutch.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { RelationStatus } from '../../dossier/employer.js';
import { ApproachPurpose } from './approach-advice.js';
import { cutoff } from '../decision/cutoff.js';
import type { RuleStep } from '../decision/rule-step.js';

/** A professional as far as being spoken to goes. */
export interface Reachable {
  id: string;
  active: boolean;
  unavailableUntil?: string | null | undefined;
}

/** Whether somebody can be spoken to on a day. */
export const isPresent = ({ active, unavailableUntil }: Reachable, onDate: string): boolean =>
  active && !(unavailableUntil && unavailableUntil >= onDate);

/** A portfolio without a holder, and who is spoken to in the holder's stead. */
export interface VacantPortfolio {
  id: string;
  name: string;
  standIns: Reachable[];
}

export interface ApproachFacts {
  byId: string;
  purpose: ApproachPurpose;
  onDate: string;
  relationStatus: RelationStatus;
  /** Why the pyramid's pre-selection excludes this employer; null when it does not. */
  excludedBecause: string | null;
  /** The employer's portfolio, when nobody holds it. */
  vacantPortfolio: VacantPortfolio | null;
  renewedContactMonths: number;
  /** Holderships in force in the region(s) of who asks, main holders first, with the deputies of each holder. */
  holders: { id: string; isMain: boolean; holder: Reachable; deputies: Reachable[] }[];
  /** The last contact moment on the account up to the date. */
  lastContact: { id: string; on: string } | null;
}

export interface Approach {
  allowed: boolean;
  contactFirstIds: string[];
  isNewOrRenewed: boolean;
  blocks: RuleNotice[];
  steps: RuleStep[];
}

const BLOCKED: Partial<Record<RelationStatus, Omit<RuleNotice, 'severity' | 'requirement'>>> = {
  [RelationStatus.NOT_APPROACHABLE]: {
    code: 'NOT_APPROACHABLE',
    message: 'De relatiestatus is "niet benaderen": neem geen contact op met deze werkgever.',
  },
  [RelationStatus.CEASED]: { code: 'CEASED', message: 'Dit bedrijf is opgehouden te bestaan.' },
};

/**
 * May this employer be approached, and whom to speak to first? The main holder, the employer's one contact
 * person, or else the holders of
 * the region; for who is absent, the deputies. Without anybody there, whoever stands in for a vacant portfolio
 * . Nobody when there is no holder, or when the holder asks. Not at all when the relation status or the pyramid's
 * pre-selection stands in the way.
 */
export function approach(facts: ApproachFacts): Approach {
  const { byId, onDate, holders, lastContact } = facts;
  const present = (p: Reachable) => isPresent(p, onDate);
  const mains = holders.filter((h) => h.isMain);
  const leading = mains.length ? mains : holders;
  const isHolder = leading.some((h) => h.holder.id === byId);
  const spokenTo = leading.flatMap(({ holder, deputies }) => (present(holder) ? [holder] : deputies.filter(present)));
  const others = holders.filter((h) => !leading.includes(h) && present(h.holder)).map((h) => h.holder);
  const reached = spokenTo.length ? spokenTo : others;
  // Who would be spoken to in the holder's stead need not ask another first.
  const standsIn = !isHolder && reached.some(({ id }) => id === byId);
  const standIns = reached.length || isHolder ? [] : (facts.vacantPortfolio?.standIns ?? []).filter(present);
  const contactFirstIds =
    isHolder || standsIn ? [] : [...new Set([...reached, ...standIns].map((p) => p.id))].filter((id) => id !== byId);

  const cutoffDate = cutoff(onDate, facts.renewedContactMonths);
  const isNewOrRenewed = !lastContact || lastContact.on < cutoffDate;
  const block = BLOCKED[facts.relationStatus];
  const excluded = facts.excludedBecause;
  const blocks: RuleNotice[] = [
    ...(block ? [{ ...block, requirement: 'R-019', severity: Severity.BLOCKING }] : []),
    ...(excluded
      ? [
          {
            code: 'EXCLUDED_BY_PRE_SELECTION',
            message: `De pré-selectie van de klantpiramide sluit deze werkgever uit: ${excluded}`,
            requirement: 'R-117',
            severity: Severity.BLOCKING,
          },
        ]
      : []),
  ];

  const missing = leading.filter((h) => !present(h.holder));
  const steps: RuleStep[] = [
    {
      rule: 'De relatiestatus laat contact toe.',
      requirement: 'R-019',
      holds: !block,
      because: block?.message ?? 'Er is geen status die contact in de weg staat.',
      evidenceIds: [],
    },
    {
      rule: 'Neem eerst contact op met de hoofd-accounthouder, of anders een accounthouder, in de regio.',
      requirement: 'R-058',
      holds: contactFirstIds.length === 0,
      because: isHolder
        ? 'U bent zelf de accounthouder.'
        : standsIn
          ? 'De accounthouder is er niet, en u neemt zelf waar.'
          : holders.length === 0
            ? standIns.length
              ? 'Er is in de regio geen accounthouder; u spreekt eerst wie de portefeuille waarneemt.'
              : 'Er is in de regio geen accounthouder.'
            : contactFirstIds.length === 0
              ? 'De accounthouder is er niet en heeft geen vervanger die er wel is.'
              : standIns.length
                ? 'De accounthouder is er niet; u spreekt eerst wie de portefeuille waarneemt.'
                : 'Er is in de regio een accounthouder die u eerst spreekt.',
      evidenceIds: holders.map((h) => h.id),
    },
    {
      rule:
        facts.purpose === ApproachPurpose.ACQUISITION
          ? 'Acquisitie is een eerste of hernieuwd contact.'
          : 'Dit is een eerste of hernieuwd contact.',
      requirement: 'R-065',
      holds: isNewOrRenewed,
      because: lastContact
        ? `Het laatste contactmoment is van ${inDutch(lastContact.on)}; hernieuwd is vóór ${inDutch(cutoffDate)}.`
        : 'Er is nog geen contactmoment geregistreerd.',
      evidenceIds: lastContact ? [lastContact.id] : [],
    },
  ];
  if (missing.length)
    steps.splice(2, 0, {
      rule: 'De accounthouder is bereikbaar.',
      requirement: 'R-059',
      holds: false,
      because: missing.some(({ holder }) => holder.active)
        ? 'De accounthouder is afwezig; de vervangers staan in voor de accounthouder.'
        : 'De accounthouder is niet meer werkzaam; de vervangers staan in tot het account is overgenomen.',
      evidenceIds: missing.map((h) => h.id),
    });
  if (excluded)
    steps.splice(1, 0, {
      rule: 'De pré-selectie van de klantpiramide sluit de werkgever niet uit.',
      requirement: 'R-117',
      holds: false,
      because: excluded,
      evidenceIds: [],
    });
  if (standIns.length)
    steps.push({
      rule: 'De portefeuille heeft een houder.',
      requirement: 'R-125',
      holds: false,
      because: `De portefeuille ${facts.vacantPortfolio!.name} is vacant; de teamleider of het management neemt waar.`,
      evidenceIds: [facts.vacantPortfolio!.id],
    });
  return { allowed: blocks.length === 0, contactFirstIds, isNewOrRenewed, blocks, steps };
}
