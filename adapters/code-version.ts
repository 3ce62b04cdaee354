import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of the code of all adapters: what one version of a mapper made of an answer, another does not read. Nobody
 * has to remember to raise a number, at the price of asking anew after a deploy that changed any adapter.
 */
export function codeVersion(folder: string = import.meta.dirname): string {
  const digest = createHash('sha256');
  for (const file of globSync('**/*.{js,ts}', { cwd: folder }).sort())
    digest.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return digest.digest('base64url').slice(0, 12);
}
