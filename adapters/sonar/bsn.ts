import { inspect } from 'node:util';
import { PartnerError } from '../partner-error.js';
import { passesEleven } from '../soap-formats.js';

const HIDDEN = '[bsn]';

/**
 * A citizen service number that never prints itself: as text, as JSON, in a log and in a debugger it is `[bsn]`. Only
 * `reveal` tells the digits, and only the body of a question to Suwinet needs them.
 */
export class Bsn {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /** @throws PartnerError REFUSED (ONGELDIG_NUMMER), which does not tell the number, when it is no BSN (9 digits, elfproef) */
  static of(digits: string): Bsn {
    if (typeof digits !== 'string' || !passesEleven(digits))
      throw new PartnerError('SONAR', 'REFUSED', {
        partnerCode: 'ONGELDIG_NUMMER',
        partnerMessage: 'Het BSN is niet geldig.',
      });
    return new Bsn(digits);
  }

  /** The 9 digits. For the wire alone. */
  reveal(): string {
    return this.#digits;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.toPrimitive](): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
