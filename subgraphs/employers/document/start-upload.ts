import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import type { BesideSettings } from '../beside-settings.js';
import { Employer } from '../dossier/employer.js';
import { hashOfToken, tokenOf } from '../keys.js';
import { allowedInWords, allowedTypes } from './allowed-types.js';
import { AttachmentSchema, type Attachment } from './attachment.js';
import type { FileSettings } from './file-store.js';
import type { StartUploadInput, UploadTicket } from './upload.js';

/** How long a ticket can be used. */
const TICKET_MS = 15 * 60_000;
const LONGEST_NAME = 200;
/**
 * What is not seen (control and format characters, by which a name reads other than it is, and line ends), half a
 * character, and what is a path or a device in one of the systems that files end up in.
 */
const STRANGE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d) *\./iu;

const nameOf = (fileName: string): string => fileName.trim().normalize('NFC');

const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toLocaleString('nl-NL')} MB`;

function errorsIn({ fileName, mediaType, bytes }: StartUploadInput, mostBytes: number): UserError[] {
  const name = nameOf(fileName);
  const type = Object.hasOwn(allowedTypes, mediaType) ? allowedTypes[mediaType] : undefined;
  const named = name.length >= 3 && name.length <= LONGEST_NAME && !STRANGE.test(name);
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return [
    ...(named
      ? []
      : [
          userError(
            'INVALID_FILE_NAME',
            ['input', 'fileName'],
            `De bestandsnaam (fileName) heeft 3 tot ${LONGEST_NAME} tekens en geen map of tekens die een bestandsnaam niet heeft, zoals / : * of ?.`,
            'R-100',
          ),
        ]),
    ...(type
      ? []
      : [
          userError(
            'TYPE_NOT_ALLOWED',
            ['input', 'mediaType'],
            `Dit soort bestand (mediaType) kan niet worden geüpload. Wel: ${allowedInWords}.`,
            'R-100',
          ),
        ]),
    ...(named && type && !type.extensions.includes(extension)
      ? [
          userError(
            'INVALID_FILE_NAME',
            ['input', 'fileName'],
            `De extensie van fileName past niet bij mediaType: verwacht .${type.extensions.join(' of .')}.`,
            'R-100',
          ),
        ]
      : []),
    ...(bytes < 1 || bytes > mostBytes
      ? [
          userError(
            'OUT_OF_RANGE',
            ['input', 'bytes'],
            `Een document (bytes) is niet leeg en hoogstens ${inMegabytes(mostBytes)}.`,
            'R-100',
          ),
        ]
      : []),
  ];
}

/** The ticket of an announced document: the same as often as it is asked for. */
export const ticketOf = ({ publicUrl, secret }: BesideSettings, { id, ticketExpiresAt }: Attachment): UploadTicket => ({
  attachmentId: id,
  uploadUrl: `${publicUrl}/files/${tokenOf(secret, 'upload', id)}`,
  expiresAt: ticketExpiresAt,
});

/** Announces a document of an employer. Its content follows with the ticket, once, within a quarter of an hour. */
export async function startUpload(
  context: Pick<Context, 'clock' | 'identity'> & { beside: BesideSettings; files: FileSettings | null },
  em: EntityManager,
  input: StartUploadInput,
): Promise<Outcome> {
  const { employerId, fileName, mediaType, bytes } = input;
  const { beside, files, clock } = context;
  if (!files)
    return refused(
      userError('NO_STORAGE', ['input'], 'Er is geen plaats ingesteld om documenten te bewaren.', 'R-100'),
    );
  const known = validate(employerId) && (await em.count(Employer, { id: employerId })) > 0;
  const errors = [
    ...(known
      ? []
      : [userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever (employerId) heeft geen dossier.')]),
    ...errorsIn(input, files.mostBytes),
  ];
  if (errors.length) return refused(...errors);
  const id = v7();
  const now = clock.now();
  await em.insert(AttachmentSchema, {
    id,
    employerId,
    fileName: nameOf(fileName),
    mediaType,
    announcedBytes: bytes,
    announcedById: whoAsks(context).professionalId,
    announcedAt: now,
    ticketHash: hashOfToken(tokenOf(beside.secret, 'upload', id)),
    ticketExpiresAt: new Date(now.getTime() + TICKET_MS),
    version: 1,
  });
  return written(id);
}
