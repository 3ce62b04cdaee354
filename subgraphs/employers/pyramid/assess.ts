import { inDutch, numberInDutch } from '../../in-dutch.js';
import { CustomerTier } from '../dossier/employer.js';
import type { RuleStep } from '../ownership/decision/rule-step.js';
import { COUNTED_MONTHS, HALF_YEARS, type Activity } from './count-activity.js';
import { ObjectiveCriterionKind, type ObjectiveCriterion, type SoftCriterion } from './pyramid-assessment.js';
import type { PyramidSettings } from './pyramid-settings.js';

/** Points of one criterion. */
const MOST_POINTS = 3;
/** Records named as evidence of one criterion. */
const MOST_EVIDENCE = 100;

export const TIER_NAMES: Record<CustomerTier, string> = {
  GOLD: 'Goud',
  SILVER: 'Zilver',
  BRONZE: 'Brons',
  BASE: 'Basis',
};

export interface AssessmentFacts {
  onDate: string;
  politicallySensitive: boolean;
  reliable: boolean;
  sectorDevelopment: string | null;
  /** As the dossier shows it, with the source in Dutch; null when nobody knows. */
  headcount: { value: number; source: string } | null;
  activity: Activity;
  softFilter: SoftCriterion[];
  settings: PyramidSettings;
}

export interface Assessment {
  objective: ObjectiveCriterion[];
  partnershipScore: number;
  /** Null for an employer that the pre-selection excludes. */
  proposedTier: CustomerTier | null;
  /** What the tier would be were all that is not known the most it can be; the proposed one when all is known. */
  highestTier: CustomerTier | null;
  explanation: RuleStep[];
}

/** Points for a value: 0 below the first bound, 3 from the last on. */
export const pointsFor = (value: number, from: readonly number[]): number =>
  from.filter((bound) => value >= bound).length;

/** Stars for partnership: as many as there is a yes, at least 1 and at most 4 (R-120). */
export const partnershipScore = (softFilter: readonly { yes: boolean }[]): number =>
  Math.min(4, Math.max(1, softFilter.filter(({ yes }) => yes).length));

/** The tier that points (0-12) and stars (1-4) come to, by the region's bounds. */
export function tierFor(points: number, stars: number, s: PyramidSettings): CustomerTier {
  const total = points + stars;
  if (total >= s.goldFrom && stars >= s.goldPartnershipFrom) return CustomerTier.GOLD;
  if (total >= s.silverFrom) return CustomerTier.SILVER;
  return total >= s.bronzeFrom ? CustomerTier.BRONZE : CustomerTier.BASE;
}

function measure({ headcount, activity, settings }: AssessmentFacts): ObjectiveCriterion[] {
  const { since, vacancyIds, placementIds, halfYears } = activity;
  const lively = halfYears.filter(({ contacts, placements }) => contacts + placements > 0);
  const sum = (key: 'contacts' | 'placements') => halfYears.reduce((n, half) => n + half[key], 0);
  const from = `sinds ${inDutch(since)} (${COUNTED_MONTHS} maanden)`;
  const criterion = (
    kind: ObjectiveCriterionKind,
    value: number,
    bands: readonly number[],
    basis: string,
    evidenceIds: string[] = [],
    known = true,
  ): ObjectiveCriterion => ({
    kind,
    value,
    known,
    points: pointsFor(value, bands),
    basis,
    evidenceIds: evidenceIds.slice(0, MOST_EVIDENCE),
  });
  return [
    criterion(
      ObjectiveCriterionKind.COMPANY_SIZE,
      headcount?.value ?? 0,
      settings.companySizeFrom,
      headcount
        ? `${numberInDutch(headcount.value)} werkzame personen volgens ${headcount.source}.`
        : 'Het aantal werkzame personen is niet bekend.',
      [],
      headcount !== null,
    ),
    criterion(
      ObjectiveCriterionKind.VACANCIES,
      vacancyIds.length,
      settings.vacanciesFrom,
      `${vacancyIds.length} vacatures geopend ${from}.`,
      vacancyIds,
    ),
    criterion(
      ObjectiveCriterionKind.FULFILMENTS,
      placementIds.length,
      settings.fulfilmentsFrom,
      `${placementIds.length} plaatsingen ${from}.`,
      placementIds,
    ),
    criterion(
      ObjectiveCriterionKind.CONTINUITY,
      lively.length,
      settings.continuityFrom,
      `${lively.length} van de laatste ${HALF_YEARS} halve jaren met contact of plaatsing: ${sum('contacts')} contactmomenten en ${sum('placements')} plaatsingen sinds ${inDutch(halfYears.at(-1)!.from)}.`,
    ),
  ];
}

const NAMES: Record<ObjectiveCriterionKind, string> = {
  COMPANY_SIZE: 'Bedrijfsgrootte',
  VACANCIES: 'Vacatures',
  FULFILMENTS: 'Vervullingen',
  CONTINUITY: 'Continuïteit',
};

/** Assesses an employer in the three steps of the pyramid: pre-selection, objective criteria, soft filter (R-117 to R-120). */
export function assess(facts: AssessmentFacts): Assessment {
  const { reliable, politicallySensitive, sectorDevelopment, softFilter, settings } = facts;
  const objective = measure(facts);
  const stars = partnershipScore(softFilter);
  const yes = softFilter.filter((one) => one.yes).length;
  const points = objective.reduce((sum, one) => sum + one.points, 0);
  const total = points + stars;
  const proposedTier = reliable ? tierFor(points, stars, settings) : null;
  const unknown = objective.filter(({ known }) => !known);
  const highestTier = reliable ? tierFor(points + MOST_POINTS * unknown.length, stars, settings) : null;
  const step = (
    rule: string,
    requirement: string,
    holds: boolean,
    because: string,
    evidenceIds: string[] = [],
  ): RuleStep => ({
    rule,
    requirement,
    holds,
    because,
    evidenceIds,
  });
  const explanation = [
    step(
      'Met een werkgever die niet betrouwbaar is worden geen zaken gedaan.',
      'R-117',
      reliable,
      reliable ? 'De werkgever is betrouwbaar.' : 'De werkgever is niet betrouwbaar en daarom uitgesloten.',
    ),
    step(
      'Een politiek gevoelige klant wordt op maat belegd.',
      'R-117',
      !politicallySensitive,
      politicallySensitive
        ? 'De werkgever is politiek gevoelig: op maat beleggen.'
        : 'De werkgever is niet politiek gevoelig.',
    ),
    ...(sectorDevelopment ? [step('Ontwikkelingen in de sector zijn bekeken.', 'R-117', true, sectorDevelopment)] : []),
    ...objective.map(({ kind, points: scored, basis, evidenceIds }) =>
      step(
        `${NAMES[kind]}: 0 tot en met ${MOST_POINTS} punten.`,
        'R-118',
        scored > 0,
        `${scored} punten. ${basis}`,
        evidenceIds,
      ),
    ),
    step(
      'Partnerschap: zoveel sterren als er een ja is, minstens 1 en hoogstens 4.',
      'R-120',
      stars >= settings.goldPartnershipFrom,
      `${yes} keer ja van ${softFilter.length} elementen: ${stars} ${stars === 1 ? 'ster' : 'sterren'}.`,
    ),
    ...(proposedTier
      ? [
          step(
            `Goud vanaf ${settings.goldFrom} (met minstens ${settings.goldPartnershipFrom} sterren), Zilver vanaf ${settings.silverFrom}, Brons vanaf ${settings.bronzeFrom}, anders Basis.`,
            'R-116',
            true,
            `${points} punten en ${stars} ${stars === 1 ? 'ster' : 'sterren'} zijn samen ${total}: ${TIER_NAMES[proposedTier]}.`,
          ),
        ]
      : []),
    ...(unknown.length && proposedTier
      ? [
          step(
            'Wat niet bekend is, is geen nee.',
            'R-118',
            highestTier === proposedTier,
            `Niet bekend: ${unknown.map(({ kind }) => NAMES[kind].toLowerCase()).join(', ')}. ${
              highestTier === proposedTier
                ? `De laag blijft ${TIER_NAMES[proposedTier]}, wat het ook is.`
                : `Met de meeste punten daarvoor is de laag ${TIER_NAMES[highestTier!]}.`
            }`,
          ),
        ]
      : []),
  ];
  return { objective, partnershipScore: stars, proposedTier, highestTier, explanation };
}
