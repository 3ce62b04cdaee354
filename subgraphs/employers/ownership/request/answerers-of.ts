import type { Account } from '../open-account.js';
import { personOf } from '../open-account.js';
import { whoAnswers } from './who-answers.js';

/** Who may answer a request of this candidate for an account: ids, never the candidate. */
export async function answerersOf(
  { holders, readers, regionId, today }: Pick<Account, 'holders' | 'readers' | 'regionId' | 'today'>,
  candidateId: string,
): Promise<string[]> {
  const people = (ids: string[]) => Promise.all(ids.map((id) => personOf(readers, id)));
  const led = await Promise.all(
    holders.map(async ({ isMain, holderId }) => {
      const holder = await personOf(readers, holderId);
      return { isMain, holder, deputies: await people(holder.deputyIds) };
    }),
  );
  const teamIds = new Set(
    [...led.map(({ holder }) => holder), await personOf(readers, candidateId)].flatMap((p) => p.teamId ?? []),
  );
  const teams = await Promise.all([...teamIds].map((id) => readers.teamById.load(id)));
  const standIns = [
    ...(await people(teams.flatMap((team) => team?.leadId ?? []))),
    ...(await readers.managersOfRegion.load(regionId)),
  ];
  return whoAnswers({ onDate: today, holders: led, standIns }).filter((id) => id !== candidateId);
}
