import { vumFilter } from '../vum-filter.js';
import { vumNearest } from '../vum-nearest.js';
import type { FactVacature, PlaceFact } from './facts.js';
import type { Vraag } from './fake-question.js';

/** Each field that VUM lets one ask of a vacancy. */
const answersTo = vumFilter({
  'beroep.codeBeroepsnaam': { operators: ['$eq'] },
  codeWerkEnDenkniveauMinimaal: { operators: ['$eq', '$gte', '$lt'] },
  datumAanvangWerkzaamheden: { path: 'arbeidsVoorwaarden.datumAanvangWerkzaamheden', operators: ['$gte'] },
  'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': { operators: ['$eq'] },
  rijbewijs: { operators: ['$all'] },
  taalbeheersing: { operators: ['$all'] },
  'werktijden.aantalWerkurenPerWeekMaximaal': { operators: ['$gte'] },
  'werktijden.aantalWerkurenPerWeekMinimaal': { operators: ['$lte'] },
});

/** VUM's standard maximum for one question. */
const MOST_MATCHES = 100;

/** The vacancies that fit the question, nearest first, at most 100; `more` when there are others. */
export const select = (
  vacancies: Iterable<FactVacature>,
  vraag: Vraag,
  places: ReadonlyMap<string, PlaceFact>,
): { found: FactVacature[]; more: boolean } =>
  vumNearest(vacancies, {
    selectiegebied: vraag.selectiegebied,
    places,
    postcodeOf: ({ adres }) => adres.postcode,
    answers: (vacature) => answersTo(vacature, vraag),
    most: MOST_MATCHES,
  });
