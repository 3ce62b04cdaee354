import type { FAULT_KINDS } from '../../adapters/fake-faults.js';

/** A deadline in milliseconds that no answer misses, however busy the machine: what is wrong is not taken for what is late. */
export const LONG_MS = 20_000;

/** The deadline of who meets a fault: short, in milliseconds, where nothing comes, for then it is waited out. */
export const deadlineUnder = (kind: (typeof FAULT_KINDS)[number], shortMs: number): number =>
  kind === 'hang' || kind === 'slow' ? shortMs : LONG_MS;
