import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canReach, unprivilegedAccount } from './account.js';
import { postgresBinaries } from './binaries.js';

export interface EmbeddedPostgres {
  /** `postgresql://` address over a Unix socket that only this account and root can open. Names no database. */
  url(database: string): string;
  dataDir: string;
  pid: number;
  /** Fast shutdown: open transactions are rolled back, committed ones are on disk. */
  stop(): Promise<void>;
}

const USER = 'werkgraaf';
const START_DEADLINE_MS = 60_000;

/** Whether the process that wrote `postmaster.pid` still runs. After a power failure the file lies. */
function runningPid(pidFile: string): number | null {
  if (!existsSync(pidFile)) return null;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  try {
    process.kill(pid, 0);
    const cmdline = `/proc/${pid}/cmdline`;
    if (existsSync(cmdline) && !readFileSync(cmdline, 'utf8').includes('postgres')) return null;
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}

/**
 * Starts a real PostgreSQL of our own on `dataDir`, made at the first start. It ends with this process however
 * that ends (kill -9 included), and what it acknowledged is on disk: fsync and synchronous_commit stay on,
 * because it holds people's records. Tests may pass other `flags`.
 * @throws Error when another process runs PostgreSQL on the same folder
 */
export async function startEmbeddedPostgres(options: { dataDir: string; flags?: string[] }): Promise<EmbeddedPostgres> {
  const account = unprivilegedAccount();
  const as = account ?? {};
  const native = postgresBinaries(account);
  const binary = (name: string) => join(native, 'bin', name);
  const key = createHash('sha256').update(resolve(options.dataDir)).digest('hex').slice(0, 12);
  const asked = resolve(options.dataDir);
  const dataDir = account && !canReach(dirname(asked), account) ? join('/var/tmp', `werkgraaf-data-${key}`) : asked;
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (account) chownSync(dataDir, account.uid, account.gid);
    const flags = [
      '-U',
      USER,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-instructions',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ];
    const made = spawnSync(binary('initdb'), ['-D', dataDir, ...flags], { ...as, cwd: '/', env, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  }

  const socketDir = join(tmpdir(), `werkgraaf-${key}`);
  mkdirSync(socketDir, { recursive: true, mode: 0o700 });
  if (account) chownSync(socketDir, account.uid, account.gid);
  const pidFile = join(dataDir, 'postmaster.pid');
  const before = runningPid(pidFile);
  if (before) await waitForEnd(before, pidFile, dataDir);

  // The shell is a watchdog: its standard input is a pipe from us, so when we end, in whatever way, the read ends
  // and PostgreSQL is told to stop.
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      '"$@" </dev/null & p=$!; read _; kill -INT $p 2>/dev/null; wait $p',
      'sh',
      binary('postgres'),
      '-D',
      dataDir,
      '-k',
      socketDir,
      ...settings({
        listen_addresses: '',
        unix_socket_permissions: '0700',
        max_connections: '120',
        shared_buffers: '128MB',
      }),
      ...(options.flags ?? []),
    ],
    { ...as, cwd: '/', env, detached: true, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4_000)));
  let ended = false;
  const end = new Promise<void>((done) =>
    child.once('exit', () => {
      ended = true;
      done();
    }),
  );
  child.unref();
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref(): void }).unref();

  for (
    const start = Date.now();
    !(existsSync(pidFile) && /^ready/m.test(readFileSync(pidFile, 'utf8')));
    await sleep(10)
  ) {
    if (ended || Date.now() - start > START_DEADLINE_MS)
      throw new Error(`PostgreSQL did not start on ${dataDir}:\n${said}`);
  }
  return {
    dataDir,
    pid: Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]),
    url: (database) => `postgresql://${USER}@/${database}?host=${encodeURIComponent(socketDir)}`,
    async stop() {
      child.stdin.end();
      child.ref();
      await end;
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

const settings = (values: Record<string, string>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** After kill -9 of the program its PostgreSQL is still closing for a moment: that is waited for, another program is not. */
async function waitForEnd(pid: number, pidFile: string, dataDir: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 10_000; await sleep(50)) if (runningPid(pidFile) === null) return;
  throw new Error(`Another program already runs PostgreSQL on ${dataDir} (pid ${pid}).`);
}
