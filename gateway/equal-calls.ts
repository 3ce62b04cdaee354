import type { executeQueryPlan } from '@apollo/gateway';

export type QueryPlan = Parameters<typeof executeQueryPlan>[0];
type PlanNode = NonNullable<QueryPlan['node']>;

function fetchesOf(node: PlanNode | undefined): { serviceName: string; operation: string; operationKind: string }[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    default:
      return [];
  }
}

/** The planner numbers the operations it writes; texts that differ in that name alone ask the same. */
const nameless = (text: string): string => text.replace(/^query\s+\w+/, 'query');

const known = new WeakMap<QueryPlan, ReadonlyMap<string, string>>();

/**
 * The queries that `plan` sends to one subgraph in more than one place, each with the text they share. Only for these
 * must the gateway remember an answer, so a plan without any pays nothing. Mutations are never among them.
 */
export function repeatedQueries(plan: QueryPlan): ReadonlyMap<string, string> {
  const before = known.get(plan);
  if (before) return before;
  const sharers = new Map<string, string[]>();
  for (const { serviceName, operation, operationKind } of fetchesOf(plan.node)) {
    if (operationKind !== 'query') continue;
    const shared = `${serviceName} ${nameless(operation)}`;
    sharers.set(shared, [...(sharers.get(shared) ?? []), operation]);
  }
  const repeated = new Map<string, string>();
  for (const [shared, texts] of sharers) {
    if (texts.length > 1) for (const text of texts) repeated.set(text, shared);
  }
  known.set(plan, repeated);
  return repeated;
}

/** A list without its repetitions: `items` once each, and for every place of the list which of them stood there. */
export interface Distinct {
  items: unknown[];
  /** The items as JSON, which is what makes two of them equal. */
  keys: string[];
  places: number[];
}

export function distinct(list: readonly unknown[]): Distinct {
  const seen = new Map<string, number>();
  const items: unknown[] = [];
  const places = list.map((item) => {
    const key = JSON.stringify(item);
    let index = seen.get(key);
    if (index === undefined) {
      index = items.push(item) - 1;
      seen.set(key, index);
    }
    return index;
  });
  return { items, keys: [...seen.keys()], places };
}

/**
 * A copy of plain data. The gateway merges later answers into the objects it is handed, under names that may mean
 * something else in another place of the same question, so no two places may share an object.
 */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = copied((value as Record<string, unknown>)[key]);
  return copy as T;
}

/** `items` laid out again as the list they came from; the first place gets the item itself, each next one a copy. */
export function spread(items: readonly unknown[], places: readonly number[]): unknown[] {
  const used = new Set<number>();
  return places.map((index) => {
    if (!used.has(index)) {
      used.add(index);
      return items[index];
    }
    return copied(items[index]);
  });
}
