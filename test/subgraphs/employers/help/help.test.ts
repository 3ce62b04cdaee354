import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLInputObjectType } from 'graphql';
import { glossaryTopics } from '../../../../subgraphs/employers/help/glossary-topics.js';
import { helpBook, openHelpBook } from '../../../../subgraphs/employers/help/help-book.js';
import { helpTopics } from '../../../../subgraphs/employers/help/help-topics.js';
import { api, tableIn } from '../../../schema/committed.js';
import { employersAlone, type EmployersAlone } from '../employers-alone.js';

const support = {
  email: 'vragen@support.example',
  phone: '000-5550000',
  manual: 'https://handleiding.example/',
  eLearning: 'https://leren.example/',
  gsdo: 'https://naslag.example/',
};
let graph: EmployersAlone;
beforeAll(async () => {
  graph = await employersAlone({ with: { support } });
});
afterAll(() => graph?.close());

const help = async (topic: string) =>
  (
    await graph.data(
      'query ($topic: String!) { help(topic: $topic) { key title nl en links supportEmail supportPhone } }',
      { topic },
    )
  ).help;

test('R-011: every term of the glossary is explained, in Dutch and English', async () => {
  const book = await openHelpBook();
  const schema = api();
  const asked = tableIn('glossary.md').filter(
    ([type = '']) =>
      !(schema.getType(type) instanceof GraphQLInputObjectType) &&
      !/(Payload|Connection|Edge|Then|PageInfo|JSON)$/.test(type),
  );
  expect(asked.length).toBeGreaterThan(120);
  const bare = asked.filter(([, term = '']) => (book.find(term)?.nl ?? '').length <= term.length + 5);
  expect(bare).toEqual([]);
});

test.each([
  ['Werkprofiel', 'competenties'],
  ['  werkprofiel ', 'competenties'],
  ['PRE-SELECTIE', 'in- of uitsluit'],
  ['laag', 'Goud'],
  ['rol', 'Matchmaker'],
  ['adres', 'Postcode'],
  ['hoofd-accounthouder', 'eindverantwoordelijk'],
  ['(Hoofd-)accounthouderschap', 'hoofd-accounthouder'],
  ['social return', 'opdrachtgever'],
])('R-251: help("%s") speaks of "%s"', async (topic, word) => {
  expect((await help(topic)).nl).toContain(word);
});

test.each([
  ['kloon', [support.manual, support.eLearning]],
  ['gsdo', [support.manual, support.eLearning, support.gsdo]],
  ['e-learning', [support.manual, support.eLearning, support.gsdo]],
  ['werkprofiel', []],
])('R-251: help("%s") leads to what the settings name', async (topic, links) => {
  expect((await help(topic)).links).toEqual(links);
});

test('R-251: help("kloon") tells that a vacancy stands open for a quarter at most', async () => {
  expect(await help('kloon')).toMatchObject({ title: 'Vacature klonen', nl: expect.stringContaining('kwartaal') });
});

test('R-128: the sales pitch can be said in 15 seconds, and the mission stands beside it', async () => {
  // Somebody who speaks calmly says some 180 words a minute.
  expect((await help('salespitch')).nl.split(/\s+/).length).toBeLessThanOrEqual(48);
  expect(await help('pitch')).toEqual(await help('salespitch'));
  expect((await help('missie')).nl).toContain('inclusieve arbeidsmarkt');
});

test('R-252: support is what the settings say, and nothing of it stands in our texts', async () => {
  expect(await help('account')).toMatchObject({ supportEmail: support.email, supportPhone: support.phone });
  expect(await help('werkprofiel')).toMatchObject({ supportEmail: null, supportPhone: null });
  expect(JSON.stringify(helpTopics)).not.toMatch(/@|https?:|\d{3}/);
});

test.each(['', '   ', 'onzin', 'x'.repeat(5000), 'constructor', '__proto__'])(
  'help of something unknown (%j) is empty',
  async (topic) => {
    expect(await help(topic)).toBeNull();
  },
);

test('all topics are listed once, each found by its key and by its other words', async () => {
  const { helpTopics: listed } = await graph.data('{ helpTopics { key title nl } }');
  const keys = listed.map(({ key }: { key: string }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(['kloon', 'salespitch', 'werkprofiel', 'actie']));
  const book = await openHelpBook();
  for (const { key, also = [] } of book.topics)
    for (const name of [key, ...also]) expect([name, book.find(name)?.key]).toEqual([name, key]);
});

test('types of one term are told together, and the first of two topics of one name is found', () => {
  const topics = glossaryTopics(
    `"Stand van een plan." enum A { "Open." OPEN "Klaar" DONE }
     "Stand." type B { "Kenmerk." id: ID "Naam: hoe het heet." name: String }
     "Stand veranderen." input C { x: ID }
     type Query { a: A b(c: C): B }`,
    '| Type | Nederlands | Meaning |\n| --- | --- | --- |\n| A | Stand | How far |\n| B | Stand | Which one |\n| C | Stand | Changes |\n',
  );
  expect(topics).toEqual([
    {
      key: 'stand',
      title: 'Stand',
      nl: 'Stand van een plan. De waarden: Open; Klaar.\nStand. Wat erin staat: Naam.',
      en: 'How far; Which one',
    },
  ]);
  const first = { key: 'a', also: ['b'], title: 'A', nl: 'A' };
  expect(helpBook([first, { key: 'b', title: 'B', nl: 'B' }]).find('B')).toBe(first);
});
