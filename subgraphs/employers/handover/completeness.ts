import { inDutch } from '../../in-dutch.js';

/** What a hand-over is judged by. */
export interface HandOverFacts {
  hasHolder: boolean;
  /** Somebody at the employer to call, with a telephone number or mail address. */
  hasWhomToCall: boolean;
  /** The last contact with a summary, `YYYY-MM-DD`. */
  lastContactOn: string | null;
  /** From this day on a contact is recent. */
  recentSince: string;
  /** Open threads: with who looks after it, and until when. */
  threads: { title: string; hasOwner: boolean; dueOn: string | null; isPlan: boolean }[];
  runningPlan: boolean;
  unevaluated: string[];
  hasDmu: boolean;
  hasDecisionProcess: boolean;
  hasNps: boolean;
}

export interface HandOverPart {
  key: string;
  labelNl: string;
  weight: number;
  present: boolean;
  because: string;
}

export interface Completeness {
  /** 0 to 100. */
  score: number;
  parts: HandOverPart[];
}

const listed = (titles: string[]): string => titles.map((title) => `‘${title}’`).join(', ');

/**
 * Could any colleague take this account over seamlessly? Each part answers one question that the colleague
 * would ask on the first day; the weights are ours: whom to call and what was promised weigh most.
 */
export function completenessOf(facts: HandOverFacts): Completeness {
  const part = (
    key: string,
    labelNl: string,
    weight: number,
    present: boolean,
    yes: string,
    no: string,
  ): HandOverPart => ({
    key,
    labelNl,
    weight,
    present,
    because: present ? yes : no,
  });
  const loose = facts.threads.filter((one) => !one.hasOwner || (!one.dueOn && !one.isPlan)).map(({ title }) => title);
  const recent = facts.lastContactOn !== null && facts.lastContactOn >= facts.recentSince;
  const lastContact = facts.lastContactOn && inDutch(facts.lastContactOn);
  const parts = [
    part(
      'holder',
      'Wie is de accounthouder?',
      15,
      facts.hasHolder,
      'Er is een hoofd-accounthouder.',
      'Er is geen hoofd-accounthouder om bij na te vragen.',
    ),
    part(
      'whomToCall',
      'Wie bel ik bij de werkgever?',
      20,
      facts.hasWhomToCall,
      'Er is een contactpersoon met telefoon of e-mail.',
      'Er is geen contactpersoon met telefoon of e-mail.',
    ),
    part(
      'lastContact',
      'Wat is er laatst besproken?',
      15,
      recent,
      `Het laatste contact was op ${lastContact}, met een samenvatting.`,
      lastContact
        ? `Het laatste contact was op ${lastContact}: te lang geleden om op voort te bouwen.`
        : 'Er is nog geen contact vastgelegd.',
    ),
    part(
      'promises',
      'Wat is er toegezegd, door wie en wanneer?',
      15,
      loose.length === 0,
      'Alles wat loopt heeft een eigenaar en een dag.',
      `Zonder eigenaar of dag: ${listed(loose)}.`,
    ),
    part(
      'plan',
      'Welk plan loopt er?',
      10,
      facts.runningPlan,
      'Er loopt een accountplan.',
      'Er loopt geen accountplan.',
    ),
    part(
      'agreements',
      'Welke werkafspraken gelden er?',
      5,
      facts.unevaluated.length === 0,
      'Geen afgelopen werkafspraak wacht op evaluatie.',
      `Afgelopen en niet geëvalueerd: ${listed(facts.unevaluated)}.`,
    ),
    part(
      'dmu',
      'Wie beslist er bij de werkgever?',
      10,
      facts.hasDmu,
      'De DMU is bekend.',
      'Geen contactpersoon heeft een rol in de DMU.',
    ),
    part(
      'decisionProcess',
      'Hoe wordt daar besloten?',
      5,
      facts.hasDecisionProcess,
      'Het besluitvormingsproces is beschreven.',
      'Het besluitvormingsproces is niet beschreven.',
    ),
    part(
      'nps',
      'Is de werkgever tevreden?',
      5,
      facts.hasNps,
      'De werkgever heeft een NPS-vraag beantwoord.',
      'De werkgever heeft nog geen NPS-vraag beantwoord.',
    ),
  ];
  const weight = (some: HandOverPart[]): number => some.reduce((sum, one) => sum + one.weight, 0);
  return { score: Math.round((100 * weight(parts.filter(({ present }) => present))) / weight(parts)), parts };
}
