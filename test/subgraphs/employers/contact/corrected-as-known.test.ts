import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { movableClock } from '../ownership/movable-clock.js';
import { contactGraph, DONALD, type ContactGraph } from './contact-graph.js';

const clock = movableClock('2026-03-10');
let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph({ clock });
});
afterAll(() => graph.close());

const decision = async (knownAt: Date | null) =>
  (
    await graph.data(
      `query ($id: ID!, $knownAt: DateTime) { employer(id: $id) {
         ownershipDecision(candidateId: "prof-01", regionId: "rijnmond", onDate: "2026-03-10", knownAt: $knownAt) { outcome lastContactOn } } }`,
      { id: DONALD, knownAt: knownAt?.toISOString() ?? null },
    )
  ).employer.ownershipDecision;

test('R-083, R-048: a correction changes what is decided now, and not what was decided as it was known', async () => {
  const { contactMoment } = await graph.register({ occurredOn: '2026-03-10' }, { as: 'prof-04' });
  const registered = clock.now();
  expect(await decision(registered)).toMatchObject({ lastContactOn: '2026-03-10' });
  clock.goTo('2026-03-20');
  const { errors } = await graph.correct(
    { id: contactMoment.id, expectedVersion: 1, occurredOn: '2026-03-12', reason: 'Het was twee dagen later.' },
    { as: 'prof-04' },
  );
  expect(errors).toEqual([]);
  // The contact now lies after the day of the decision: what was there before it counts.
  const now = await decision(null);
  expect(now.lastContactOn < '2026-03-10').toBe(true);
  expect(await decision(clock.now())).toEqual(now);
  expect(await decision(registered)).toMatchObject({ lastContactOn: '2026-03-10' });
});
