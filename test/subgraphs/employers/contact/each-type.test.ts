import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Data } from '../../alone.js';
import { contactGraph, type ContactGraph } from './contact-graph.js';

let graph: ContactGraph;
beforeAll(async () => {
  graph = await contactGraph();
});
afterAll(() => graph.close());

const registered = async (typeNumber: number, subject: string, as: string) => {
  const { contactMoment, notices, errors } = await graph.register({ typeNumber, subject }, { as });
  return {
    stored: contactMoment && (await graph.moment(contactMoment.id)),
    notices: notices.map(({ code, requirement }: Data) => [code, requirement]),
    errors: errors.map(({ code, requirement }: Data) => [code, requirement]),
  };
};

test.each<[string, number, string, string, 'asked' | 'not asked']>([
  ['R-066', 2, 'Opleidingstraject chauffeurs', 'accountmanager', 'asked'],
  ['R-067', 3, 'Advies over een andere zoekmethode', 'accountmanager', 'asked'],
  ['R-069', 5, 'Conceptadvies functiecreatie', 'prof-17', 'asked'],
  ['R-070', 6, 'Definitief advies functiecreatie', 'prof-17', 'asked'],
  ['R-071', 7, 'Onderzoek naar de loonwaarde', 'accountmanager', 'not asked'],
  ['R-074', 10, 'Social return in het bestek', 'municipal', 'not asked'],
  ['R-075', 11, 'Groenonderhoud als werkopdracht', 'municipal', 'not asked'],
])('%s: type %d (%s) is stored for %s without a word, and satisfaction is %s', async (_, type, subject, as, survey) => {
  const { stored, notices, errors } = await registered(type, subject, as);
  expect([errors, notices]).toEqual([[], []]);
  expect(stored).toMatchObject({ subject, type: { number: type } });
  expect(stored.npsSurvey).toEqual(
    survey === 'asked' ? expect.objectContaining({ score: null, note: null, withdrawnAt: null }) : null,
  );
});

test('R-073: type 9 asks for satisfaction, with the note that the source does not explain its asterisk', async () => {
  const { stored, errors } = await registered(9, 'Werven in Polen', 'accountmanager');
  expect(errors).toEqual([]);
  expect(stored.npsSurvey.note).toContain('sterretje');
});

test.each([
  ['R-069', 5],
  ['R-070', 6],
])('%s: type %d by an account manager is stored with a warning', async (code, type) => {
  const { stored, notices } = await registered(
    type,
    type === 5 ? 'Concept over roosters' : 'Wat het advies werd',
    'accountmanager',
  );
  expect(stored).not.toBeNull();
  expect(notices).toEqual([['REGISTERED_BY_OWN_ROLE', code]]);
});

test.each([
  ['R-074', 10],
  ['R-075', 11],
])('%s: type %d by somebody of UWV is refused', async (code, type) => {
  const before = await graph.written();
  const { stored, errors } = await registered(type, `Overeenkomst van type ${type}`, 'accountmanager');
  expect([stored, errors]).toEqual([null, [['TYPE_NOT_FOR_ORGANISATION', code]]]);
  expect(await graph.written()).toEqual(before);
});

test('R-076: the list tells eleven types: five new and six existing, five with NPS, one with a note, five without', async () => {
  const { contactMomentTypes } = await graph.data('{ contactMomentTypes { number mutation npsSurvey } }');
  const numbers = (field: string, value: string): number[] =>
    contactMomentTypes.filter((type: Data) => type[field] === value).map(({ number }: Data) => number);
  expect(contactMomentTypes).toHaveLength(11);
  expect([numbers('mutation', 'NEW'), numbers('mutation', 'EXISTING')]).toEqual([
    [1, 2, 3, 7, 8],
    [4, 5, 6, 9, 10, 11],
  ]);
  expect([numbers('npsSurvey', 'YES'), numbers('npsSurvey', 'YES_WITH_NOTE'), numbers('npsSurvey', 'NO')]).toEqual([
    [2, 3, 5, 6, 8],
    [9],
    [1, 4, 7, 10, 11],
  ]);
});
