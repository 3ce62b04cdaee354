/** The systems outside that adapters speak with, named as in the schema. */
export type Partner = 'KVK' | 'SUWI' | 'SONAR' | 'WERK_NL';

/**
 * UNAVAILABLE: no answer in time (refused, reset, hung, 429, 5xx, breaker open). Asking later may help.
 * REFUSED: the partner understood and said no, or we knew beforehand that it would.
 * MALFORMED: something came back that is not what was agreed (HTML, cut off, wrong shape).
 */
export type PartnerErrorKind = 'UNAVAILABLE' | 'REFUSED' | 'MALFORMED';

const NAMES: Record<Partner, string> = { KVK: 'KvK', SUWI: 'Suwinet', SONAR: 'Sonar', WERK_NL: 'werk.nl' };
/** How it went, after the name of who was asked. */
export const HOW_IT_FAILED: Record<PartnerErrorKind, string> = {
  UNAVAILABLE: 'antwoordt nu niet.',
  REFUSED: 'heeft de vraag geweigerd.',
  MALFORMED: 'gaf een onbruikbaar antwoord.',
};

/** A partner's own words are passed on, but never a page of them. */
const LONGEST_MESSAGE = 300;

/**
 * Everything a partner can do wrong. `message` may be shown to users: it names the partner and nothing else.
 * What really happened stands in `cause`, for the log only.
 */
export class PartnerError extends Error {
  override readonly name = 'PartnerError';
  /** The partner's own code, e.g. `IPD0005`; null when it gave none. */
  readonly partnerCode: string | null;
  /** The partner's own sentence (Dutch), at most 300 characters; null when it gave none. */
  readonly partnerMessage: string | null;
  /** Milliseconds the partner asked to wait; undefined when it did not ask. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly partner: Partner,
    readonly kind: PartnerErrorKind,
    details: {
      partnerCode?: string | null;
      partnerMessage?: string | null;
      retryAfterMs?: number;
      cause?: unknown;
    } = {},
  ) {
    super(
      `${NAMES[partner]} ${HOW_IT_FAILED[kind]}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.partnerCode = details.partnerCode ?? null;
    this.partnerMessage = details.partnerMessage?.slice(0, LONGEST_MESSAGE) ?? null;
    this.retryAfterMs = details.retryAfterMs;
  }
}
