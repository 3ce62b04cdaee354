import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, text } from './settings.js';

export interface Build {
  /** Stands where `dist` would. */
  folder: string;
  remove(): void;
}

/**
 * What `npm run build` makes of the sources as they are now, in a folder of its own: `dist` may be in use, or old.
 * @throws Error with what the compiler said
 */
export function built(): Build {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: { build: string } };
  const parent = join(ROOT, '.data');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'built-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const command = scripts.build.replace(/-d dist\b/, `-d '${folder}'`);
  const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` };
  const run = spawnSync('/bin/sh', ['-c', command], { cwd: ROOT, env, encoding: 'utf8' });
  if (command === scripts.build || run.status !== 0) {
    remove();
    throw new Error(`build failed: ${run.stderr || run.stdout || command}`);
  }
  return { folder, remove };
}
