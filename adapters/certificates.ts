import { readFile } from 'node:fs/promises';

/** PEM files: our certificate and key, for TLS and for signing, and whom we trust. Null: none, for development only. */
export interface CertificateFiles {
  certificateFile: string | null;
  keyFile: string | null;
  authoritiesFile: string | null;
}

export interface Certificates {
  /** Who we are; null unless both files are named. */
  ours: { cert: string; key: string } | null;
  /** Whom we trust. */
  ca: string | null;
}

/** What stands in those files. @throws Error when one is not there */
export async function readCertificates(files: CertificateFiles): Promise<Certificates> {
  const [cert, key, ca] = await Promise.all(
    [files.certificateFile, files.keyFile, files.authoritiesFile].map((file) => (file ? readFile(file, 'utf8') : null)),
  );
  return { ours: cert && key ? { cert, key } : null, ca: ca ?? null };
}
