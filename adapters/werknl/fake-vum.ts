import { randomUUID } from 'node:crypto';
import type { FakeAnswer } from '../fake-faults.js';
import type { FakeRequest } from '../fakes.js';
import { select } from './fake-matching.js';
import { Vraag } from './fake-question.js';
import type { FactVacature, PlaceFact, VacancyFact } from './facts.js';

const VERSION = '3.0.0';
const OIN = /^[0-9]{20}$/;

/** Sentences in our words; which code is for what is our reading, for the public documents only have the codes. */
const ERRORS: Record<string, [status: number, message: string]> = {
  '400.01': [400, 'Het bericht voldoet niet aan de specificatie.'],
  '400.02': [400, 'Het vumID is niet bekend.'],
  '429.01': [429, 'Het maximum aantal detailvragen voor deze selectievraag is bereikt.'],
  '500.1': [500, 'Er is een technische fout opgetreden.'],
  '500.3': [503, 'De bron is niet beschikbaar.'],
};

export interface VumFakeOptions {
  /** OIN of the fake. */
  oin: string;
  /** OINs that may ask. Absent: any of 20 digits. */
  askers?: readonly string[];
  /** How many vacancies may be read in whole after one question. Absent: as many as one likes. */
  detailsPerQuestion?: number;
}

export const vumError = (code: string, headers: Record<string, string>, details?: string): FakeAnswer => {
  const [status, message] = ERRORS[code]!;
  return { status, headers, body: JSON.stringify({ code, message, ...(details ? { details } : {}) }) };
};

/** VUM 3.0.0 for vacancies, as an intermediary sees it, under `/api/v3`. */
export function vumFake(
  options: VumFakeOptions,
  vacancies: () => Iterable<VacancyFact>,
  places: ReadonlyMap<string, PlaceFact>,
): (request: FakeRequest) => FakeAnswer {
  let detailsLeft = options.detailsPerQuestion ?? Infinity;

  function headersFor({ headers }: FakeRequest): Record<string, string> {
    const via = headers['x-vum-viaparty'];
    return {
      'Content-Type': 'application/json',
      'X-VUM-berichtVersie': VERSION,
      'API-Version': VERSION,
      'X-VUM-fromParty': options.oin,
      'X-VUM-toParty': String(headers['x-vum-fromparty'] ?? ''),
      'X-VUM-viaParty': String(via ?? ''),
    };
  }

  function wrongHeader({ headers }: FakeRequest): string | null {
    for (const name of ['X-VUM-berichtVersie', 'API-Version']) if (headers[name.toLowerCase()] !== VERSION) return name;
    for (const name of ['X-VUM-fromParty', 'X-VUM-toParty', 'X-VUM-viaParty'])
      if (!OIN.test(String(headers[name.toLowerCase()]))) return name;
    return headers['x-vum-toparty'] === options.oin ? null : 'X-VUM-toParty';
  }

  function matches(body: string, headers: Record<string, string>): FakeAnswer {
    const read = Vraag.safeParse(vraagObject(body));
    if (!read.success) {
      const where = [...new Set(read.error.issues.map(({ path }) => ['vraagObject', ...path].join('.')))];
      return vumError('400.01', headers, where.join(', ').slice(0, 2_000));
    }
    const { found, more } = select(
      [...vacancies()].map(({ vacature }) => vacature),
      read.data,
      places,
    );
    detailsLeft = options.detailsPerQuestion ?? Infinity;
    const answer = { maximumAantalResultatenBereikt: more, vraagID: randomUUID(), matches: found.map(asMatch) };
    return { status: 200, headers, body: JSON.stringify(answer) };
  }

  function detail(vumID: string, headers: Record<string, string>): FakeAnswer {
    for (const { vacature, bronID } of vacancies()) {
      if (vacature.idVacature !== vumID) continue;
      if (detailsLeft <= 0) return vumError('429.01', headers);
      detailsLeft -= 1;
      return { status: 200, headers, body: JSON.stringify({ bronID, vacature }) };
    }
    return vumError('400.02', headers);
  }

  return (request) => {
    const headers = headersFor(request);
    const wrong = wrongHeader(request);
    if (wrong) return vumError('400.01', headers, wrong);
    const asker = String(request.headers['x-vum-fromparty']);
    if (options.askers && !options.askers.includes(asker)) return { status: 401, headers, body: '' };
    const path = request.path.replace(/^\/api\/v3/, '');
    if (path === '/vacatures/matches') {
      if (request.method !== 'POST') return { status: 405, headers: { ...headers, Allow: 'POST' }, body: '' };
      return matches(request.body, headers);
    }
    const vumID = /^\/vacatures\/([a-zA-Z0-9_.-]{1,500})$/.exec(path)?.[1];
    if (vumID === undefined) return { status: 404, headers, body: '' };
    if (request.method !== 'GET') return { status: 405, headers: { ...headers, Allow: 'GET' }, body: '' };
    return detail(vumID, headers);
  };
}

function vraagObject(body: string): unknown {
  try {
    return (JSON.parse(body) as { vraagObject?: unknown } | null)?.vraagObject;
  } catch {
    return undefined;
  }
}

/** A vacancy as a search may show it: no contact persons, no id or number of the source. The fake's vumID is the id. */
function asMatch(vacature: FactVacature): object {
  const { idVacature, nummerVacature: _number, werkgever, ...shown } = vacature;
  if (werkgever === undefined) return { ...shown, vumID: idVacature };
  const { contactpersoon: _persons, ...employer } = werkgever as Record<string, unknown>;
  return { ...shown, werkgever: employer, vumID: idVacature };
}
