import { parseJson } from '../body.js';
import { partnerHttp, type PartnerAnswer, type PartnerHttpOptions } from '../http.js';
import { PartnerError } from '../partner-error.js';
import { resilience, type ResilienceOptions } from '../resilience.js';
import { candidate, candidateWithdrawal } from './candidate.js';
import { checkCv, checkIds, checkVacancy } from './check-delivery.js';
import { deliveryError } from './delivery-error.js';
import { check, foundVacancy, vacancyMatches } from './mapper.js';
import type { VacancyReceipt, VacancyToPublish, WerkNl } from './port.js';
import { positionOpening } from './position-opening.js';
import { checkVumId, question } from './question.js';
import { isAbsence, nameless, refusal } from './refusal.js';
import type { Sender, SetuStatus } from './setu.js';
import { receipt } from './vacancy-response.js';
import { VacatureResponse, VacaturesMatchesResponse } from './wire.js';

/** How long an answer counts as fresh, in milliseconds. 0 asks every time. */
export interface WerkNlLifetimes {
  /** Default 1 minute. */
  search: number;
  /** Default 5 minutes. */
  vacancy: number;
}

type Connection = Pick<PartnerHttpOptions, 'baseUrl' | 'maxBodyBytes' | 'connections' | 'connectMs' | 'tls'>;

export interface VumOptions extends Connection {
  /** OIN (20 digits) of the organisation on whose behalf is asked, e.g. the municipality. */
  fromOin: string;
  /** OIN of VUM's exchange (Inlichtingenbureau). */
  toOin: string;
  /** OIN of the processor that asks. Default `fromOin`. */
  viaOin?: string;
}

export interface WerkNlClientOptions extends Omit<ResilienceOptions, 'partner' | 'address' | 'isAbsence'> {
  /** Where vacancies and CVs go; paths below it are ours: `/setu/vacatures` and `/setu/cvs`. */
  delivery: Connection;
  /** Where vacancies are searched, up to and with `/api/v3`. */
  vum: VumOptions;
  sender: Sender;
  lifetimes?: Partial<WerkNlLifetimes>;
}

const XML = ['application/xml', 'text/xml'];
/** Larger than any VacancyResponseNL, and no work to read. */
const LONGEST_RECEIPT = 100_000;
const VERSION = '3.0.0';
const JSON_TYPE = 'application/json';
/** Pages of an error in front of VUM, with or without a type; read only to tell them from an answer. */
const PAGES = ['application/problem+json', 'text/html', 'text/plain', 'text/xml', 'application/xml', ''];

/** The body of an error as JSON; null, which is no error of VUM's, when it is none. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const vumHeaders = ({ fromOin, toOin, viaOin }: VumOptions): Record<string, string> => ({
  'X-VUM-berichtVersie': VERSION,
  'API-Version': VERSION,
  'X-VUM-fromParty': fromOin,
  'X-VUM-toParty': toOin,
  'X-VUM-viaParty': viaOin ?? fromOin,
});

/** werk.nl over its two wires. Each has its own connections and breaker: that one is silent says nothing of the other. */
export function werkNlClient(options: WerkNlClientOptions): WerkNl & { close(): Promise<void> } {
  const { delivery, log, sender, vum } = options;
  const lifetimes: WerkNlLifetimes = { search: 60_000, vacancy: 5 * 60_000, ...options.lifetimes };
  const partner = 'WERK_NL' as const;
  const out = partnerHttp({ maxBodyBytes: LONGEST_RECEIPT, ...delivery, partner, log });
  const search = partnerHttp({ ...vum, partner, log, headers: vumHeaders(vum) });
  const outManners = resilience({ ...options, partner });
  const searchManners = resilience({ ...options, partner, address: vum.baseUrl, isAbsence });

  /** One attempt. Every error tells whether the message may have arrived. */
  async function deliver(
    service: 'vacatures' | 'cvs',
    asked: { id: string; messageId: string; status: SetuStatus },
    document: () => string,
  ): Promise<VacancyReceipt> {
    let attempted = false;
    try {
      checkIds(asked.id, asked.messageId);
      const body = document();
      return await outManners.write((signal) => {
        attempted = true;
        return out.call({
          service: `setu ${service}`,
          method: 'POST',
          path: `/setu/${service}`,
          headers: { 'content-type': 'application/xml; charset=utf-8' },
          body,
          accept: XML,
          signal,
          read: ({ status, text }) => receipt(text, status, asked),
        });
      });
    } catch (error) {
      if (!(error instanceof PartnerError)) throw error;
      throw deliveryError(error, attempted);
    }
  }

  const vacancyMessage =
    (status: SetuStatus) =>
    (vacancy: VacancyToPublish, messageId: string): Promise<VacancyReceipt> =>
      deliver('vacatures', { id: vacancy.id, messageId, status }, () => {
        checkVacancy(vacancy);
        return positionOpening(vacancy, status, messageId, sender);
      });

  /** `map` of a 200; VUM's own error, whatever its status. */
  const readJson =
    <T>(map: (body: unknown) => T) =>
    (answer: PartnerAnswer): T => {
      const type = String(answer.headers['content-type'] ?? '').toLowerCase();
      if (type.split(';')[0]!.trim() !== JSON_TYPE) throw nameless(answer);
      if (answer.status !== 200) throw refusal(answer, jsonOrNull(answer.text)) ?? nameless(answer);
      const body = parseJson(partner, answer.text);
      const refused = refusal(answer, body);
      if (refused) throw refused;
      return map(body);
    };
  /** Statuses in whose body VUM tells its code. */
  const asked = { accept: [JSON_TYPE, ...PAGES], readAlso: [429, 500, 503] };

  return {
    putVacancy: vacancyMessage('x:put'),
    editVacancy: vacancyMessage('x:edit'),
    activateVacancy: vacancyMessage('x:activate'),
    deactivateVacancy: vacancyMessage('x:deactivate'),
    prolongVacancy: vacancyMessage('x:prolong'),
    withdrawVacancy: vacancyMessage('x:delete'),
    putCv: (cv, messageId) =>
      deliver('cvs', { id: cv.id, messageId, status: 'x:put' }, () => {
        checkCv(cv);
        return candidate(cv, messageId, sender);
      }),
    withdrawCv: (id, messageId) =>
      deliver('cvs', { id, messageId, status: 'x:delete' }, () => candidateWithdrawal(id, messageId)),

    async searchVacancies(query) {
      const body = JSON.stringify({ vraagObject: question(query) });
      return searchManners.read(`matches ${body}`, lifetimes.search, (signal) =>
        search.call({
          ...asked,
          service: 'vacatures/matches',
          method: 'POST',
          path: '/vacatures/matches',
          headers: { 'content-type': JSON_TYPE, accept: JSON_TYPE },
          body,
          signal,
          read: readJson((answer) => vacancyMatches(check(VacaturesMatchesResponse, answer))),
        }),
      );
    },
    async vacancy(vumId) {
      const path = `/vacatures/${checkVumId(vumId)}`;
      return searchManners.read(path, lifetimes.vacancy, (signal) =>
        search.call({
          ...asked,
          service: 'vacatures',
          path,
          headers: { accept: JSON_TYPE },
          signal,
          read: readJson((answer) => foundVacancy(check(VacatureResponse, answer), vumId)),
        }),
      );
    },
    status: () => ({ vum: searchManners.status(), delivery: outManners.status() }),
    async close() {
      await Promise.all([out.close(), search.close()]);
      await Promise.all([outManners.close(), searchManners.close()]);
    },
  };
}
