import type { PlaceFact, ProfileFact, Werkzoekende } from './facts.js';
import { kilometres } from './fake-distance.js';
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

/**
 * Profiles that answer to the question and whose postcode area lies no further from the asked one than `afstand`, nearest
 * first. VUM's own order means nothing; by distance is what its acceptance suite needs when more than `most` answer.
 */
export function search(
  profiles: Iterable<ProfileFact>,
  places: ReadonlyMap<string, PlaceFact>,
  question: VraagObject,
  most: number,
): FoundMatches {
  const { postcode, afstand } = question.selectiegebied;
  const from = places.get(postcode.slice(0, 4));
  if (!from) return { more: false, matches: [] };
  const near: { km: number; werkzoekende: Werkzoekende }[] = [];
  for (const { werkzoekende } of profiles) {
    const to = places.get(werkzoekende.mobiliteit?.bemiddelingspostcode.slice(0, 4) ?? '');
    if (!to) continue;
    const km = kilometres(from, to);
    if (km <= afstand && answersTo(werkzoekende, question)) near.push({ km, werkzoekende });
  }
  near.sort((a, b) => a.km - b.km);
  const matches = near.slice(0, most).map(({ werkzoekende }) => ({
    vumID: werkzoekende.idWerkzoekende,
    ...Object.fromEntries(Object.entries(werkzoekende).filter(([name]) => SHOWN.includes(name))),
  }));
  return { more: near.length > most, matches };
}
