import { validate } from 'uuid';
import type { EntityManager } from '../../database.js';
import type { UserError } from '../../payload.js';
import { prepared } from '../../prepared.js';
import { countErrors, userError } from '../../user-error.js';
import { Attachment } from './attachment.js';

const MOST = 20;

/**
 * Refusals of documents that cannot be attached: unknown or of another employer, not whole yet, withdrawn, or
 * attached to something else already.
 * @param path where the ids stand in the input, e.g. `['input', 'attachmentIds']`
 * @param subjectId what they may be attached to already
 */
export async function checkAttachments(
  em: EntityManager,
  ids: readonly string[] | null | undefined,
  employerId: string,
  path: string[],
  subjectId?: string,
): Promise<UserError[]> {
  if (!ids?.length) return [];
  if (ids.length > MOST) return countErrors(path, 'documenten (attachmentIds)', ids, MOST, 'R-100');
  const uuids = ids.filter((id) => validate(id));
  // In line: of two who attach one document at once, the second is to find it in use.
  await prepared(em, 'select id from attachment where id = any(?::uuid[]) order by id for update', [uuids]);
  const where = { id: { $in: uuids }, employerId };
  const found = validate(employerId) ? await em.find(Attachment, where, { disableIdentityMap: true }) : [];
  const byId = new Map(found.map((attachment) => [attachment.id, attachment]));
  return ids.flatMap((id, n) => {
    const one = byId.get(id);
    const at = [...path, String(n)];
    if (!one)
      return [
        userError(
          'UNKNOWN_ATTACHMENT',
          at,
          'Dit document (attachmentIds) is niet van deze werkgever of bestaat niet.',
          'R-100',
        ),
      ];
    if (!one.uploadedAt)
      return [
        userError(
          'ATTACHMENT_INCOMPLETE',
          at,
          'Dit document (attachmentIds) is nog niet geüpload: zet het eerst op het uploadadres.',
        ),
      ];
    if (one.withdrawnAt && !(one.subjectId && one.subjectId === subjectId))
      return [
        userError(
          'ATTACHMENT_WITHDRAWN',
          at,
          'Dit document (attachmentIds) is ingetrokken: upload het opnieuw als het erbij hoort.',
          'R-100',
        ),
      ];
    return one.subjectId && one.subjectId !== subjectId
      ? [
          userError(
            'ATTACHMENT_IN_USE',
            at,
            'Dit document (attachmentIds) hoort al bij iets anders: upload het opnieuw.',
            'R-100',
          ),
        ]
      : [];
  });
}
