import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glossaryTopics } from './glossary-topics.js';
import { helpTopics, type HelpTopic } from './help-topics.js';

export interface HelpBook {
  /** What we wrote ourselves first, then the terms of the glossary. */
  topics: readonly HelpTopic[];
  /** By key or another name of it; capitals, accents and outer spaces do not matter. */
  find(topic: string): HelpTopic | null;
}

const plain = (topic: string): string =>
  topic.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();

/** Where a name is written twice, the first topic is found. */
export function helpBook(topics: readonly HelpTopic[]): HelpBook {
  const byName = new Map<string, HelpTopic>();
  for (const topic of topics)
    for (const name of [topic.key, ...(topic.also ?? [])].map(plain)) if (!byName.has(name)) byName.set(name, topic);
  return { topics, find: (topic) => byName.get(plain(topic)) ?? null };
}

/** Our own texts and the terms of the glossary that lies beside the emitted schema, in `schema/`. */
export async function openHelpBook(folder = join(import.meta.dirname, '../../../schema')): Promise<HelpBook> {
  const [sdl, glossary] = await Promise.all(
    ['api.graphql', 'glossary.md'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  const own = helpBook(helpTopics);
  return helpBook([...helpTopics, ...glossaryTopics(sdl!, glossary!).filter(({ key }) => !own.find(key))]);
}
