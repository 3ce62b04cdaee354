/**
 * Where in a value texts hold U+0000, from the value inwards: JSON can say it, PostgreSQL can neither keep it nor
 * compare with it.
 */
export function unreadableIn(value: unknown): (string | number)[][] {
  if (typeof value === 'string') return value.includes('\0') ? [[]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, of]) =>
    unreadableIn(of).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
  );
}
