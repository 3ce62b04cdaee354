/**
 * System:   KvK Mutatieservice v1 on the Handelsregister
 * Owner:    Kamer van Koophandel
 * Protocol: HTTPS, GET only, JSON, key in the header `apikey`
 * Document: https://developers.kvk.nl/nl/documentation
 */
import type { PartialDate } from './port.js';

/** What changed in the register of the companies we subscribed to. Never kept, so never stale. */
export interface KvkMutations {
  subscriptions(): Promise<KvkSubscription[]>;
  /** One page of what changed, at or after `from` and before `to`. @throws PartnerError REFUSED (404 for an unknown id) */
  signals(subscriptionId: string, query?: KvkSignalQuery): Promise<KvkSignalPage>;
  /** One signal with what KvK tells of the change: which part, never the value. @throws PartnerError REFUSED */
  signal(subscriptionId: string, signalId: string): Promise<KvkSignalDetail>;
  /**
   * Everything that changed, of all active subscriptions, oldest first, in batches. `since` is a moment the first time, and
   * after that the cursor of the last batch that was dealt with: what comes after a cursor is what was not in the batches up
   * to it. Each signal comes at least once: a cursor that was not kept brings its batch again, so `id` must be safe to see
   * twice. Always ends with a batch, if need be without signals, whose cursor reaches until the moment of asking.
   * Throws where it stands when KvK fails; the cursor of the batch before remains good.
   * @throws PartnerError @throws RangeError for a cursor that is none
   */
  signalsSince(since: Date | string, options?: { batchSize?: number }): AsyncGenerator<KvkSignalBatch, void, undefined>;
}

export interface KvkSubscription {
  id: string;
  /** KvK's name of the contract. */
  contract: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  active: boolean;
}

export interface KvkSignalQuery {
  from?: Date;
  to?: Date;
  /** Default 1. */
  page?: number;
  /** 10 to 500, default 100. */
  pageSize?: number;
}

export interface KvkSignalPage {
  page: number;
  pageSize: number;
  total: number;
  pages: number;
  signals: KvkSignal[];
}

export interface KvkSignalBatch {
  /** Oldest first. */
  signals: KvkSignal[];
  /** Text to keep and to hand to `signalsSince`; of our making, up to some 30 kB, and without personal data. */
  cursor: string;
}

/**
 * REGISTERED: a new number. CHANGED, ESTABLISHMENT_CHANGED: something did, see KvkChange for what. CEASED: ended.
 * CONTINUED: the business went on at, or to, another number. OTHER: of a type we do not know; `type` has KvK's word.
 */
export type KvkSignalKind =
  | 'REGISTERED'
  | 'CHANGED'
  | 'ESTABLISHMENT_CHANGED'
  | 'CEASED'
  | 'LEGAL_FORM_CHANGED'
  | 'CONTINUED'
  | 'MOVED'
  | 'NAME_CHANGED'
  | 'MERGED_OR_SPLIT'
  | 'ACTIVITIES_CHANGED'
  | 'OTHER';

/** One signal as a list tells it. */
export interface KvkSignal {
  /** Unique; a UUID. */
  id: string;
  subscriptionId: string;
  at: Date;
  kind: KvkSignalKind;
  /** KvK's own word, with its version: `SignaalNaamgeving_2025_01`. */
  type: string;
  kvkNumber: string;
  /** Only when the change is of one establishment. */
  establishmentNumber: string | null;
}

export interface KvkSignalDetail extends KvkSignal {
  change: KvkChange;
  /** True: the register puts an earlier change right. */
  correction: boolean;
}

/** KvK's code, e.g. `FS`, with its words, e.g. `Fuseren`. Codes we do not know are text like any other. */
export interface KvkCode {
  code: string;
  description: string | null;
}

/** What of the register changed, by its block. OFFICERS says that one did and not who. */
export type KvkChangedPart =
  | 'COMPANY'
  | 'OWNER'
  | 'ESTABLISHMENTS'
  | 'OFFICERS'
  | 'FILINGS'
  | 'NAME'
  | 'ACTIVITIES'
  | 'ADDRESS'
  | 'AGENTS'
  | 'OTHER';

/** What a signal tells beside its numbers. Lists are [] where it tells none: the register itself has the new values. */
export type KvkChange =
  | { kind: 'REGISTERED'; startedOn: PartialDate | null; reason: KvkCode | null }
  | { kind: 'CHANGED'; parts: KvkChangedPart[]; establishmentNumbers: string[] }
  | { kind: 'ESTABLISHMENT_CHANGED'; parts: KvkChangedPart[]; main: boolean | null }
  | { kind: 'CEASED'; endedOn: PartialDate | null; reason: KvkCode | null }
  | { kind: 'LEGAL_FORM_CHANGED'; from: string | null; to: string | null }
  | {
      kind: 'CONTINUED';
      /** VG: continued by; OG: handed over to. */
      role: KvkCode | null;
      otherKvkNumbers: string[];
      establishmentNumbers: string[];
      startedOn: PartialDate | null;
    }
  | { kind: 'MOVED' | 'NAME_CHANGED' | 'ACTIVITIES_CHANGED'; establishmentNumbers: string[] }
  | { kind: 'MERGED_OR_SPLIT'; otherKvkNumbers: string[] }
  | { kind: 'OTHER' };
