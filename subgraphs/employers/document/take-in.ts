import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { allowedTypes } from './allowed-types.js';

/** A document that is not what it was announced to be. The message is for the user. */
export class UploadRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface TakenIn {
  path: string;
  bytes: number;
  sha256: string;
}

/** Whether bytes stand in no text: control characters other than tabs, line ends, form feeds and escapes. */
function isNoText(part: Buffer): boolean {
  for (const byte of part) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return true;
  return false;
}

/** Counts, hashes and looks through what passes; refuses once it is more than announced, or no text. */
function inspector(
  announced: number,
  text: boolean,
): { stream: Transform; result(): { bytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(part: Buffer, _encoding, next) {
      bytes += part.length;
      if (bytes > announced) return next(new UploadRefused(413, 'Het bestand is groter dan aangekondigd.'));
      if (text && isNoText(part))
        return next(
          new UploadRefused(415, 'Dit is geen platte tekst. Sla het op als tekst (UTF-8) en probeer opnieuw.'),
        );
      hash.update(part);
      next(null, part);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/**
 * Gathers a document in `folder`, as it comes, and checks that it is what was announced: its size to the byte, its type
 * by its content. Never holds more of it than passes through. What is refused or broken off leaves nothing.
 * @throws UploadRefused
 */
export async function takeIn(
  content: Readable,
  announced: { bytes: number; mediaType: string },
  folder: string,
): Promise<TakenIn> {
  const path = join(folder, `${randomUUID()}.part`);
  const text = Boolean(allowedTypes[announced.mediaType]?.text);
  const { stream, result } = inspector(announced.bytes, text);
  try {
    await pipeline(content, stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const got = result();
    if (got.bytes !== announced.bytes)
      throw new UploadRefused(400, 'Het bestand is kleiner dan aangekondigd; het is niet bewaard.');
    // Text has been looked through. To guess at it would refuse what begins with "BMW", as pictures of a kind do.
    if (!text && (await fileTypeFromFile(path))?.mime !== announced.mediaType)
      throw new UploadRefused(415, 'De inhoud van het bestand past niet bij het soort dat is opgegeven.');
    return { path, ...got };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
