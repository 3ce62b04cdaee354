import { v5 } from 'uuid';

/** Our own namespace of employers (RFC 9562, version 5). */
const NAMESPACE = '6f1a9d34-2c57-5f0e-9a3b-7d8c1e5b4a20';

/**
 * The id of an employer that the register knows, from its numbers alone: the same before and after its dossier is
 * opened, in every process and for ever.
 */
export const employerId = (kvkNumber: string, establishmentNumber?: string | null): string =>
  v5(establishmentNumber ? `kvk:${kvkNumber}:${establishmentNumber}` : `kvk:${kvkNumber}`, NAMESPACE);
