import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of documents with a dossier. */
export const documentAccess: Access = {
  Mutation: [
    [registrar, 'startUpload'],
    [staff, 'withdrawDocument'],
  ],
  Attachment: [
    [staff, 'id employer fileName mediaType bytes sha256 uploadedBy uploadedAt subjectType subjectId downloadUrl'],
    [staff, 'withdrawnAt withdrawnBy withdrawnBecause version'],
  ],
  UploadTicket: [[registrar, 'attachmentId uploadUrl expiresAt']],
  UploadPayload: [[employee, 'ticket notices errors']],
  AttachmentPayload: [[employee, 'attachment notices errors']],
};
