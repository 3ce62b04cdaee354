import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadExamples } from '../../../gateway/playground/examples.js';
import { temporaryFolder } from '../../temporary-folder.js';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder('examples');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('each number of a group is one example', async () => {
  const folder = join(import.meta.dirname, '../../../gateway/playground/examples');
  for (const group of readdirSync(folder)) {
    const numbers = readdirSync(join(folder, group))
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => `${group}/${file.slice(0, 2)}`);
    expect(numbers).toEqual([...new Set(numbers)]);
  }
});

test('examples come per subgraph in order of their files, with title, name and variables', async () => {
  const folder = folderWith({
    'vacancies/01-open.graphql': '# Open vacatures\nquery Open { vacancies }',
    'employers/02-b.graphql': '# Tweede\nquery B { b }',
    'employers/01-a.graphql': '# Eerste\nquery A($x: ID!) { a(x: $x) }',
    'employers/01-a.json': '{ "x": "1" }',
  });
  expect(await loadExamples(folder)).toEqual([
    {
      subgraph: 'employers',
      name: 'A',
      title: 'Eerste',
      operation: expect.stringContaining('query A'),
      variables: { x: '1' },
    },
    { subgraph: 'employers', name: 'B', title: 'Tweede', operation: expect.stringContaining('query B'), variables: {} },
    {
      subgraph: 'vacancies',
      name: 'Open',
      title: 'Open vacatures',
      operation: expect.stringContaining('query Open'),
      variables: {},
    },
  ]);
});

test.each([
  ['no title', 'query A { a }', 'does not begin with its title'],
  ['no name', '# Titel\n{ a }', 'must hold one operation, with a name'],
  ['two operations', '# Titel\nquery A { a } query B { b }', 'must hold one operation, with a name'],
])('an example with %s is refused, and its file named', async (_what, text, message) => {
  const refused = loadExamples(folderWith({ 'employers/01-a.graphql': text }));
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.toThrow('employers/01-a.graphql');
});

test('ours begin with the dossier of an employer, for a company of the KvK test environment', async () => {
  const [first] = await loadExamples();
  expect(first).toMatchObject({
    subgraph: 'employers',
    name: 'EmployerDossier',
    variables: { kvk: '69599084', me: 'prof-01', region: 'rijnmond' },
  });
});
