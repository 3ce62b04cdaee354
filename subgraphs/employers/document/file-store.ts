import type { Readable } from 'node:stream';

/** Keeps the content of documents, by key. What is kept is whole: it is put in its place in one go, or not at all. */
export interface FileStore {
  /** A folder on this machine in which what comes in is gathered before it is kept. */
  incoming: string;
  /** Keeps what is in the file at `path`, whole or not at all; the file itself may be gone after. */
  keep(key: string, path: string, about: { bytes: number; mediaType: string }): Promise<void>;
  /** The content as a stream. Rejects when it is not there. */
  open(key: string): Promise<Readable>;
  /** Takes away what nobody refers to. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Where documents are kept, and how large one may be. */
export interface FileSettings {
  store: FileStore;
  mostBytes: number;
}
