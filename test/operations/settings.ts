import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Every file that may read the environment (eslint.config.js holds that no other does). */
export const configFiles = (): string[] =>
  globSync('{config.ts,{adapters,gateway,runtime,subgraphs}/**/config.ts}', { cwd: ROOT }).sort();

/** The variables that `file` takes from the environment: the keys of its zod object, with those it shares with another. */
export const variablesOf = (file: string): string[] => {
  const shared = text(file).includes('/settings-of-employers.js') ? text('subgraphs/settings-of-employers.ts') : '';
  return [...(text(file) + shared).matchAll(/^ +([A-Z][A-Z0-9_]*): /gm)].map((match) => match[1]!);
};

/** The variables that docker-compose.yml takes from `.env`. */
export const composeVariables = (): string[] => [
  ...new Set([...text('docker-compose.yml').matchAll(/\$\{([A-Z][A-Z0-9_]*)/g)].map((match) => match[1]!)),
];
