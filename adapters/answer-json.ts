/** How a moment is written: JSON has none. */
const MOMENT = '$moment';

function written(this: unknown, key: string, value: unknown): unknown {
  // JSON.stringify has called toJSON before we see it: only its holder still has the Date.
  return (this as Record<string, unknown>)[key] instanceof Date ? { [MOMENT]: value } : value;
}

const read = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && MOMENT in value ? new Date(value[MOMENT] as string) : value;

/** JSON in which a Date stays a Date. Answers seldom have one, and reading those that have none costs nothing more. */
export const answerJson = {
  serialize: (value: unknown): string => JSON.stringify(value, written),
  deserialize: (text: string): unknown =>
    text.includes(MOMENT) ? (JSON.parse(text, read) as unknown) : (JSON.parse(text) as unknown),
};
