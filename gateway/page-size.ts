import { Kind, visit, type DocumentNode, type GraphQLError, type ValueNode } from 'graphql';
import { refusal } from './errors.js';

const PAGED = new Set(['first', 'last']);

interface Sizes {
  literals: { argument: string; size: number }[];
  /** Variables that decide a page's size, with their default. */
  variables: { argument: string; name: string; fallback: number | undefined }[];
}

const known = new WeakMap<DocumentNode, Sizes>();

const numberIn = (node: ValueNode | undefined): number | undefined =>
  node?.kind === Kind.INT ? Number(node.value) : undefined;

function sizesIn(document: DocumentNode): Sizes {
  const before = known.get(document);
  if (before) return before;
  const sizes: Sizes = { literals: [], variables: [] };
  const defaults = new Map<string, number>();
  visit(document, {
    VariableDefinition(node) {
      const size = numberIn(node.defaultValue);
      if (size !== undefined) defaults.set(node.variable.name.value, size);
    },
    Argument({ name: { value: argument }, value }) {
      if (!PAGED.has(argument)) return;
      const size = numberIn(value);
      if (size !== undefined) sizes.literals.push({ argument, size });
      if (value.kind === Kind.VARIABLE) sizes.variables.push({ argument, name: value.name.value, fallback: undefined });
    },
  });
  for (const variable of sizes.variables) variable.fallback = defaults.get(variable.name);
  known.set(document, sizes);
  return sizes;
}

/** The refusal when a page smaller than 1 or larger than `most` is asked for, by a literal or by a variable. */
export function pageSizeRefusal(
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
  most: number,
): GraphQLError | null {
  const sizes = sizesIn(document);
  const fits = (size: unknown) => typeof size !== 'number' || (size >= 1 && size <= most);
  const literal = sizes.literals.find(({ size }) => !fits(size));
  const variable = sizes.variables.find(
    ({ name, fallback }) => !fits(variables?.[name] === undefined ? fallback : variables[name]),
  );
  const wrong = literal ?? variable;
  if (!wrong) return null;
  const place = wrong === variable ? `${wrong.argument} ($${variable.name})` : wrong.argument;
  return refusal('LIMIT_EXCEEDED', `${place} is minstens 1 en hoogstens ${most}.`, {
    status: 400,
    extras: { argument: wrong.argument },
  });
}
