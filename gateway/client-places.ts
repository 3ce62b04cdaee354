import { Kind, parse, type SelectionSetNode } from 'graphql';
import { BoundedCache } from './bounded-cache.js';

/** A path in the answer, in the client's own names and with the indexes of lists. */
export type ClientPath = (string | number)[];

interface Place {
  path: ClientPath;
  value: Record<string, unknown>;
}

/** Every object in `value` at the planner's `path`, in which `@` stands for any index. */
function placesAt(value: unknown, path: readonly (string | number)[], at: ClientPath = []): Place[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    const rest = path[0] === '@' ? path.slice(1) : path;
    return value.flatMap((item, index) => placesAt(item, rest, [...at, index]));
  }
  if (path.length === 0) return [{ path: at, value: value as Record<string, unknown> }];
  const [name, ...rest] = path as [string, ...string[]];
  return placesAt((value as Record<string, unknown>)[name], rest, [...at, name]);
}

/** Whether `representation` can have been taken from `value`: what it says, `value` says too. */
function holds(value: Record<string, unknown>, representation: Record<string, unknown>): boolean {
  return Object.keys(representation).every((key) => {
    const part = representation[key];
    if (part === null || typeof part !== 'object') return value[key] === part;
    if (Array.isArray(part)) return Array.isArray(value[key]);
    const inner = value[key];
    return (
      typeof inner === 'object' &&
      inner !== null &&
      holds(inner as Record<string, unknown>, part as Record<string, unknown>)
    );
  });
}

/**
 * Where in the client's answer each of `representations` stands. The planner sends no representation for objects of
 * another type in the same list, so the n-th representation is not simply the n-th object; the gateway's own count
 * overlooks that.
 */
export function placesOf(
  tree: Record<string, unknown>,
  path: readonly (string | number)[],
  representations: readonly unknown[],
): ClientPath[] {
  const places = placesAt(tree, path);
  const found: ClientPath[] = [];
  for (const place of places) {
    if (found.length === representations.length) break;
    if (holds(place.value, representations[found.length] as Record<string, unknown>)) found.push(place.path);
  }
  if (found.length === representations.length) return found;
  const fallback = path.filter((step) => step !== '@');
  return representations.map((_, index) => places[index]?.path ?? fallback);
}

/** Where two subgraph fields would clash, the planner adds this to the name that the client gave. */
const PLANNER_ALIAS = /__alias_\d+$/;
export const clientName = <T extends string | number>(step: T): T =>
  typeof step === 'string' ? (step.replace(PLANNER_ALIAS, '') as T) : step;

export interface AskedFields {
  /** Names in the answer, of a question that starts at the root. */
  root: string[];
  /** Names in the answer, for each type of entity that the question is about. */
  byType: Map<string, string[]>;
}

function names(selection: SelectionSetNode | undefined): string[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return names(node.selectionSet);
    if (node.kind !== Kind.FIELD || node.name.value === '__typename') return [];
    return [clientName(node.alias?.value ?? node.name.value)];
  });
}

const read = new BoundedCache<AskedFields>({ maxWeight: 1_000 });

/** Which fields the planner's question `text` would have filled: what a client misses when no answer came. */
export function fieldsOf(text: string): AskedFields {
  const before = read.find(text);
  if (before) return before;
  const fields: AskedFields = { root: [], byType: new Map() };
  for (const definition of parse(text, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    fields.root = names(definition.selectionSet);
    const entities = definition.selectionSet.selections.find(
      (node) => node.kind === Kind.FIELD && node.name.value === '_entities',
    );
    if (entities?.kind !== Kind.FIELD) continue;
    for (const node of entities.selectionSet?.selections ?? []) {
      if (node.kind === Kind.INLINE_FRAGMENT && node.typeCondition) {
        const type = node.typeCondition.name.value;
        fields.byType.set(type, [...(fields.byType.get(type) ?? []), ...names(node.selectionSet)]);
      }
    }
  }
  read.keep(text, fields);
  return fields;
}
