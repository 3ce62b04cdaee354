import { parseJson } from '../body.js';
import { partnerHttp, type PartnerAnswer, type PartnerHttpOptions } from '../http.js';
import { PartnerError } from '../partner-error.js';
import type { JobseekerMatches, JobseekerProfile } from './port.js';
import { matches, profile } from './vum-mapper.js';
import { nameless, refusal } from './vum-refusal.js';

export interface VumOptions extends Pick<
  PartnerHttpOptions,
  'baseUrl' | 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'
> {
  /** OIN (20 digits) of the organisation on whose behalf is asked, e.g. the municipality. */
  fromOin: string;
  /** OIN of VUM's exchange (Inlichtingenbureau). */
  toOin: string;
  /** OIN of the processor that asks. Default `fromOin`. */
  viaOin?: string;
  /** Whether the organisation takes part in SUWI. Default true. */
  suwiParty?: boolean;
}

/** One call each, in VUM 3.0.0. `matches` takes a vraagObject. */
export interface Vum {
  matches(vraagObject: object, signal: AbortSignal): Promise<JobseekerMatches>;
  profile(vumId: string, signal: AbortSignal): Promise<JobseekerProfile>;
  close(): Promise<void>;
}

const VERSION = '3.0.0';
const JSON_TYPE = 'application/json';
/** Pages of an error in front of VUM, with or without a type; read only to tell them from an answer. */
const ALSO = ['application/problem+json', 'text/html', 'text/plain', 'text/xml', 'application/xml', ''];

/** @param vumId 1 to 500 of VUM's characters. @throws PartnerError REFUSED (ONGELDIG_VUMID) */
export function checkVumId(vumId: string): string {
  // Dots alone are a step in a path and no name in it.
  if (/^[a-zA-Z0-9_.-]{1,500}$/.test(vumId) && !/^\.+$/.test(vumId)) return vumId;
  throw new PartnerError('SONAR', 'REFUSED', {
    partnerCode: 'ONGELDIG_VUMID',
    partnerMessage: 'Het VUM-ID is niet geldig.',
  });
}

/** The body of an error as JSON; null, which is no error of VUM's, when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export function vum(options: VumOptions & Pick<PartnerHttpOptions, 'log'>): Vum {
  const http = partnerHttp({
    ...options,
    partner: 'SONAR',
    headers: {
      accept: JSON_TYPE,
      'API-Version': VERSION,
      'X-VUM-berichtVersie': VERSION,
      'X-VUM-fromParty': options.fromOin,
      'X-VUM-toParty': options.toOin,
      'X-VUM-viaParty': options.viaOin ?? options.fromOin,
      'X-VUM-SUWIParty': (options.suwiParty ?? true) ? 'True' : 'False',
    },
  });

  function read<T>(answer: PartnerAnswer, map: (body: unknown) => T): T {
    const type = String(answer.headers['content-type'] ?? '').toLowerCase();
    if (type.split(';')[0]!.trim() !== JSON_TYPE) throw nameless(answer);
    if (answer.status !== 200) throw refusal(answer, parsed(answer.text)) ?? nameless(answer);
    const body = parseJson('SONAR', answer.text);
    const refused = refusal(answer, body);
    if (refused) throw refused;
    return map(body);
  }
  const shared = { accept: [JSON_TYPE, ...ALSO], readAlso: [429, 500, 503] };

  return {
    matches: (vraagObject, signal) =>
      http.call({
        ...shared,
        service: 'werkzoekendeProfielen/matches',
        method: 'POST',
        path: '/werkzoekendeProfielen/matches',
        headers: { 'content-type': JSON_TYPE },
        body: JSON.stringify({ vraagObject }),
        signal,
        read: (answer) => read(answer, matches),
      }),
    profile: (vumId, signal) =>
      http.call({
        ...shared,
        service: 'werkzoekendeProfielen/{vumID}',
        path: `/werkzoekendeProfielen/${checkVumId(vumId)}`,
        signal,
        read: (answer) => read(answer, (body) => profile(body, vumId)),
      }),
    close: () => http.close(),
  };
}
