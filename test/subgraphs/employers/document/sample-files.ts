import { crc32 } from 'node:zlib';

/** A ZIP archive of stored entries, as office programs make them. */
function zip(entries: [name: string, text: string][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const content = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), content]);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, position, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const openXml = (main: string, part: string) =>
  zip([
    [
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
    ],
    [part, '<x/>'],
  ]);
const openDocument = (kind: string) =>
  zip([
    ['mimetype', `application/vnd.oasis.opendocument.${kind}`],
    ['content.xml', '<x/>'],
  ]);

/** A small file of each kind, by its media type, with a name that fits. */
export const sampleFiles: Record<string, [name: string, content: Buffer]> = {
  'application/pdf': [
    'verslag.pdf',
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'brief.docx',
    openXml('wordprocessingml.document', 'word/document.xml'),
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    'cijfers.xlsx',
    openXml('spreadsheetml.sheet', 'xl/workbook.xml'),
  ],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': [
    'pitch.pptx',
    openXml('presentationml.presentation', 'ppt/presentation.xml'),
  ],
  'application/vnd.oasis.opendocument.text': ['brief.odt', openDocument('text')],
  'application/vnd.oasis.opendocument.spreadsheet': ['cijfers.ods', openDocument('spreadsheet')],
  'image/png': [
    'foto.png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  'image/jpeg': ['foto.jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex')],
  'text/plain': ['notitie.txt', Buffer.from('Gesproken over één chauffeur.\r\n')],
  'text/csv': ['lijst.csv', Buffer.from('naam;aantal\r\nchauffeurs;5\r\n')],
};

/** Text of so many bytes that nobody mistakes for anything else, made as it is read. */
export function* longText(bytes: number): Generator<Buffer> {
  const line = Buffer.from(`${'regel van een lang verslag '.repeat(2_400)}\n`);
  for (let left = bytes; left > 0; left -= line.length) yield left >= line.length ? line : line.subarray(0, left);
}
