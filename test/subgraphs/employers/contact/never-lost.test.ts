import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Data } from '../../alone.js';
import { contactGraph, DONALD, SUMMARY, type ContactGraph } from './contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph({ demo: true });
});
afterAll(() => graph.close());

/** Who may change all, and who only some. */
const PEOPLE = ['prof-04', 'prof-14', 'prof-04', 'prof-13'];
const person = fc.constantFrom(...PEOPLE);
const nth = fc.noBias(fc.nat(30));
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('register'),
      by: person,
      day: fc.integer({ min: 1, max: 7 }),
      type: fc.constantFrom(2, 3, 7),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('correct'),
      by: person,
      one: nth,
      stale: fc.constantFrom(false, false, false, true),
      type: fc.constantFrom(undefined, 3, 7),
      day: fc.constantFrom(undefined, 3, 8),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('merge'),
      by: person,
      one: nth,
      others: fc.array(nth, { minLength: 1, maxLength: 3 }),
      stale: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('answer'),
      by: fc.constant('prof-14'),
      one: nth,
      score: fc.integer({ min: 0, max: 10 }),
    }),
  },
) as fc.Arbitrary<Data>;

const onDay = (day: number | undefined) => (day ? `2026-03-${String(day).padStart(2, '0')}` : undefined);
let texts = 0;
const aText = () => `${SUMMARY} Tekst ${++texts}.`;

/** Does the actions in order and remembers every text that was taken in. */
async function act(actions: Data[]) {
  const ids: string[] = [];
  const taken: string[] = [];
  const scores: number[] = [];
  let merged = 0;
  const begin = [3, 3, 5, 6].map((day) => ({ do: 'register', by: 'prof-13', day, type: 3 }));
  for (const { do: what, by, one, others, day, type, stale, score } of [...begin, ...actions] as Data[]) {
    const as = { as: by };
    const summary = aText();
    if (what === 'register') {
      const { contactMoment } = await graph.register({ summary, occurredOn: onDay(day), typeNumber: type }, as);
      ids.push(contactMoment.id);
      taken.push(summary);
      continue;
    }
    if (!ids.length) continue;
    const id = ids[one % ids.length]!;
    const { version, npsSurvey } = await graph.moment(id);
    const expectedVersion = stale ? version - 1 : version;
    if (what === 'correct') {
      const reason = 'Verkeerd genoteerd.';
      const input = { id, expectedVersion, summary, reason, typeNumber: type ?? null, occurredOn: onDay(day) ?? null };
      if ((await graph.correct(input, as)).errors.length === 0) taken.push(summary);
    } else if (what === 'merge') {
      const mergeIds: string[] = [...new Set<string>(others.map((n: number) => ids[(one + 1 + n) % ids.length]!))];
      const { errors } = await graph.merge({ intoId: id, expectedVersion, mergeIds, summary }, as);
      if (errors.length) continue;
      merged += mergeIds.length;
      taken.push(summary);
    } else if (what === 'answer' && npsSurvey && (await graph.answer(npsSurvey.id, score, {}, as)).errors.length === 0)
      scores.push(score);
  }
  return { ids, taken, scores, merged };
}

test('R-083, R-080: no random history of registering, correcting, merging and answering loses a text or an answer', async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.array(action, { minLength: 8, maxLength: 20, size: 'max' })), async (actions) => {
      const { ids, taken, scores, merged } = await act(actions);
      const all = await Promise.all(ids.map((id) => graph.moment(id)));
      const visible = all.filter((moment) => moment.mergedInto === null);
      expect(visible).toHaveLength(ids.length - merged);
      const kept = visible.flatMap((moment) => moment.versions.map((v: Data) => v.summary));
      expect(kept.sort()).toEqual([...taken].sort());
      // The last text is the one that stands, and what was merged leads to one that is still there.
      for (const moment of visible) expect(moment.versions.at(-1).summary).toBe(moment.summary);
      for (const { mergedInto } of all) if (mergedInto) expect(visible.map((m) => m.id)).toContain(mergedInto.id);
      const surveys = await graph.query(
        'select contact_moment_id as of, score, withdrawn_at from employers.nps_survey where contact_moment_id = any($1)',
        [ids],
      );
      const answers = surveys.flatMap((row) => (row.score === null ? [] : [row.score as number]));
      expect(answers.sort()).toEqual([...scores].sort());
      const open = surveys.filter((row) => !row.withdrawn_at).map((row) => row.of);
      expect(new Set(open).size).toBe(open.length);
      changes += taken.length - ids.length;
    }),
    { numRuns: 12, seed: 20260310 },
  );
  // The histories did something: this is no test of refusals alone.
  expect(changes).toBeGreaterThan(24);
});

test('R-050: merging contact moments never changes who may take the account over', async () => {
  const decision = async (onDate: string) =>
    (
      await graph.data(
        `query ($id: ID!, $on: Date!) { employer(id: $id) { ownershipDecision(candidateId: "prof-01", regionId: "rijnmond", onDate: $on) { outcome lastContactOn lastContactBy { id } } } }`,
        { id: DONALD, on: onDate },
      )
    ).employer.ownershipDecision;
  const days = ['2026-03-01', '2026-03-05', '2026-03-10', '2026-09-08', '2026-09-09'];
  const made: Data[] = [];
  for (const [n, as] of ['prof-04', 'prof-01', 'prof-13', 'prof-04'].entries())
    made.push((await graph.register({ occurredOn: onDay(5 + n), summary: aText() }, { as })).contactMoment);
  const before = await Promise.all(days.map(decision));
  const [into, ...others] = made;
  const { errors } = await graph.merge(
    { intoId: into.id, expectedVersion: 1, mergeIds: others.map((m) => m.id), summary: aText() },
    { as: 'prof-04' },
  );
  expect(errors).toEqual([]);
  expect(await Promise.all(days.map(decision))).toEqual(before);
});
