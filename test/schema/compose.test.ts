import { beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeGraph, filesOf, projectRoot, type Graph } from '../../schema/compose.js';
import { temporaryFolder } from '../temporary-folder.js';
import { committed, subgraphNames } from './committed.js';

let graph: Graph;
beforeAll(async () => {
  graph = await composeGraph();
});

test('the committed graph is the one that the code makes: after a change run `npm run compose`', () => {
  const files = filesOf(graph);
  const stale = Object.entries(files)
    .filter(([name, text]) => committed(name) !== text)
    .map(([name]) => name);
  expect(stale).toEqual([]);
  expect(Object.keys(files).sort()).toEqual(
    [...subgraphNames().map((name) => `${name}.graphql`), 'api.graphql', 'supergraph.graphql'].sort(),
  );
});

test('composing twice gives the same text', async () => {
  expect(await composeGraph()).toEqual(graph);
});

test('from the build, the files still go to the sources', () => {
  const root = temporaryFolder('root');
  writeFileSync(join(root, 'package.json'), '{}');
  mkdirSync(join(root, 'dist/schema'), { recursive: true });
  expect(projectRoot(join(root, 'dist/schema'))).toBe(root);
  expect(projectRoot(root)).toBe(root);
});

test('clients see nothing of how the graph is joined', () => {
  expect(committed('api.graphql')).not.toMatch(/_service|_entities|_Any|join__|link__|@key|\.internal/);
});
