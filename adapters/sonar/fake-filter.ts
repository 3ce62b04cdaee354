import { vumFilter } from '../vum-filter.js';

/** Whether a profile answers to every criterion of the question but the distance. */
export const answersTo = vumFilter({
  bemiddelingsberoep: {
    operators: ['$elemMatch'],
    // The specification of the question still calls the field as it was called before.
    items: { 'beroep.codeBeroepsnaam': 'codeBeroepsnaam' },
  },
  contractvorm: { operators: ['$elemMatch'] },
  'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': { operators: ['$eq'] },
  'werktijden.indicatieKantoortijden': { operators: ['$eq'] },
  'werktijden.aantalWerkurenPerWeekMaximaal': { operators: ['$gte'] },
  'werktijden.aantalWerkurenPerWeekMinimaal': { operators: ['$lte'] },
  datumAanvangBeschikbaarVoorWerk: { path: 'flexibiliteit.datumAanvangBeschikbaarVoorWerk', operators: ['$lte'] },
  'arbeidsmarktkwalificatie.rijbewijs': { operators: ['$all'] },
  'arbeidsmarktkwalificatie.taalbeheersing': { operators: ['$all'] },
});
