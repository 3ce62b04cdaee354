import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './settings.js';

export interface Program {
  pid: number;
  /** All it wrote so far, on both outputs. */
  said(): string;
  /** Resolves when it ended, with its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
  running(): boolean;
  signal(name: NodeJS.Signals): void;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

/** Starts `file` of a build as a process of its own, with no setting but those in `env`. */
export function startProgram(file: string, env: Record<string, string>): Program {
  const { PATH, HOME, TMPDIR } = process.env;
  const base = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: ROOT,
    env: { ...base, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-20_000)));
  let over = false;
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      over = true;
      done(code);
    });
  });
  return {
    pid: child.pid!,
    said: () => said,
    ended,
    running: () => !over,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * Waits until `url` answers 200.
 * @throws Error with what the program said, when it ended or took longer than `deadlineMs`
 */
export async function answers(program: Program, url: string, deadlineMs = 300_000): Promise<void> {
  for (const began = Date.now(); ; await sleep(50)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (!program.running() || Date.now() - began > deadlineMs)
      throw new Error(`${url} does not answer (${answer?.status ?? 'nothing'}):\n${program.said()}`);
  }
}
