import { inDutch } from '../../../in-dutch.js';
import { cutoff } from './cutoff.js';
import { NpsGroup, npsGroup } from '../../contact/satisfaction/nps-survey.js';
import { OwnershipContactScope } from '../../organisation/region-agreements.js';
import { OwnershipOutcome } from './ownership-decision.js';
import type { RuleStep } from './rule-step.js';

/** One contact moment as evidence. */
export interface ContactFact {
  id: string;
  on: string;
  byId: string;
}

export interface TakeOverFacts {
  candidateId: string;
  onDate: string;
  recentContactMonths: number;
  scope: OwnershipContactScope;
  /** Holderships in force in the region on the date, main holder first. */
  holders: { id: string; holderId: string; isMain: boolean }[];
  /** The last contact moment of each registrar on the account, up to and including the date. */
  lastContacts: ContactFact[];
  /** The last NPS answer of the employer in the twelve months up to the date. */
  lastNps: { id: string; on: string; score: number } | null;
}

export interface TakeOver {
  outcome: OwnershipOutcome;
  currentHolderId: string | null;
  lastContactOn: string | null;
  lastContactById: string | null;
  cutoffDate: string;
  employerSatisfied: boolean;
  steps: RuleStep[];
  obligations: string[];
}

/** Of two on one day the higher id, so that whoever asks, and in whatever order they are found, sees the same one. */
const latest = (contacts: ContactFact[]): ContactFact | null =>
  contacts.reduce<ContactFact | null>(
    (last, next) => (!last || next.on > last.on || (next.on === last.on && next.id > last.id) ? next : last),
    null,
  );

/**
 * May the candidate take over the (main) account holdership? Kept on recent contact and a satisfied employer;
 * free to take over without recent contact, after the former holder was told; in between by consent
 * (R-053).
 */
export function mayTakeOver(facts: TakeOverFacts): TakeOver {
  const { onDate, scope, holders, lastContacts, lastNps } = facts;
  const cutoffDate = cutoff(onDate, facts.recentContactMonths);
  const current = holders[0] ?? null;
  const byHolder = latest(lastContacts.filter((c) => c.byId === current?.holderId));
  const any = latest(lastContacts);
  const counts = scope === OwnershipContactScope.CONTACT_BY_HOLDER ? byHolder : any;
  const recent = counts !== null && counts.on >= cutoffDate;
  const employerSatisfied = !lastNps || npsGroup(lastNps.score) !== NpsGroup.DETRACTOR;
  const isHolder = current?.holderId === facts.candidateId;

  const contactStep = (rule: string, contact: ContactFact | null): RuleStep => ({
    rule,
    requirement: 'R-052',
    holds: contact !== null && contact.on >= cutoffDate,
    because: contact
      ? `Het laatste contactmoment is van ${inDutch(contact.on)}; recent is vanaf ${inDutch(cutoffDate)}.`
      : 'Er is geen contactmoment geregistreerd.',
    evidenceIds: contact ? [contact.id] : [],
  });
  const steps: RuleStep[] = [
    {
      rule: 'Er is een accounthouder in de regio.',
      requirement: 'R-046',
      holds: current !== null,
      because: current
        ? `Op ${inDutch(onDate)} is er een ${current.isMain ? 'hoofd-accounthouder' : 'accounthouder'}.`
        : `Op ${inDutch(onDate)} is er in deze regio geen accounthouder.`,
      evidenceIds: holders.map((h) => h.id),
    },
  ];
  if (current) {
    steps.push(
      contactStep('Iemand had recent contact met de werkgever.', any),
      contactStep('De accounthouder zelf had recent contact met de werkgever.', byHolder),
      {
        rule: `Er was contact in de afgelopen ${facts.recentContactMonths} maanden; dan blijft het accounthouderschap bij de medewerker.`,
        requirement: 'R-048',
        holds: recent,
        because:
          scope === OwnershipContactScope.CONTACT_BY_HOLDER
            ? 'In deze regio telt alleen contact door de accounthouder zelf.'
            : 'In deze regio telt elk contactmoment op het account.',
        evidenceIds: counts ? [counts.id] : [],
      },
      {
        rule: 'De werkgever is tevreden.',
        requirement: 'R-053',
        holds: employerSatisfied,
        because: lastNps
          ? `De werkgever gaf op ${inDutch(lastNps.on)} een ${lastNps.score}.`
          : 'De werkgever gaf in de afgelopen twaalf maanden geen cijfer; dat telt als tevreden.',
        evidenceIds: lastNps ? [lastNps.id] : [],
      },
    );
    if (isHolder)
      steps.push({
        rule: 'De kandidaat is al accounthouder.',
        requirement: 'R-048',
        holds: true,
        because: 'Overname is niet nodig: het account staat al op naam van de kandidaat.',
        evidenceIds: [current.id],
      });
  }

  const outcome = !current
    ? OwnershipOutcome.NO_HOLDER
    : isHolder
      ? OwnershipOutcome.KEEP
      : !recent
        ? OwnershipOutcome.TAKEOVER_ALLOWED
        : employerSatisfied
          ? OwnershipOutcome.KEEP
          : OwnershipOutcome.CONSENT_REQUIRED;
  const obligations: Record<OwnershipOutcome, string[]> = {
    KEEP: [],
    NO_HOLDER: [],
    CONSENT_REQUIRED: ['CONSENT_OF_HOLDER'],
    TAKEOVER_ALLOWED: ['NOTIFY_PREVIOUS_HOLDER'],
  };
  return {
    outcome,
    currentHolderId: current?.holderId ?? null,
    lastContactOn: counts?.on ?? null,
    lastContactById: counts?.byId ?? null,
    cutoffDate,
    employerSatisfied,
    steps,
    obligations: obligations[outcome],
  };
}
