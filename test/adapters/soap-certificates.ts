import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PEM. */
export interface Pair {
  certificate: string;
  key: string;
}

/** Node makes keys but no certificates: `openssl` on the command line does. */
export const canMakeCertificates = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

/** An authority made for this run, and what it signs. Valid for two days. */
export function certificateAuthority(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-ca-'));
  const file = (end: string) => join(folder, end);
  const openssl = (...parameters: string[]) =>
    execFileSync('openssl', parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  const pair = (stem: string): Pair => ({
    certificate: readFileSync(file(`${stem}.pem`), 'utf8'),
    key: readFileSync(file(`${stem}.key`), 'utf8'),
  });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-subj',
    `/CN=${name}`,
    '-days',
    '2',
  );
  let serial = 1;
  return {
    ...pair('ca'),
    /** @param oin becomes the serialNumber of the subject, as PKIoverheid has it @param days -1 is yesterday */
    issue(commonName: string, oin: string, days = 2): Pair {
      const stem = `c${(serial += 1)}`;
      const subject = `/CN=${commonName}/serialNumber=${oin}`;
      openssl('req', '-new', ...key, '-keyout', file(`${stem}.key`), '-out', file(`${stem}.csr`), '-subj', subject);
      writeFileSync(file('ext'), 'subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n');
      openssl(
        ...[
          'x509',
          '-req',
          '-in',
          file(`${stem}.csr`),
          '-out',
          file(`${stem}.pem`),
          '-days',
          String(days),
          '-extfile',
          file('ext'),
        ],
        ...['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-set_serial', String(serial)],
      );
      return pair(stem);
    },
    selfSigned(commonName: string, oin: string): Pair {
      const stem = `s${(serial += 1)}`;
      const subject = `/CN=${commonName}/serialNumber=${oin}`;
      openssl(
        'req',
        '-x509',
        ...key,
        '-keyout',
        file(`${stem}.key`),
        '-out',
        file(`${stem}.pem`),
        '-subj',
        subject,
        '-days',
        '2',
      );
      return pair(stem);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
