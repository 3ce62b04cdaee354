import { composeServices } from '@apollo/composition';
import {
  isIntrospectionType,
  isSpecifiedScalarType,
  Kind,
  parse,
  print,
  printType,
  type DefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sdlOf } from '../subgraphs/federate.js';
import { employersSchema } from '../subgraphs/employers/schema.js';
import { jobseekersSchema } from '../subgraphs/jobseekers/schema.js';
import { reportingSchema } from '../subgraphs/reporting/schema.js';
import { vacanciesSchema } from '../subgraphs/vacancies/schema.js';

/** The subgraphs that make the graph, by name. */
const members: Record<string, () => Promise<GraphQLSchema>> = {
  employers: employersSchema,
  vacancies: vacanciesSchema,
  jobseekers: jobseekersSchema,
  reporting: reportingSchema,
};

export interface Graph {
  /** One document a subgraph, by name. */
  subgraphs: Record<string, string>;
  /** What the gateway plans with. Its addresses are placeholders: the gateway has them from its settings. */
  supergraph: string;
  /** What clients see. */
  api: string;
}

/** What Federation adds to every subgraph's document by itself, and composition adds again. */
const isMachinery = (node: DefinitionNode): boolean =>
  node.kind === Kind.DIRECTIVE_DEFINITION ||
  node.kind === Kind.OBJECT_TYPE_EXTENSION ||
  ('name' in node && /^_|^(link|federation)__/.test(node.name?.value ?? ''));

const nameOf = (node: DefinitionNode): string => ('name' in node && node.name?.value) || '';

/** Our own definitions in the order of their names, so that a diff shows what changed and nothing else. */
function tidy(sdl: string): string {
  const { definitions, ...document } = parse(sdl);
  const own = definitions.filter((node) => !isMachinery(node)).sort((a, b) => compare(nameOf(a), nameOf(b)));
  return `${print({ ...document, definitions: own })}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const printed = (schema: GraphQLSchema): string =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .sort((a, b) => compare(a.name, b.name))
    .map(printType)
    .join('\n\n');

/**
 * Joins the subgraphs into one graph.
 * @throws Error with every reason why they do not fit, a line each
 */
export async function composeGraph(): Promise<Graph> {
  const subgraphs: Record<string, string> = {};
  for (const [name, schema] of Object.entries(members)) subgraphs[name] = tidy(await sdlOf(await schema()));
  const composed = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      url: `http://${name}.internal/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (composed.errors)
    throw new Error(
      `The subgraphs do not make one graph:\n${composed.errors.map(({ message }) => `- ${message}`).join('\n')}`,
    );
  return {
    subgraphs,
    supergraph: `${composed.supergraphSdl.trim()}\n`,
    api: `${printed(composed.schema.toAPISchema().toGraphQLJSSchema())}\n`,
  };
}

/** The project's own folder, whether this runs from the sources or from `dist`. */
export function projectRoot(from = import.meta.dirname): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

/** The files that the graph is committed as, by their name in `schema/`. */
export const filesOf = ({ subgraphs, supergraph, api }: Graph): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(subgraphs).map(([name, sdl]) => [`${name}.graphql`, sdl])),
  'supergraph.graphql': supergraph,
  'api.graphql': api,
});

if (import.meta.main) {
  for (const [name, text] of Object.entries(filesOf(await composeGraph())))
    await writeFile(join(projectRoot(), 'schema', name), text);
}
