import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { attempts } from './attempts.js';
import { casesFirst } from './cases-first.js';
import { casesSecond } from './cases-second.js';

test('every mutation of employers has one row in the table of bad input', () => {
  const sdl = readFileSync('schema/employers.graphql', 'utf8');
  const mutations = buildSchema(sdl, { assumeValidSDL: true }).getMutationType()!.getFields();
  const rows = [...Object.keys(casesFirst), ...Object.keys(casesSecond)];
  expect(rows.sort()).toEqual(Object.keys(mutations).sort());
});

test('each row says why it leaves something alone', () => {
  const reasons = Object.values({ ...casesFirst, ...casesSecond }).flatMap(({ otherRegion, again, leave }) => [
    ...('none' in otherRegion ? [otherRegion.none] : []),
    ...('none' in again ? [again.none] : []),
    ...Object.values(leave ?? {}),
  ]);
  expect(reasons.filter((reason) => reason.length < 15)).toEqual([]);
});

test('from an input type follows what is wrong with each field, however deep', () => {
  const schema = buildSchema(`
    type Query { a(input: In!): Int }
    input In { id: ID, expectedVersion: Int, name: String!, parts: [Part!] }
    input Part { size: Int!, open: Boolean! = true }
  `);
  const type = schema.getQueryType()!.getFields()['a']!.args[0]!.type;
  const right = { name: 'goed', parts: [{ size: 1 }] };
  const all = attempts(type, right, { id: 'for this test', 'name: no text': 'for this test' });
  expect(all.map(({ what }) => what)).toEqual([
    'expectedVersion: stale',
    'expectedVersion: wrong type',
    'name: null',
    'name: missing',
    'name: wrong type',
    'name: too long',
    'name: only spaces',
    'parts: too many',
    'parts: null in it',
    'parts.size: null',
    'parts.size: missing',
    'parts.size: wrong type',
    'parts.size: too low',
    'parts.size: too high',
    'parts.size: no int',
    'parts.open: null',
    'parts.open: wrong type',
    'bestaatNiet: unknown field',
  ]);
  expect(all.find(({ what }) => what === 'parts.size: missing')!.input).toEqual({ name: 'goed', parts: [{}] });
  expect(all.find(({ what }) => what === 'parts: too many')!.input['parts']).toHaveLength(1_001);
  expect(() => attempts(type, right, { gone: 'no such field' })).toThrow('gone');
});
