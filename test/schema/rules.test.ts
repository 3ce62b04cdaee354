import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableIn } from './committed.js';
import { requirementsInTitles } from './requirements-in-titles.js';

const root = join(import.meta.dirname, '../..');
const rows = tableIn('rules.md').map(([code = '', rule = '', source = '', seed = '', files = '']) => ({
  code,
  rule,
  source,
  seed,
  files: files.match(/`[^`]+`/g)?.map((name) => name.slice(1, -1)) ?? [],
}));

const named = requirementsInTitles();
const codesIn = (file: string): string[] => readFileSync(join(root, file), 'utf8').match(/R-\d{3}/g) ?? [];

test('every rule that the code names stands in schema/rules.md', () => {
  const known = new Set(rows.map(({ code }) => code));
  const unknown = globSync('subgraphs/**/*.ts', { cwd: root }).flatMap((file) =>
    codesIn(file)
      .filter((code) => !known.has(code))
      .map((code) => `${code} in ${file}`),
  );
  expect(unknown.sort()).toEqual([]);
});

test('every rule is told in full, once, in the order of the codes', () => {
  const codes = rows.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(
    rows.filter(
      ({ code, rule, source, seed, files }) => !/^R-\d{3}$/.test(code) || !rule || !source || !seed || !files.length,
    ),
  ).toEqual([]);
});

test('every file that holds a rule exists and names its code', () => {
  const wrong = rows.flatMap(({ code, files }) =>
    files
      .filter((file) => !existsSync(join(root, file)) || !codesIn(file).includes(code))
      .map((file) => `${code}: ${file}`),
  );
  expect(wrong).toEqual([]);
});

test('every rule that employers holds is named in the title of a test', () => {
  const untested = rows
    .filter(({ code, files }) => files.some((file) => file.startsWith('subgraphs/employers/')) && !named.has(code))
    .map(({ code, rule }) => `${code}: ${rule}`);
  expect(untested).toEqual([]);
});

test('every rule that a test of employers names in its title stands in schema/rules.md', () => {
  const known = new Set(rows.map(({ code }) => code));
  const unknown = [...named]
    .filter(([code, files]) => !known.has(code) && files.some((file) => file.startsWith('test/subgraphs/employers/')))
    .map(([code, files]) => `${code} in ${files.join(', ')}`);
  expect(unknown).toEqual([]);
});
