import { AccountPlanSectionKind } from './account-plan-section.js';

/**
 * The rows of the account plan's form. Where the two copies of the form in the source differ,
 * the choice of R-110: "SROI" and not "SRDI", "plaatsingen" and not "plaatsen", and two rows where one copy has merged
 * "aantal passende vacatures" with "aantal mensen werkzaam in".
 */
export const accountPlanForm: {
  kind: AccountPlanSectionKind;
  rows: readonly (readonly [key: string, labelNl: string])[];
}[] = [
  {
    kind: AccountPlanSectionKind.GENERAL,
    rows: [
      ['account', 'Account'],
      ['customerType', 'Type klant'],
      ['companyName', 'Naam bedrijf'],
      ['customer', 'Klant'],
      ['place', 'Plaats'],
      ['contactPersons', 'Contactpersonen'],
      ['number', 'Nr.'],
      ['wbsNumber', 'WBS'],
      ['kvkNumber', 'KvK'],
      ['sector', 'Sector'],
    ],
  },
  {
    kind: AccountPlanSectionKind.ACCOUNT_PICTURE,
    rows: [
      ['visionAndStrategy', 'Visie en Strategie'],
      ['objectivesAndAmbition', 'Doelstellingen en ambitie'],
      ['image', 'Imago'],
      ['socialPicture', 'Sociaal beeld'],
      ['motivesToCooperate', 'Motieven om samen te werken'],
      ['partnerPicture', 'Partner beeld'],
    ],
  },
  {
    kind: AccountPlanSectionKind.RELATION_WITH_WSP,
    rows: [
      ['placements', 'Aantal plaatsingen'],
      ['targetGroups', 'Doelgroepen'],
      ['sroi', 'SROI verplichting'],
      ['lwa', 'LWA'],
      ['nps', 'NPS score of tevredenheid'],
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
