import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from './file-store.js';
import { incomingFolder } from './incoming-folder.js';

const KEY = /^[0-9a-f-]{36}$/;

/** Documents in a folder of this machine, spread over 256 folders by the end of their key. */
export async function diskStore(folder: string): Promise<FileStore> {
  const incoming = await incomingFolder(folder);
  const placeOf = (key: string): { within: string; path: string } => {
    if (!KEY.test(key)) throw new Error('a document is kept by its id');
    const within = join(folder, key.slice(-2));
    return { within, path: join(within, key) };
  };
  return {
    incoming,
    async keep(key, from) {
      const { within, path } = placeOf(key);
      await mkdir(within, { recursive: true, mode: 0o700 });
      // On the disk before it is called by its name: after a power cut it is whole, or not there.
      const file = await open(from, 'r');
      await file.sync().finally(() => file.close());
      await rename(from, path);
    },
    async open(key) {
      const file = await open(placeOf(key).path, 'r');
      return file.createReadStream();
    },
    remove: (key) => rm(placeOf(key).path, { force: true }),
    close: async () => {},
  };
}
