import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Program {
  pid: number;
  /** Hands the program one task (IPC) and gives its answer. @throws Error with what it said when it ends before that */
  task<T>(message: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Starts `file` of this build as a process of its own, with no setting but those in `env`.
 * @param options.log file that takes all it writes
 * @param options.url waited for until it answers anything but that it is not ready (503)
 */
export async function startProgram(
  file: string,
  options: { env?: Record<string, string>; execArgv?: string[]; log: string; url?: string },
): Promise<Program> {
  const { PATH, HOME, TMPDIR } = process.env;
  const base = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
  const log = openSync(options.log, 'w');
  const child: ChildProcess = fork(join(import.meta.dirname, '..', file), {
    env: { ...base, ...options.env } as NodeJS.ProcessEnv,
    execArgv: options.execArgv ?? [],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const over = (): Promise<never> =>
    ended.then(() => {
      throw new Error(`${file} ended; see ${options.log}`);
    });
  over().catch(() => {});
  const { url } = options;
  const answers = async (): Promise<void> => {
    for (const began = Date.now(); url; await sleep(100)) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      await answer?.body?.cancel();
      if (answer && answer.status !== 503) return;
      if (Date.now() - began > 60_000) throw new Error(`${file} does not answer at ${url}; see ${options.log}`);
    }
  };
  try {
    await Promise.race([answers(), over()]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    pid: child.pid!,
    async task<T>(message: unknown): Promise<T> {
      const answer = once(child, 'message');
      child.send(message as object);
      const [told] = (await Promise.race([answer, over()])) as [T];
      return told;
    },
    async stop() {
      const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(late);
    },
  };
}
