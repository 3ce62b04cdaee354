import { SourceSystem } from '../../../provenance.js';
import type { ContactPerson } from '../../dossier/contact-person.js';
import type { CustomerTier, Employer, EmployerKind } from '../../dossier/employer.js';
import type { Registers } from '../../dossier/registers/registers.js';
import { settle, type Settled } from '../../dossier/registers/settle.js';
import { npsGroup, NpsGroup, type NpsSurvey } from '../../contact/satisfaction/nps-survey.js';
import { WorkAgreementKind, type WorkAgreement } from '../../work/agreement/work-agreement.js';
import type { SocialReturnObligation } from '../../pyramid/obligations/obligations.js';
import { inDutch } from '../../../in-dutch.js';
import { Temporal } from 'temporal-polyfill';

/** What the graph knows of the employer of a plan. */
export interface PlanFacts {
  employer: Employer;
  people: Pick<ContactPerson, 'name'>[];
  registers: Pick<Registers, 'told' | 'choices'>;
  surveys: Pick<NpsSurvey, 'score' | 'respondedOn' | 'withdrawnAt'>[];
  agreements: Pick<WorkAgreement, 'kind' | 'title' | 'validFrom' | 'validUntil' | 'registeredAt'>[];
  obligations: Pick<SocialReturnObligation, 'client' | 'amount' | 'fulfilled' | 'dueOn'>[];
  /** Placements by year; a year without any may be left out. */
  placements: { year: number; count: number }[];
  today: string;
}

/** What the graph says of a row, with where it has it from. */
export interface KnownRow {
  value: string;
  source: SourceSystem;
  asOf: Date | null;
}

const TIER: Record<CustomerTier, string> = { GOLD: 'Goud', SILVER: 'Zilver', BRONZE: 'Brons', BASE: 'Basis' };
const KIND: Record<EmployerKind, string> = { DIRECT_EMPLOYER: 'Werkgever', INTERMEDIARY: 'Intermediair' };

/** Years that the form asks placements of, the current one last. */
const YEARS = 3;
/** How long an answer of the employer counts, in months. */
const NPS_MONTHS = 12;

const placementsInWords = ({ placements, today }: PlanFacts): string => {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: YEARS }, (_, n) => last - YEARS + 1 + n)
    .map((year) => `${year}: ${placements.find((one) => one.year === year)?.count ?? 0}`)
    .join(', ');
};

/** The Net Promoter Score over the last twelve months, rounded half up; null without answers. */
function npsInWords({ surveys, today }: PlanFacts): string | null {
  const since = Temporal.PlainDate.from(today).subtract({ months: NPS_MONTHS }).toString();
  const scores = surveys.flatMap(({ score, respondedOn, withdrawnAt }) =>
    typeof score === 'number' && !withdrawnAt && respondedOn && respondedOn >= since && respondedOn <= today
      ? [npsGroup(score)]
      : [],
  );
  if (scores.length === 0) return null;
  const of = (group: NpsGroup): number => scores.filter((one) => one === group).length;
  const nps = Math.floor((100 * (of(NpsGroup.PROMOTER) - of(NpsGroup.DETRACTOR))) / scores.length + 0.5);
  return `NPS ${nps} (${scores.length} ${scores.length === 1 ? 'antwoord' : 'antwoorden'} in ${NPS_MONTHS} maanden)`;
}

const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const inEuro = (amount: number): string => euro.format(amount).replaceAll('\u00a0', ' ');

/** What clients ask in social return, as far as it is not met or its last day is to come: `Gemeente: € 5.000,00, waarvan € 100,00 ingevuld, uiterlijk 1 mei 2026`. */
const obligationsInWords = ({ obligations, today }: PlanFacts): string[] =>
  obligations
    .filter(({ amount, fulfilled, dueOn }) => amount == null || fulfilled < amount || (dueOn && dueOn >= today))
    .map(({ client, amount, fulfilled, dueOn }) =>
      [
        `${client}: ${amount == null ? 'bedrag onbekend' : inEuro(amount)}`,
        `waarvan ${inEuro(fulfilled)} ingevuld`,
        ...(dueOn ? [`uiterlijk ${inDutch(dueOn)}`] : []),
      ].join(', '),
    );

const runsOn = (day: string, { validFrom, validUntil }: PlanFacts['agreements'][number]): boolean =>
  validFrom <= day && (!validUntil || validUntil >= day);

/** What the graph itself knows of rows of the form, so that nobody types it again. */
export function planFacts(facts: PlanFacts): Record<string, KnownRow> {
  const { employer, people, registers, agreements, today } = facts;
  const own = (value: string | null | undefined, source = SourceSystem.WBS): KnownRow | null =>
    value ? { value, source, asOf: null } : null;
  const fed = <T>(settled: Settled<T> | null, inWords: (value: T) => string | null | undefined): KnownRow | null => {
    const value = settled && inWords(settled.value);
    return value ? { value, source: settled.source, asOf: settled.retrievedAt } : null;
  };
  const told = <F extends 'headcount' | 'activities' | 'visitingAddress'>(field: F) =>
    settle(employer, registers.told, field, registers.choices);
  const socialReturn = agreements.filter((one) => one.kind === WorkAgreementKind.SOCIAL_RETURN && runsOn(today, one));
  const rows: Record<string, KnownRow | null> = {
    customerType: own(employer.tier && TIER[employer.tier]),
    companyName: own(employer.name),
    customer: own(KIND[employer.kind]),
    place: fed(told('visitingAddress'), ({ city }) => city),
    contactPersons: own(people.map(({ name }) => name).join(', ')),
    wbsNumber: own(employer.wbsNumber),
    kvkNumber: own(employer.kvkNumber),
    sector: own(employer.sector),
    placements: own(placementsInWords(facts)),
    sroi: own([...obligationsInWords(facts), ...socialReturn.map(({ title }) => title)].join('; ')),
    lwa: own(employer.lwa.join(', ')),
    nps: own(npsInWords(facts), SourceSystem.NPS_SURVEY),
    companySize: fed(told('headcount'), (count) => `${count} medewerkers`),
    productsAndServices: fed(told('activities'), (all) => (all.find(({ main }) => main) ?? all[0])?.description),
  };
  return Object.fromEntries(Object.entries(rows).filter((entry): entry is [string, KnownRow] => entry[1] !== null));
}
