import { describe, expect, test } from '@jest/globals';
import { quickest } from '../../../quickest.js';
import { promiseNotices, promisesIn } from '../../../../subgraphs/employers/contact/check/promised.js';

/** A Tuesday. */
const SAID_ON = '2026-03-10';

describe('R-088: a promise with a term in a report', () => {
  test.each([
    ['Aangegeven dat we binnen een week contact opnemen met haar over kandidaten.', 'binnen een week', '2026-03-17'],
    ['Toegezegd: binnen een week bericht over mogelijke kandidaten.', 'binnen een week', '2026-03-17'],
    ['Wij bellen binnen twee weken terug.', 'binnen twee weken', '2026-03-24'],
    ['Beloofd om binnen 3 dagen een voorstel te sturen.', 'binnen 3 dagen', '2026-03-13'],
    ['We sturen binnen drie werkdagen een opzet.', 'binnen drie werkdagen', '2026-03-13'],
    ['We sturen binnen 4 werkdagen een opzet.', 'binnen 4 werkdagen', '2026-03-16'],
    ['Ik kom daar volgende week op terug.', 'volgende week', '2026-03-20'],
    ['Deze week laten we het weten.', 'Deze week', '2026-03-13'],
    ['Afgesproken dat ik morgen bel.', 'morgen', '2026-03-11'],
    ['Overmorgen stuur ik het concept.', 'Overmorgen', '2026-03-12'],
    ['Ik bel vandaag nog met de planner.', 'vandaag nog', '2026-03-10'],
    ['De werkgever krijgt, zo is toegezegd, binnen een maand het plan.', 'binnen een maand', '2026-04-10'],
    ['Toegezegd is bericht binnen één week.', 'binnen één week', '2026-03-17'],
  ])('%s', (summary, words, dueOn) => {
    expect(promisesIn(summary, SAID_ON)).toEqual([{ words, dueOn }]);
  });

  test.each([
    'De kandidaat kan binnen een week starten.',
    'Het bedrijf groeit en zoekt binnen twee maanden nieuwe mensen.',
    'Volgende week is de planner op vakantie.',
    'Besproken welke ritten er bijkomen en wie daarvoor in beeld is.',
    'We bellen nog over de voortgang.',
    'Morgenochtend begint de kandidaat.',
    'Toegezegd is mee te denken. Binnen een week komt er een nieuwe machine.',
  ])('is not read where nobody of ours bound themselves to a term: %s', (summary) => {
    expect(promisesIn(summary, SAID_ON)).toEqual([]);
  });

  test.each([
    ['2026-01-31', 'Wij komen binnen een maand met een plan.', '2026-02-28'],
    ['2024-01-31', 'Wij komen binnen een maand met een plan.', '2024-02-29'],
    ['2026-03-13', 'We sturen binnen 1 werkdag een opzet.', '2026-03-16'],
    ['2026-03-14', 'We sturen binnen 1 werkdag een opzet.', '2026-03-16'],
    ['2026-03-13', 'Ik bel deze week.', '2026-03-13'],
    ['2026-03-15', 'Ik bel deze week.', '2026-03-15'],
    ['2026-03-15', 'Ik bel volgende week.', '2026-03-20'],
    ['2026-12-31', 'Ik bel volgende week.', '2027-01-08'],
    ['2026-03-27', 'Ik bel binnen 3 dagen.', '2026-03-30'],
  ])('said on %s, "%s", is due on %s', (saidOn, summary, dueOn) => {
    expect(promisesIn(summary, saidOn).map((p) => p.dueOn)).toEqual([dueOn]);
  });

  test('is told once for one day, and each of two days', () => {
    expect(promisesIn('Ik bel binnen een week. Wij mailen binnen 7 dagen. Ik stuur morgen de opzet.', SAID_ON)).toEqual(
      [
        { words: 'binnen een week', dueOn: '2026-03-17' },
        { words: 'morgen', dueOn: '2026-03-11' },
      ],
    );
  });

  test.each([
    [[], 1],
    [[null, undefined], 1],
    [['2026-03-18'], 1],
    [['2026-03-17'], 0],
    [['2026-04-01', '2026-03-11'], 0],
  ])('is kept by an action due on its last day or before: with %j there are %d notices', (planned, count) => {
    const notices = promiseNotices([{ words: 'binnen een week', dueOn: '2026-03-17' }], planned);
    expect(notices).toHaveLength(count);
    for (const notice of notices)
      expect(notice).toMatchObject({
        code: 'PROMISE_WITHOUT_FOLLOW_UP',
        requirement: 'R-088',
        message: expect.stringMatching(/"binnen een week".*17 maart 2026/),
      });
  });

  test.each(['binnen een week ', 'we ', 'koppel ', 'kom ', 'toegezegd binnen '])(
    'is looked for at once in twenty thousand characters of %j',
    async (piece) => {
      const look = async () => promisesIn(piece.repeat(20_000 / piece.length), SAID_ON);
      expect(await quickest(2_000, look)).toBeLessThan(2_000);
    },
  );
});
