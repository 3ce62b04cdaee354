/**
 * VUM's questions are asked as in MongoDB: `{ "dotted.field": { $operator: value } }`, where everything asked must hold.
 * A value that is not there, or is of another type, answers to no comparison.
 */
export interface VumField {
  /** Where the field stands in what is searched, when not under its own name. */
  path?: string;
  /** The operators that VUM describes for it: what is not described has no effect on what is found. */
  operators: readonly string[];
  /** For `$elemMatch`: where a field of an item stands, when not under its own name. */
  items?: Readonly<Record<string, string>>;
}

type Fields = Record<string, unknown>;

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Fields | null | undefined)?.[name], value);

/** Less than 0, 0 or more; null for what cannot be compared. */
const compared = (a: unknown, b: unknown): number | null =>
  typeof a === typeof b && (typeof a === 'string' || typeof a === 'number')
    ? a === b
      ? 0
      : a < (b as typeof a)
        ? -1
        : 1
    : null;

function holds(value: unknown, operator: string, asked: unknown, items: Readonly<Record<string, string>>): boolean {
  if (asked === undefined) return true;
  const order = compared(value, asked);
  switch (operator) {
    case '$eq':
      return order === 0;
    case '$gte':
      return order !== null && order >= 0;
    case '$lte':
      return order !== null && order <= 0;
    case '$lt':
      return order !== null && order < 0;
    case '$all':
      return (asked as Fields[]).every((one) => holds(value, '$elemMatch', one.$elemMatch, items));
    case '$elemMatch':
      return anyItem(value, asked as Fields, items);
    default:
      return true;
  }
}

/** One item of the list answers to everything asked; with `$or`, to one of the alternatives. Nothing asked holds of any list. */
function anyItem(list: unknown, asked: Fields, items: Readonly<Record<string, string>>): boolean {
  const alternatives = '$or' in asked ? ((asked.$or ?? []) as Fields[]) : [asked];
  if (alternatives.length === 0) return true;
  const answers = (item: unknown, wanted: Fields) =>
    Object.entries(wanted).every(([name, operators]) =>
      Object.entries((operators ?? {}) as Fields).every(([operator, value]) =>
        holds(at(item, items[name] ?? name), operator, value, items),
      ),
    );
  return Array.isArray(list) && list.some((item) => alternatives.some((one) => answers(item, one)));
}

/** Whether something answers to every described field of a question; what is not in `fields` (as the distance) is not looked at. */
export const vumFilter =
  (fields: Readonly<Record<string, VumField>>) =>
  (searched: unknown, question: Readonly<Record<string, unknown>>): boolean =>
    Object.entries(fields).every(([name, { path = name, operators, items = {} }]) =>
      Object.entries((question[name] ?? {}) as Fields)
        .filter(([operator]) => operators.includes(operator))
        .every(([operator, asked]) => holds(at(searched, path), operator, asked, items)),
    );
