import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** An account of this machine, by number. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account PostgreSQL runs as when we are root, which it refuses to be. No account is made for it.
 * @returns null when we are not root, and PostgreSQL runs as ourselves
 * @throws Error when the machine has neither `postgres` nor `nobody`
 */
export function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((r) => r[0] === name);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error(
    'Running as root and neither "postgres" nor "nobody" exists; set DATABASE_URL or run as an ordinary user.',
  );
}

/** Whether `account` may walk to `path`: every folder above it that exists lets it pass. */
export function canReach(path: string, account: Account): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid } = statSync(folder);
      const mayPass = (mode & 0o001) !== 0 || (uid === account.uid && (mode & 0o100) !== 0);
      if (!mayPass) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
