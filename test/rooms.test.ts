import { expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root });

/** The rules that a file at `path` breaks by importing `from`. */
async function broken(path: string, from: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`import '${from}';\n`, { filePath: join(root, path) });
  return result!.messages.map(({ ruleId }) => ruleId);
}

test.each([
  ['gateway/new.ts', '../subgraphs/open.js'],
  ['gateway/new.ts', '../adapters/http.js'],
  ['subgraphs/employers/new.ts', '../vacancies/schema.js'],
  ['subgraphs/employers/new.ts', '../../gateway/server.js'],
  ['subgraphs/employers/dossier/new.ts', '../../../adapters/kvk/client.js'],
  ['adapters/kvk/new.ts', '../../subgraphs/open.js'],
  ['adapters/suwi/new.ts', '../kvk/port.js'],
  ['adapters/new.ts', '../schema/scalars.js'],
  ['runtime/new.ts', '../schema/scalars.js'],
  ['demo/new.ts', '../runtime/clock.js'],
  ['subgraphs/new.ts', '../test/database.js'],
])('%s may not import %s', async (path, from) => {
  expect((await broken(path, from)).some((rule) => rule?.includes('restricted'))).toBe(true);
});

test.each([
  ['subgraphs/employers/new.ts', '../open.js'],
  ['subgraphs/employers/dossier/new.ts', '../../../adapters/kvk/port.js'],
  ['subgraphs/employers/main.ts', '../../adapters/kvk/client.js'],
  ['adapters/kvk/new.ts', '../http.js'],
  ['graph.ts', './gateway/server.js'],
])('%s may import %s', async (path, from) => {
  expect(await broken(path, from)).toEqual([]);
});

test('only config reads the environment', async () => {
  const text = 'export const port = process.env.PORT;\n';
  const rules = async (path: string) =>
    (await eslint.lintText(text, { filePath: join(root, path) }))[0]!.messages.map(({ ruleId }) => ruleId);
  expect(await rules('gateway/new.ts')).toEqual(['no-restricted-properties']);
  expect(await rules('gateway/config.ts')).toEqual([]);
});
