import type { BesideHandler } from '../../../runtime/beside.js';
import type { Surroundings } from '../../context.js';
import type { HasLeft } from '../../not-to-leavers.js';
import type { BesideSettings } from '../beside-settings.js';
import type { FileSettings } from './file-store.js';
import { receiveUpload } from './receive-upload.js';
import { sendDownload } from './send-download.js';

/** Answers `/files/`: uploads with PUT, downloads with GET. */
export function serveFiles(
  surroundings: Surroundings,
  files: FileSettings,
  beside: BesideSettings,
  hasLeft: HasLeft,
): BesideHandler {
  const receive = receiveUpload(surroundings, files, hasLeft);
  const send = sendDownload(surroundings, files, beside, hasLeft);
  return (request, response, asked) => (request.method === 'PUT' ? receive : send)(request, response, asked);
}
