import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../schema');

/** A file of `schema/`, as it is committed. */
export const committed = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** What clients see, as it is committed. */
export const api = (): GraphQLSchema => buildSchema(committed('api.graphql'));

/** The subgraphs, by the name of their committed document. */
export const subgraphNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => name.replace('.graphql', ''))
    .filter((name) => !['api', 'released', 'supergraph'].includes(name));

export const documentOf = (subgraph: string) => parse(committed(`${subgraph}.graphql`));

/** The rows of the one table of a Markdown file, without its head: cells trimmed, code marks left in. */
export const tableIn = (name: string): string[][] =>
  committed(name)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
