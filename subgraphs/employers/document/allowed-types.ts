/** What may be uploaded: the media type, the extensions that go with it, and whether it is plain text. */
interface AllowedType {
  extensions: readonly string[];
  text?: true;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Documents and pictures; nothing that runs, no macros, nothing packed. Text has no signature, so it is looked through. */
export const allowedTypes: Readonly<Record<string, AllowedType>> = {
  'application/pdf': { extensions: ['pdf'] },
  [`${openXml}.wordprocessingml.document`]: { extensions: ['docx'] },
  [`${openXml}.spreadsheetml.sheet`]: { extensions: ['xlsx'] },
  [`${openXml}.presentationml.presentation`]: { extensions: ['pptx'] },
  [`${openDocument}.text`]: { extensions: ['odt'] },
  [`${openDocument}.spreadsheet`]: { extensions: ['ods'] },
  'image/png': { extensions: ['png'] },
  'image/jpeg': { extensions: ['jpg', 'jpeg'] },
  'text/plain': { extensions: ['txt'], text: true },
  'text/csv': { extensions: ['csv'], text: true },
};

/** The extensions that may be uploaded, for a user to read. */
export const allowedInWords = Object.values(allowedTypes)
  .map(({ extensions }) => extensions[0])
  .join(', ');
