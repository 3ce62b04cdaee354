import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import type { PlaygroundOperation } from './settings.js';

async function example(folder: string, subgraph: string, file: string): Promise<PlaygroundOperation> {
  const path = join(folder, subgraph, file);
  const operation = await readFile(path, 'utf8');
  const title = /^#\s*(\S.*)/.exec(operation)?.[1];
  if (!title) throw new Error(`${path} does not begin with its title (# ...).`);
  const [definition, ...more] = parse(operation).definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!definition?.name || more.length > 0) throw new Error(`${path} must hold one operation, with a name.`);
  const variables = await readFile(path.replace(/\.graphql$/, '.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return '{}';
    },
  );
  return { subgraph, name: definition.name.value, title: title.trim(), operation, variables: JSON.parse(variables) };
}

/**
 * The examples of every subgraph, and of a working day across them (`workday`): `<group>/*.graphql`, in order of their names, each with its variables in a `.json`
 * beside it and its Dutch title as the comment it begins with.
 * @throws Error naming the file that is not like that
 */
export async function loadExamples(folder = join(import.meta.dirname, 'examples')): Promise<PlaygroundOperation[]> {
  const subgraphs = (await readdir(folder)).sort();
  const perSubgraph = subgraphs.map(async (subgraph) => {
    const files = (await readdir(join(folder, subgraph))).filter((file) => file.endsWith('.graphql')).sort();
    return Promise.all(files.map((file) => example(folder, subgraph, file)));
  });
  return (await Promise.all(perSubgraph)).flat();
}
