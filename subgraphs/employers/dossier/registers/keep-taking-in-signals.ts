import type { KvkMutations } from '../../../../adapters/kvk/mutations-port.js';
import type { Kvk } from '../../../../adapters/kvk/port.js';
import type { Surroundings } from '../../../context.js';
import { everySoOften } from '../../../every-so-often.js';
import { takeInSignals } from './take-in-signals.js';

/** What KvK's signals are taken in with, and how often. */
export interface Signals {
  mutations: KvkMutations;
  /** Milliseconds between the end of a round and the next. */
  everyMs: number;
}

/** Takes in KvK's signals every so often, as long as the process lives. A round that fails is told in the log, and comes again. */
export function keepTakingInSignals(
  surroundings: Surroundings,
  kvk: Kvk,
  { mutations, everyMs }: Signals,
): { stop(): Promise<void> } {
  return everySoOften(everyMs, (stopping) =>
    takeInSignals(surroundings, kvk, mutations, stopping).catch((err: unknown) =>
      surroundings.log.error({ err }, 'signals of KvK could not be taken in'),
    ),
  );
}
