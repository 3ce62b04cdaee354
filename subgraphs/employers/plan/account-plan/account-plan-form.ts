import { AccountPlanSectionKind } from './account-plan-section.js';

/** Keys and labels, in the order of the form. */
export type Labels = readonly (readonly [key: string, labelNl: string])[];

export interface RowManners {
  /** Questions under the row, each answered with yes or no. */
  checklist?: Labels;
  /** The row is counted or registered elsewhere, so that nobody may type another value over it. */
  neverTyped?: true;
}

export type FormRow = readonly [key: string, labelNl: string, manners?: RowManners];

/** When somebody is a customer, by what is done there. */
const customer: Labels = [
  ['sustainableWork', 'Biedt duurzaam betaald werk, minstens zes maanden'],
  ['developsPeople', 'Ontwikkelt mensen op stage-, leerwerk- of werkervaringsplaatsen'],
  ['worksTowardsWork', 'Organiseert oplossingen van werk, school of uitkering naar werk'],
];

/** What makes a social heart. */
const social: Labels = [
  ['talents', 'Kijkt naar talent: wat iemand wel kan'],
  ['diversity', 'Ziet de waarde van een divers en inclusief personeelsbestand'],
  ['adaptsJobs', 'Geeft mensen aandacht en past functies op hen aan'],
  ['invests', 'Investeert in opleiding, training en coaching'],
];

/** What makes a partner. */
const partner: Labels = [
  ['reliable', 'De relatie is stabiel en betrouwbaar'],
  ['equal', 'Er wordt op gelijke voet samengewerkt'],
  ['open', 'Over samenwerking en dienstverlening wordt open gesproken'],
];

/**
 * The rows of the account plan's form. Where the two copies of the form in the source differ,
 * the choice of R-110: "SROI" and not "SRDI", "plaatsingen" and not "plaatsen", and two rows where one copy has merged
 * "aantal passende vacatures" with "aantal mensen werkzaam in".
 */
export const accountPlanForm: { kind: AccountPlanSectionKind; rows: readonly FormRow[] }[] = [
  {
    kind: AccountPlanSectionKind.GENERAL,
    rows: [
      ['account', 'Account'],
      ['customerType', 'Type klant', { neverTyped: true }],
      ['companyName', 'Naam bedrijf', { neverTyped: true }],
      ['customer', 'Klant', { checklist: customer }],
      ['place', 'Plaats'],
      ['contactPersons', 'Contactpersonen', { neverTyped: true }],
      ['number', 'Nr.'],
      ['wbsNumber', 'WBS', { neverTyped: true }],
      ['kvkNumber', 'KvK', { neverTyped: true }],
      ['sector', 'Sector'],
    ],
  },
  {
    kind: AccountPlanSectionKind.ACCOUNT_PICTURE,
    rows: [
      ['visionAndStrategy', 'Visie en Strategie'],
      ['objectivesAndAmbition', 'Doelstellingen en ambitie'],
      ['image', 'Imago'],
      ['socialPicture', 'Sociaal beeld', { checklist: social }],
      ['motivesToCooperate', 'Motieven om samen te werken'],
      ['partnerPicture', 'Partner beeld', { checklist: partner }],
    ],
  },
  {
    kind: AccountPlanSectionKind.RELATION_WITH_WSP,
    rows: [
      ['placements', 'Aantal plaatsingen', { neverTyped: true }],
      ['targetGroups', 'Doelgroepen'],
      ['sroi', 'SROI verplichting'],
      ['lwa', 'LWA'],
      ['nps', 'NPS score of tevredenheid', { neverTyped: true }],
      ['extraServices', 'Extra diensten'],
      ['conclusions', 'Conclusies en algemeen beeld'],
    ],
  },
  {
    kind: AccountPlanSectionKind.EMPLOYER_CHARACTERISTICS,
    rows: [
      ['turnover', 'Omzet'],
      ['companySize', 'Bedrijfsomvang'],
      ['productsAndServices', 'Producten en diensten'],
      ['fittingVacancies', 'Aantal passende vacatures'],
      ['peopleWorkingIn', 'Aantal mensen werkzaam in'],
      ['satisfaction', 'Tevredenheid'],
      ['products', 'Producten'],
    ],
  },
  {
    kind: AccountPlanSectionKind.THEMES,
    rows: [
      ['theme1', 'Thema 1'],
      ['theme2', 'Thema 2'],
    ],
  },
];

/** The two themes that the source gives as examples: the goals of a first plan that names none. */
export const exampleThemes: readonly string[] = [
  'De goede relatie en prestaties benutten om meer samen te werken',
  'De tevredenheid verhogen met betere service en meer bezoeken',
];

/** The row with this key, and the section it stands in. */
export const rowOf = (key: string): { kind: AccountPlanSectionKind; row: FormRow } | null => {
  for (const { kind, rows } of accountPlanForm) {
    const row = rows.find(([one]) => one === key);
    if (row) return { kind, row };
  }
  return null;
};
