import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { KvkNumber, startSmallGraph, type SmallGraph } from './small-graph.js';

/** An answer without the id of its question: that is random, and may hold any digits. */
const withoutRequestId = (text: string): string => text.replace(/"requestId":"[^"]*"/g, '');

const RULE = 'Een KvK-nummer heeft precies 8 cijfers.';
let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph();
});
afterAll(() => graph.stop());

const REGISTER = 'mutation Registreer($in: Contact!) { register(input: $in) }';

describe.each([
  [
    'a variable',
    'query ($kvk: KvkNumber) { employer(kvkNumber: $kvk) { name } }',
    { kvk: '999' },
    'kvkNumber',
    `Ongeldige waarde voor kvkNumber ($kvk): ${RULE}`,
  ],
  ['a literal', '{ employer(kvkNumber: "999") { name } }', {}, 'kvkNumber', `Ongeldige waarde voor kvkNumber: ${RULE}`],
  [
    'a literal of another kind',
    '{ employer(kvkNumber: 999) { name } }',
    {},
    'kvkNumber',
    `Ongeldige waarde voor kvkNumber: ${RULE}`,
  ],
  [
    'a field of an input',
    REGISTER,
    { in: { kvkNumber: '999' } },
    'input.kvkNumber',
    `Ongeldige waarde voor input.kvkNumber ($in): ${RULE}`,
  ],
  [
    'an item of a list deep in an input',
    REGISTER,
    { in: { kvkNumber: '12345678', more: { kvkNumber: '12345678', tags: ['12345678', '999'] } } },
    'input.more.tags[1]',
    `Ongeldige waarde voor input.more.tags[1] ($in): ${RULE}`,
  ],
  [
    'a literal within an input',
    'mutation { register(input: { kvkNumber: "12345678", tags: ["999"] }) }',
    {},
    'input.tags',
    `Ongeldige waarde voor input.tags: ${RULE}`,
  ],
  [
    'a variable within a literal input',
    'mutation ($kvk: KvkNumber!) { register(input: { kvkNumber: $kvk }) }',
    { kvk: '999' },
    'input.kvkNumber',
    `Ongeldige waarde voor input.kvkNumber ($kvk): ${RULE}`,
  ],
  [
    'a variable used in a fragment',
    'query ($kvk: KvkNumber) { ...F } fragment F on Query { employer(kvkNumber: $kvk) { name } }',
    { kvk: '999' },
    'kvkNumber',
    `Ongeldige waarde voor kvkNumber ($kvk): ${RULE}`,
  ],
  [
    'a text that no database can hold',
    REGISTER,
    { in: { kvkNumber: '12345678', more: { kvkNumber: '12345678', tags: ['12345678'], note: 'a\0b' } } },
    'input.more.note',
    'Ongeldige waarde voor input.more.note ($in): Hier staat een teken dat geen tekst is (U+0000).',
  ],
  [
    'a literal text that no database can hold',
    'mutation { register(input: { kvkNumber: "12345678", note: "a\\u0000b" }) }',
    {},
    'input.note',
    'Ongeldige waarde voor input.note: Hier staat een teken dat geen tekst is (U+0000).',
  ],
  ['a missing variable', REGISTER, {}, 'input', 'Ongeldige waarde voor input ($in): Deze waarde is verplicht.'],
  [
    'a null where none may be',
    REGISTER,
    { in: null },
    'input',
    'Ongeldige waarde voor input ($in): Dit mag niet leeg (null) zijn.',
  ],
  [
    'a missing field',
    REGISTER,
    { in: {} },
    'input.kvkNumber',
    'Ongeldige waarde voor input.kvkNumber ($in): Dit veld is verplicht.',
  ],
  [
    'a missing field of a literal',
    'mutation { register(input: {}) }',
    {},
    'input.kvkNumber',
    'Ongeldige waarde voor input.kvkNumber: Dit veld is verplicht.',
  ],
  [
    'an unknown field',
    REGISTER,
    { in: { kvkNumber: '12345678', geheim999: 1 } },
    'input.geheim999',
    'Ongeldige waarde voor input.geheim999 ($in): Dit veld bestaat niet.',
  ],
  [
    'a word that is not of the enum',
    REGISTER,
    { in: { kvkNumber: '12345678', tier: 'Z999' } },
    'input.tier',
    'Ongeldige waarde voor input.tier ($in): Kies een van: A, B.',
  ],
  [
    'a text for a number',
    'query ($n: Int) { employers(first: $n) { name } }',
    { n: '999' },
    'first',
    'Ongeldige waarde voor first ($n): Dit moet een geheel getal zijn, tussen -2147483648 en 2147483647.',
  ],
  [
    'a number over 32 bits',
    '{ employers(first: 2147483648) { name } }',
    {},
    'first',
    'Ongeldige waarde voor first: Dit moet een geheel getal zijn, tussen -2147483648 en 2147483647.',
  ],
])('%s that is malformed', (_what, query, variables, argument, message) => {
  test('is refused by its argument and rule, before any subgraph is asked, and without the value', async () => {
    const before = graph.calls.length;
    const { status, errors, data, text } = await graph.ask(query, variables);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.map((error) => error.message)).toContain(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument, source: 'gateway' });
    if (!argument.includes('999')) expect(withoutRequestId(text)).not.toContain('999');
    expect(graph.calls.length).toBe(before);
  });
});

test('what is well formed is passed on as it was sent', async () => {
  const { data, errors } = await graph.ask(
    'query ($kvk: KvkNumber) { a: employer(kvkNumber: $kvk) { id } b: employer(kvkNumber: "87654321") { id } }',
    { kvk: '12345678' },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ a: { id: 'e1' }, b: { id: 'e1' } });
  expect(graph.calls.at(-1)?.variables).toEqual({ kvk: '12345678' });
});

test('a thousand malformed items are told as twenty', async () => {
  const { errors } = await graph.ask(REGISTER, {
    in: { kvkNumber: '12345678', tags: Array.from({ length: 1000 }, () => 'x') },
  });
  expect(errors).toHaveLength(20);
});

test('a syntax error does not repeat a text that stands in the question', async () => {
  const { errors, status, text } = await graph.ask('{ employer(kvkNumber: "12345678" "999.\\"., 88877") { name } }');
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  expect(withoutRequestId(text)).not.toMatch(/12345678|999|88877/);
});

test('when the gateway does not know the scalar, the refusal of the subgraph names the argument all the same', async () => {
  const bare = await startSmallGraph({ scalars: {} });
  try {
    const query = 'query ($kvk: KvkNumber) { employer(kvkNumber: $kvk) { name } }';
    const { errors, text } = await bare.ask(query, { kvk: '999' });
    expect(errors?.[0]).toMatchObject({
      path: ['employer'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'kvkNumber', source: 'employers' },
    });
    expect(errors?.[0]?.message).toMatch(/^Ongeldige waarde voor kvkNumber \(\$kvk\): /);
    expect(withoutRequestId(text)).not.toContain('999');
  } finally {
    await bare.stop();
  }
});

test('a scalar that repeats the value in its message is not believed', async () => {
  const chatty = Object.assign(Object.create(Object.getPrototypeOf(KvkNumber)), KvkNumber, {
    parseValue: (value: unknown) => {
      throw new Error(`${String(value)} is not a number`);
    },
  });
  const loose = await startSmallGraph({ scalars: { KvkNumber: chatty } });
  try {
    const { errors } = await loose.ask('query ($kvk: KvkNumber) { employer(kvkNumber: $kvk) { name } }', {
      kvk: '999',
    });
    expect(errors?.[0]?.message).toBe('Ongeldige waarde voor kvkNumber ($kvk): De waarde is geen geldige KvkNumber.');
  } finally {
    await loose.stop();
  }
});
