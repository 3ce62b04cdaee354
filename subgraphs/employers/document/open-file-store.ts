import { diskStore } from './disk-store.js';
import type { FileStore } from './file-store.js';
import { s3Store, type S3Options } from './s3-store.js';

/** Where documents are kept: in a bucket when there is one, else in a folder. */
export const openFileStore = (options: { folder: string; s3: Omit<S3Options, 'folder'> | null }): Promise<FileStore> =>
  options.s3 ? s3Store({ ...options.s3, folder: options.folder }) : diskStore(options.folder);
