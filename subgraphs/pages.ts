import { GraphQLError } from 'graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Bladzijde: waar die staat in de hele lijst.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Of er na deze bladzijde meer is.' }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Of er voor deze bladzijde meer is.' }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Plaats van de eerste regel.' }) startCursor?: string | null;
  @Field(() => String, { nullable: true, description: 'Plaats van de laatste regel.' }) endCursor?: string | null;
}

/** One page of a list, as Relay's connections give it. */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The largest page a client may ask for. */
export const MAX_PAGE = 100;

const refuse = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });

/** A place in a list: the sort keys of the row and its id, so that it holds when rows come in between. */
export const cursor = (keys: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * The sort keys in a cursor.
 * @throws GraphQLError BAD_USER_INPUT when it is not one of ours with `length` keys
 */
export function readCursor(after: string, length: number): (string | number | null)[] {
  try {
    const keys = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown;
    const plain = (key: unknown) => key === null || typeof key === 'string' || typeof key === 'number';
    if (Array.isArray(keys) && keys.length === length && keys.every(plain)) return keys as (string | number | null)[];
  } catch {
    // falls through to the one refusal
  }
  throw refuse('Ongeldige waarde voor after: gebruik een cursor die een eerdere bladzijde gaf.', 'after');
}

/** @throws GraphQLError BAD_USER_INPUT outside 1..100 */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE)
    throw refuse(`Ongeldige waarde voor first: kies 1 tot en met ${MAX_PAGE}.`, 'first');
  return first;
}

/** A page of `rows`, which were read one longer than `first` to see whether there is more. */
export function page<T>(
  rows: T[],
  first: number,
  totalCount: number,
  after: string | null | undefined,
  keysOf: (row: T) => (string | number | null)[],
): Page<T> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursor(keysOf(node)), node }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
