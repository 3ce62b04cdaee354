import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/**
 * What a partner can do wrong, on the wire:
 * refuse        the TCP connection is reset before anything is answered (see fakes.ts for a closed port)
 * reset         the head and half of the body come, then the connection is reset
 * hang          nothing comes until the fault is lifted or the client leaves
 * slow          the body drips, one byte every `delayMs`
 * 429, 500, 503 that status, with Retry-After where `retryAfterS` says so
 * html          200 with a web page
 * truncated     the body ends halfway, the connection is closed in good order
 * schema        200 in the right format with a shape nobody agreed on
 * soap-fault    500 with a SOAP 1.1 Fault, as a gateway before the partner would send
 * ok-with-error 200 with the partner's own error inside
 */
export const FAULT_KINDS = [
  'refuse',
  'reset',
  'hang',
  'slow',
  '429',
  '500',
  '503',
  'html',
  'truncated',
  'schema',
  'soap-fault',
  'ok-with-error',
] as const;

export const FaultShape = z.strictObject({
  kind: z.preprocess((kind) => (typeof kind === 'number' ? String(kind) : kind), z.enum(FAULT_KINDS)),
  /** Only requests whose path begins so. Default all. */
  pathPrefix: z.string().default('/'),
  /** How many requests it befalls; then it lifts itself. Default all. */
  times: z.int().positive().optional(),
  /** Between two bytes of `slow`. Default 50. */
  delayMs: z.int().min(1).max(60_000).default(50),
  /** `Retry-After` of 429 and 503, in seconds. */
  retryAfterS: z.int().min(0).optional(),
  /** Only `refuse`: closes the listening socket itself for so long, in milliseconds, then listens again. */
  forMs: z.int().min(1).max(60_000).optional(),
});
export type Fault = z.infer<typeof FaultShape>;

/** An answer, whole, before it is sent or spoiled. */
export interface FakeAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const PAGE = '<!doctype html><html><head><title>Onderhoud</title></head><body><h1>Even geduld</h1></body></html>';
const FAULT =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
  '<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>Policy Falsified</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>';

/** What a fault makes of an answer; null when it spoils the sending, not the answer. */
function spoiled(fault: Fault, answer: FakeAnswer): FakeAnswer | null {
  const xml = answer.headers['Content-Type']?.includes('xml') ?? false;
  const retry: Record<string, string> =
    fault.retryAfterS === undefined ? {} : { 'Retry-After': String(fault.retryAfterS) };
  switch (fault.kind) {
    case '429':
    case '500':
    case '503':
      return {
        status: Number(fault.kind),
        headers: { 'Content-Type': 'text/plain', ...(fault.kind === '500' ? {} : retry) },
        body: 'fout',
      };
    case 'html':
      return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: PAGE };
    case 'schema':
      return { status: 200, headers: answer.headers, body: xml ? '<onverwacht/>' : '{"onverwacht":["antwoord"]}' };
    case 'soap-fault':
      return { status: 500, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body: FAULT };
    default:
      return null;
  }
}

/** Sends `answer` as `fault` would have it. `lifted` settles when the fault is lifted, `gone` when the client left. */
export async function sendSpoiled(
  response: ServerResponse,
  fault: Fault,
  answer: FakeAnswer,
  lifted: Promise<void>,
): Promise<void> {
  const instead = spoiled(fault, answer);
  if (instead) return send(response, instead);
  const gone = new Promise<void>((resolve) => response.once('close', resolve));
  const bytes = Buffer.from(answer.body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const head = () => response.writeHead(answer.status, { ...answer.headers, 'Content-Length': bytes.length });
  switch (fault.kind) {
    case 'refuse':
      response.socket?.resetAndDestroy();
      return;
    case 'reset':
      head().write(half, () => response.socket?.resetAndDestroy());
      return;
    case 'truncated':
      head().write(half, () => response.socket?.end());
      return;
    case 'hang':
      await Promise.race([lifted, gone]);
      if (!response.destroyed) send(response, answer);
      return;
    case 'slow':
      head();
      for (const byte of bytes) {
        if (response.destroyed) return;
        response.write(Buffer.of(byte));
        await Promise.race([sleep(fault.delayMs, undefined, { ref: false }), gone]);
      }
      response.end();
  }
}

export function send(response: ServerResponse, { status, headers, body }: FakeAnswer): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
