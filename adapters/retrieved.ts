/** What a partner told us, and when: a value that outlived its lifetime is better than none, if it says so. */
export interface Retrieved<T> {
  value: T;
  /** When the partner's answer arrived. */
  retrievedAt: Date;
  /** STALE: older than its lifetime, given because the partner could not be asked again. */
  freshness: 'FRESH' | 'STALE';
}
