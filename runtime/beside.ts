import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from './identity.js';

/** What travels with a request beside the graph. */
export interface BesideContext {
  requestId: string;
  /** Who asks, checked by the gateway; null when nobody logged in. */
  identity: Identity | null;
}

/**
 * Answers one HTTP request that is no question to the graph: a file, a calendar, a stream. It streams both ways, and
 * must leave nothing behind when the client goes.
 */
export type BesideHandler = (request: IncomingMessage, response: ServerResponse, asked: BesideContext) => Promise<void>;

/** Paths and who answers them, as in `Routes`. */
export type BesideRoutes = Record<string, BesideHandler>;
