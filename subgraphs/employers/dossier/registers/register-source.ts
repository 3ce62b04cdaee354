import type { ReadOptions, Retrieved } from '../../../../adapters/retrieved.js';
import type { SourceSystem } from '../../../provenance.js';
import type { RegisterField, RegisterValues } from './register-values.js';

/** The numbers by which registers know an employer. */
export interface RegisterNumbers {
  kvkNumber: string;
  /** Only when the dossier is about one establishment. */
  establishmentNumber: string | null;
}

/** One register that feeds the dossier. A new one is a file like `kvk-source.ts` and its place in the order. */
export interface RegisterSource {
  source: SourceSystem;
  /** The fields it can tell: the others are not missing when it is silent. */
  feeds: readonly RegisterField[];
  /** Null when it does not know the employer. @throws PartnerError */
  ask(numbers: RegisterNumbers, options?: ReadOptions): Promise<Retrieved<RegisterValues | null>>;
}
