import { PartnerError } from '../partner-error.js';

/** A message to werk.nl of which we do not know, or know all too well, that it was not carried out. */
export class DeliveryError extends PartnerError {
  /**
   * True: it may have been carried out, though nothing (readable) came back. Send it again under the same message id.
   * False: it was not; it never left, or werk.nl turned it away.
   */
  readonly mayHaveArrived: boolean;

  constructor(error: PartnerError, mayHaveArrived: boolean) {
    const { partnerCode, partnerMessage, retryAfterMs, cause } = error;
    super(error.partner, error.kind, {
      partnerCode,
      partnerMessage,
      ...(cause === undefined ? {} : { cause }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** What goes wrong before the first byte of a message: no address, no connection, no trust. */
const BEFORE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** @param attempted whether sending was begun at all: not when the breaker is open or the queue is full */
export function deliveryError(error: PartnerError, attempted: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const { code, message } = (error.cause ?? {}) as { code?: unknown; message?: unknown };
  const turnedAway = error.kind === 'REFUSED' || message === 'HTTP 429';
  const never = typeof code === 'string' && BEFORE.test(code);
  return new DeliveryError(error, attempted && !turnedAway && !never);
}
