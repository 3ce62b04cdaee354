import { resilience, type ResilienceOptions, type ResilienceStatus } from '../resilience.js';
import type { Bsn, Sonar } from './port.js';
import { suwinet, type SuwinetOptions } from './suwinet.js';
import { checkVumId, vum, type VumOptions } from './vum.js';
import { vraagObject } from './vum-question.js';

/** How long an answer counts as fresh, in milliseconds. 0 asks every time. */
export interface SonarLifetimes {
  /** Default 1 minute: matches are pseudonymous. */
  search: number;
  /** Default 0, as for the three below: what is about a person is asked when it is needed, and kept nowhere. */
  profile: number;
  person: number;
  targetGroupRegistration: number;
  benefits: number;
}

export interface SonarClientOptions extends Omit<ResilienceOptions, 'partner' | 'isAbsence' | 'address' | 'store'> {
  vum: VumOptions;
  suwinet: SuwinetOptions;
  lifetimes?: Partial<SonarLifetimes>;
}

const LIFETIMES: SonarLifetimes = {
  search: 60_000,
  profile: 0,
  person: 0,
  targetGroupRegistration: 0,
  benefits: 0,
};

/** Sonar, asked through VUM and Suwinet: two parties, of which one may fail without the other. */
export async function sonarClient(
  options: SonarClientOptions,
): Promise<Sonar & { close(): Promise<void>; status(): { vum: ResilienceStatus; suwinet: ResilienceStatus } }> {
  const { log } = options;
  const lifetimes = { ...LIFETIMES, ...options.lifetimes };
  const profiles = vum({ ...options.vum, log });
  const people = await suwinet({ ...options.suwinet, log });
  // All that Sonar tells is about people: it stands in memory, and nowhere else.
  const manners = { ...options, partner: 'SONAR', store: undefined } as const;
  const toVum = resilience(manners);
  const toSuwinet = resilience(manners);

  const about = <T>(
    service: 'person' | 'targetGroupRegistration' | 'benefits',
    bsn: Bsn,
    ask: (signal: AbortSignal) => Promise<T>,
  ) => toSuwinet.read(`${service} ${bsn.reveal()}`, lifetimes[service], ask);

  return {
    async search(query) {
      const question = vraagObject(query);
      return toVum.read(`matches ${JSON.stringify(question)}`, lifetimes.search, (signal) =>
        profiles.matches(question, signal),
      );
    },
    async profile(vumId) {
      checkVumId(vumId);
      return toVum.read(`profile ${vumId}`, lifetimes.profile, (signal) => profiles.profile(vumId, signal));
    },
    person: async (bsn) => about('person', bsn, (signal) => people.person(bsn, signal)),
    targetGroupRegistration: async (bsn) =>
      about('targetGroupRegistration', bsn, (signal) => people.targetGroupRegistration(bsn, signal)),
    benefits: async (bsn) => about('benefits', bsn, (signal) => people.benefits(bsn, signal)),
    status: () => ({ vum: toVum.status(), suwinet: toSuwinet.status() }),
    async close() {
      await Promise.all([profiles.close(), people.close()]);
      await Promise.all([toVum.close(), toSuwinet.close()]);
    },
  };
}
