import { PlanMark } from './account-plan-section.js';

const { SMILEY, POSITIVE, NEGATIVE } = PlanMark;
const checks = (...keys: string[]) => ({
  checks: Object.fromEntries(keys.map((key) => [key, { yes: true, note: null }])),
});
/** The whole form of the account plan, filled in for the carrier. */
export const carrierAnswers = {
  account: { value: 'Hoofdvestiging, met alle depots' },
  customer: checks('sustainableWork', 'developsPeople', 'worksTowardsWork'),
  number: { value: '1' },
  visionAndStrategy: { value: 'Groeien in regionale distributie, met eigen chauffeurs.', mark: SMILEY },
  objectivesAndAmbition: { value: 'Tien chauffeurs opleiden in twee jaar.', mark: POSITIVE },
  image: { value: 'Goede naam bij chauffeurs.', mark: POSITIVE },
  socialPicture: {
    value: 'Investeert in opleiding en past werk aan waar het kan.',
    mark: POSITIVE,
    ...checks('talents', 'diversity', 'adaptsJobs', 'invests'),
  },
  motivesToCooperate: { value: 'Tekort aan chauffeurs met C en CE.', mark: POSITIVE },
  partnerPicture: { value: 'Open en betrouwbaar.', mark: SMILEY, ...checks('reliable', 'equal', 'open') },
  placements: { mark: POSITIVE, note: 'Meer dan vorig jaar.' },
  targetGroups: { value: 'WW en WWB', mark: POSITIVE },
  sroi: { value: 'Geen', mark: NEGATIVE },
  extraServices: { value: 'Advies over de opleiding tot chauffeur.' },
  conclusions: { value: 'Een stevige relatie, met ruimte voor meer plaatsingen.', mark: SMILEY },
  turnover: { value: '48 miljoen euro', mark: POSITIVE },
  productsAndServices: { value: 'Transport en opslag' },
  fittingVacancies: { value: '6' },
  peopleWorkingIn: { value: '140 op de weg, 60 in het magazijn' },
  satisfaction: { value: 'Goed', mark: SMILEY },
  products: { value: 'Gekoeld en droog vervoer' },
  theme1: { value: 'De goede relatie benutten om vaker samen te werken.' },
  theme2: { value: 'Hogere tevredenheid door meer bezoeken en betere service.' },
};
