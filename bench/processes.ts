import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;
const PAGE_MIB = 4_096 / 1_048_576;

/** The fields of /proc/PID/stat behind the name, which may itself contain spaces; null when the process is gone. */
function stat(pid: number | string): number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text
      .slice(text.lastIndexOf(')') + 4)
      .split(' ')
      .map(Number);
  } catch {
    return null;
  }
}

/** Processor time of one process so far, all its threads, in milliseconds (10 ms exact). */
export function cpuMs(pid: number): number {
  const fields = stat(pid);
  return fields ? ((fields[10]! + fields[11]!) * 1_000) / TICKS_PER_SECOND : 0;
}

/** Processor time of a process, of its children that live and of those that ended: all of PostgreSQL. Milliseconds. */
export function familyCpuMs(pid: number): number {
  const own = stat(pid);
  if (!own) return 0;
  let ticks = own[10]! + own[11]! + own[12]! + own[13]!;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = stat(name);
    if (fields?.[0] === pid) ticks += fields[10]! + fields[11]!;
  }
  return (ticks * 1_000) / TICKS_PER_SECOND;
}

/** Resident memory of one process, in MiB. */
export const residentMiB = (pid: number): number => (stat(pid)?.[20] ?? 0) * PAGE_MIB;
