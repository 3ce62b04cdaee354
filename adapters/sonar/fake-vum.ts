import { randomUUID } from 'node:crypto';
import type { FakeAnswer } from '../fake-faults.js';
import type { FakeRequest } from '../fakes.js';
import type { PlaceFact, ProfileFact, VumErrorFact } from './facts.js';
import { WerkzoekendeProfielMatchesRequest } from './fake-question.js';
import { search } from './fake-search.js';

/** What VUM's half of the fake knows. */
export interface VumFacts {
  profiles: ReadonlyMap<string, ProfileFact>;
  places: ReadonlyMap<string, PlaceFact>;
  errors: ReadonlyMap<string, VumErrorFact>;
}

export interface VumFakeManners {
  /** The OIN that the fake answers to. */
  oin: string;
  /** OINs that may ask; others get 401. Absent: any of 20 digits. */
  askers?: readonly string[];
  /** Matches given at most. Default 100, VUM's own. */
  mostMatches?: number;
  /** Profiles that an organisation may ask for after each question; more are 429.01. Default without limit. */
  mostProfiles?: number;
}

/** Where VUM's paths begin. */
export const VUM_BASE = '/api/v3';
const VERSION = '3.0.0';

/** Status and sentence by code. That 400.01 is the form and 400.02 the thing asked for is our reading: VUM explains neither. */
const ERRORS: Record<string, [number, string]> = {
  '400.01': [400, 'Het bericht voldoet niet aan de specificatie.'],
  '400.02': [400, 'Er is geen profiel bij het opgegeven vumID.'],
  '429.01': [429, 'De limiet is overschreden voor deze uitvraag.'],
  '500.1': [500, 'Er is een technische fout opgetreden.'],
  '500.3': [503, 'De bron is tijdelijk niet beschikbaar.'],
};

const answered = (status: number, body: object): FakeAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json', 'API-Version': VERSION, 'X-VUM-berichtVersie': VERSION },
  body: JSON.stringify(body),
});

export function vumError(code: string, details?: string, message?: string): FakeAnswer {
  const [status, sentence] = ERRORS[code] ?? [500, `Fout ${code}.`];
  return answered(status, { code, message: message ?? sentence, ...(details ? { details } : {}) });
}

const isOin = (value: string | string[] | undefined): value is string =>
  typeof value === 'string' && /^\d{20}$/.test(value);

/** VUM 3.0.0 as a mediator sees it. */
export function vumFake(facts: VumFacts, manners: VumFakeManners) {
  const { mostMatches = 100, mostProfiles = Infinity } = manners;
  /** Profiles asked since the last question, by who asks. */
  const asked = new Map<string, number>();

  function wrongHeader(headers: FakeRequest['headers']): string | null {
    for (const name of ['API-Version', 'X-VUM-berichtVersie']) if (headers[name.toLowerCase()] !== VERSION) return name;
    for (const name of ['X-VUM-fromParty', 'X-VUM-toParty', 'X-VUM-viaParty'])
      if (!isOin(headers[name.toLowerCase()])) return name;
    return headers['x-vum-toparty'] === manners.oin ? null : 'X-VUM-toParty';
  }

  function matches({ headers, body }: FakeRequest, asker: string): FakeAnswer {
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return vumError('400.01', 'Content-Type');
    const question = WerkzoekendeProfielMatchesRequest.safeParse(json(body));
    if (!question.success)
      return vumError('400.01', question.error.issues.map(({ path }) => path.join('.')).join(', '));
    const found = search(facts.profiles.values(), facts.places, question.data.vraagObject, mostMatches);
    asked.set(asker, 0);
    return answered(200, {
      maximumAantalResultatenBereikt: found.more,
      vraagID: randomUUID(),
      matches: found.matches,
    });
  }

  function profile(vumID: string, asker: string): FakeAnswer {
    const error = facts.errors.get(vumID);
    if (error) return vumError(error.code, undefined, error.message);
    const before = asked.get(asker) ?? 0;
    if (before >= mostProfiles) return vumError('429.01');
    asked.set(asker, before + 1);
    const found = facts.profiles.get(vumID);
    if (!found) return vumError('400.02');
    return answered(200, { bronID: found.bronID ?? manners.oin, werkzoekende: found.werkzoekende });
  }

  return {
    answer(request: FakeRequest): FakeAnswer {
      const { method, headers } = request;
      const [, service, name = '', ...rest] = request.path.slice(VUM_BASE.length).split('/');
      const wrong = wrongHeader(headers);
      if (wrong) return vumError('400.01', wrong);
      const from = headers['x-vum-fromparty'] as string;
      if (manners.askers && !manners.askers.includes(from))
        return { status: 401, headers: { 'API-Version': VERSION }, body: '' };
      if (service !== 'werkzoekendeProfielen' || !name || rest.length) return { ...vumError('400.01'), status: 404 };
      const searching = name === 'matches';
      if (method !== (searching ? 'POST' : 'GET')) return { ...vumError('400.01'), status: 405 };
      const answer = searching ? matches(request, from) : profile(name, from);
      return {
        ...answer,
        headers: {
          ...answer.headers,
          'X-VUM-fromParty': manners.oin,
          'X-VUM-toParty': from,
          'X-VUM-viaParty': headers['x-vum-viaparty'] as string,
        },
      };
    },
  };
}

/** The body as JSON; null, which is no question, when it is none. */
function json(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
