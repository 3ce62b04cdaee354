import { isPresent, type Reachable } from '../approach/approach.js';

export interface WhoAnswersFacts {
  onDate: string;
  /** Holderships in force in the region, main holders first, with the deputies of each holder. */
  holders: { isMain: boolean; holder: Reachable; deputies: Reachable[] }[];
  /** The lead of the team concerned and the managers of the region, for when no holder can be asked. */
  standIns: Reachable[];
}

/**
 * Who answers a request for an account, as ids: the main holder, or else the holders; for who is absent the deputies
 * too; when nobody of them is there, the team's lead and the managers of the region.
 */
export function whoAnswers({ onDate, holders, standIns }: WhoAnswersFacts): string[] {
  const mains = holders.filter((h) => h.isMain);
  const leading = mains.length ? mains : holders;
  const absent = leading.filter(({ holder }) => !isPresent(holder, onDate));
  const asked = [
    ...leading.map(({ holder }) => holder).filter((holder) => holder.active),
    ...absent.flatMap(({ deputies }) => deputies.filter((deputy) => isPresent(deputy, onDate))),
  ];
  const somebodyThere = asked.some((person) => isPresent(person, onDate));
  const all = somebodyThere ? asked : [...asked, ...standIns.filter((person) => person.active)];
  return [...new Set(all.map(({ id }) => id))];
}
