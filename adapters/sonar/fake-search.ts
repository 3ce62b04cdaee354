import { vumNearest } from '../vum-nearest.js';
import type { PlaceFact, ProfileFact } from './facts.js';
import { answersTo } from './fake-filter.js';
import type { VraagObject } from './fake-question.js';

/** The fields of a profile that a match may show: no name, no way to reach, no needs, no register. */
const SHOWN = [
  'arbeidsmarktkwalificatie',
  'bemiddelingsberoep',
  'contractvorm',
  'flexibiliteit',
  'indicatieBeschikbaarheidContactgegevens',
  'mobiliteit',
  'sector',
  'vervoermiddel',
  'werktijden',
];

export interface FoundMatches {
  /** More answer to the question than are given. */
  more: boolean;
  matches: ({ vumID: string } & Record<string, unknown>)[];
}

/** Profiles that answer to the question and whose postcode area lies no further from the asked one than `afstand`. */
export function search(
  profiles: Iterable<ProfileFact>,
  places: ReadonlyMap<string, PlaceFact>,
  question: VraagObject,
  most: number,
): FoundMatches {
  const { found, more } = vumNearest(profiles, {
    selectiegebied: question.selectiegebied,
    places,
    postcodeOf: ({ werkzoekende }) => werkzoekende.mobiliteit?.bemiddelingspostcode,
    answers: ({ werkzoekende }) => answersTo(werkzoekende, question),
    most,
  });
  const matches = found.map(({ werkzoekende }) => ({
    vumID: werkzoekende.idWerkzoekende,
    ...Object.fromEntries(Object.entries(werkzoekende).filter(([name]) => SHOWN.includes(name))),
  }));
  return { more, matches };
}
