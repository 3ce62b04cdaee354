import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { Attachment } from './attachment.js';

export interface DocumentLoaders {
  attachmentById: DataLoader<string, Attachment | null>;
  /** All that is announced for an employer; what is not whole yet has no `uploadedAt`. */
  attachmentsOfEmployer: DataLoader<string, Attachment[]>;
  /** The documents of a record, by the id of that record; also withdrawn ones, which tell why they are gone. */
  attachmentsOfSubject: DataLoader<string, Attachment[]>;
}

export const documentLoaders = (em: EntityManager): DocumentLoaders => ({
  attachmentById: byId(em, Attachment),
  attachmentsOfEmployer: listBy(em, Attachment, 'employerId', { uploadedAt: 'desc', id: 'desc' }),
  attachmentsOfSubject: listBy(em, Attachment, 'subjectId', { uploadedAt: 'asc', id: 'asc' }),
});
