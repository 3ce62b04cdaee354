import 'reflect-metadata';
import DataLoader from 'dataloader';
import { expect, test } from '@jest/globals';
import { vacantPortfolio } from '../../../../subgraphs/employers/ownership/approach/vacant-portfolio.js';

interface Person {
  id: string;
  active: boolean;
  unavailableUntil?: string;
}
const person = (id: string, changed: Partial<Person> = {}): Person => ({ id, active: true, ...changed });
const by = <T>(found: (id: string) => T) => new DataLoader<string, T>((ids) => Promise.resolve(ids.map(found)));

/** Who stands in on 10 March 2026 for a portfolio in a region with a client team, one team and one manager. */
async function standIns(people: Person[], holderId: string | null = null): Promise<string[] | null> {
  const portfolio = { id: 'p', name: 'Bouw', regionId: 'rijnmond', organisationId: 'uwv', holderId };
  const found = await vacantPortfolio(
    {
      portfolioById: by(() => portfolio),
      clientTeamOfPortfolio: by(() => [{ leadId: 'lead' }]),
      teamsOfRegion: by(() => [
        { organisationId: 'uwv', leadId: 'team lead' },
        { organisationId: 'other', leadId: 'lead of elsewhere' },
      ]),
      professionalById: by((id) => people.find((one) => one.id === id) ?? null),
      managersOfRegion: by(() => [person('manager')]),
    } as unknown as Parameters<typeof vacantPortfolio>[0],
    'p',
    '2026-03-10',
  );
  return found && found.standIns.map(({ id }) => id);
}

const away = { unavailableUntil: '2026-03-10' };
const left = { active: false };
const elsewhere = person('lead of elsewhere');
test.each<[string, Person[], string[]]>([
  ['the lead of its client team', [person('lead'), person('team lead')], ['lead']],
  ['the lead who is back', [person('lead', { unavailableUntil: '2026-03-09' }), person('team lead')], ['lead']],
  ['the lead of a team while that lead is away', [person('lead', away), person('team lead'), elsewhere], ['team lead']],
  ['management when neither is there', [person('lead', left), person('team lead', away), elsewhere], ['manager']],
])('R-125: for a vacant portfolio stands in %s', async (_, people, expected) => {
  expect(await standIns(people)).toEqual(expected);
});

test('R-125: a portfolio whose holder left is vacant, and one whose holder is away is not', async () => {
  expect(await standIns([person('holder', left), person('lead')], 'holder')).toEqual(['lead']);
  expect(await standIns([person('holder', away), person('lead')], 'holder')).toBeNull();
});
