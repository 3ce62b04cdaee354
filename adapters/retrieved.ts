/** What a partner told us, and when: a value that outlived its lifetime is better than none, if it says so. */
export interface Retrieved<T> {
  value: T;
  /** When the partner's answer arrived. */
  retrievedAt: Date;
  /** STALE: older than its lifetime, given because the partner could not be asked again. */
  freshness: 'FRESH' | 'STALE';
}

/** How a partner is read. */
export interface ReadOptions {
  /** Asks the partner now, past what is kept; a silent partner is a PartnerError, never an old answer. */
  fresh?: boolean;
}
