import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLNamedType } from 'graphql';
import type { HelpTopic } from './help-topics.js';

/** Types that only carry others: nobody asks what they are. */
const CARRIES = /(Payload|Connection|Edge|Then|PageInfo|JSON)$/;
const MOST_PARTS = 15;
const NO_NEWS = /^(Kenmerk|Versie, voor)/;

const firstClause = (text: string): string => text.split(/[.;:]/)[0]!.trim();

/** What a type is, in Dutch: its description, the values of an enum, and what is in a type that says no more than its name. */
function told(type: GraphQLNamedType, term: string): string {
  const description = type.description!.trim();
  if (isEnumType(type)) {
    const values = type.getValues().map((one) => one.description!.replace(/\.$/, ''));
    return `${description} De waarden: ${values.join('; ')}.`;
  }
  if (!isObjectType(type) || description !== `${term}.`) return description;
  const parts = Object.values(type.getFields()).flatMap((field) =>
    NO_NEWS.test(field.description!) ? [] : [firstClause(field.description!)],
  );
  const more = parts.length > MOST_PARTS ? ' en meer' : '';
  return `${description} Wat erin staat: ${[...new Set(parts)].slice(0, MOST_PARTS).join('; ')}${more}.`;
}

/**
 * The terms of the glossary as topics: in Dutch what the types of that term say of themselves, in
 * English the meaning that the glossary gives.
 * @param sdl what clients see, as a schema document
 * @param glossary Markdown with one table: type, Dutch term, meaning
 */
export function glossaryTopics(sdl: string, glossary: string): HelpTopic[] {
  const schema = buildSchema(sdl);
  const rows = glossary
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const topics = new Map<string, HelpTopic & { en: string }>();
  for (const [, name = '', term = '', meaning = ''] of rows) {
    const type = schema.getType(name);
    if (!type?.description || isInputObjectType(type) || CARRIES.test(name)) continue;
    const key = term.toLowerCase();
    const before = topics.get(key);
    const nl = told(type, term);
    topics.set(
      key,
      before
        ? { ...before, nl: `${before.nl}\n${nl}`, en: `${before.en}; ${meaning}` }
        : { key, title: term, nl, en: meaning },
    );
  }
  return [...topics.values()].sort((a, b) => a.key.localeCompare(b.key, 'nl'));
}
