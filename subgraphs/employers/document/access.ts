import { employee, registrar, staff, type Access } from '../../authorise.js';

/** Who may see what of documents with a dossier. */
export const documentAccess: Access = {
  Mutation: [[registrar, 'startUpload']],
  Attachment: [
    [staff, 'id employer fileName mediaType bytes sha256 uploadedBy uploadedAt subjectType subjectId downloadUrl'],
  ],
  UploadTicket: [[registrar, 'attachmentId uploadUrl expiresAt']],
  UploadPayload: [[employee, 'ticket notices errors']],
};
