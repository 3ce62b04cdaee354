import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { FileStore } from './file-store.js';
import { incomingFolder } from './incoming-folder.js';

export interface S3Options {
  bucket: string;
  region: string;
  /** Address of a store that speaks S3. Null: Amazon's own. */
  endpoint: string | null;
  /** Null: as the environment of the process gives them to the SDK. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
  /** Folder on this machine in which uploads are gathered. */
  folder: string;
  /** Milliseconds in which nothing moves, after which the store is given up. Default 30,000. */
  idleMs?: number;
}

const IDLE_MS = 30_000;

/**
 * Documents in a bucket of a store that speaks S3. An upload is gathered on this machine first, because its type and
 * size are known only at its end; then it is put in one request, which such a store carries out whole or not at all.
 */
export async function s3Store({
  bucket,
  region,
  endpoint,
  credentials,
  folder,
  idleMs = IDLE_MS,
}: S3Options): Promise<FileStore> {
  // Only who keeps documents this way pays for loading the SDK.
  const { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const incoming = await incomingFolder(folder);
  const client = new S3Client({
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    // What goes wrong is told by what it throws; the SDK would write it to the console as well.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    // A large document over a slow line goes on for as long as something moves.
    requestHandler: { connectionTimeout: 3_000, socketTimeout: idleMs },
  });
  const at = (key: string) => ({ Bucket: bucket, Key: `attachments/${key}` });
  return {
    incoming,
    async keep(key, path, { bytes, mediaType }) {
      const content = createReadStream(path);
      const about = { Body: content, ContentLength: bytes, ContentType: mediaType };
      await client.send(new PutObjectCommand({ ...at(key), ...about })).finally(() => content.destroy());
    },
    async open(key) {
      const { Body } = await client.send(new GetObjectCommand(at(key)));
      if (!Body) throw new Error('the store has no such document');
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    close: async () => client.destroy(),
  };
}
