import type { Logger } from '../../runtime/log.js';
import { startFake, type Fake, type FakeRequest } from '../fakes.js';
import { WerkNlFact, type PlaceFact, type VacancyFact } from './facts.js';
import { setuFake, type KeptDocument } from './fake-setu.js';
import { vumError, vumFake, type VumFakeOptions } from './fake-vum.js';
import { readPlaces, readVacancies } from './read-facts.js';

export interface WerkNlFakeOptions extends Omit<VumFakeOptions, 'oin'> {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** OIN of the fake as VUM's exchange. Default that of the demo. */
  oin?: string;
  facts?: WerkNlFact[];
  /** Vacancies to begin with: one VUM Vacature (JSON) a line. */
  vacanciesFile?: string | URL;
  /** Where postcodes are: CSV with `pc4`, `lat` and `lon`. */
  placesFile?: string | URL;
  log?: Logger;
}

/** The OIN the fake goes by unless told otherwise: of nobody. */
export const WERK_NL_FAKE_OIN = '00000000000000004104';

export interface WerkNlFake extends Fake<WerkNlFact> {
  /** What was put, with its status; the withdrawn too. */
  vacancies(): KeptDocument[];
  cvs(): KeptDocument[];
}

const isVum = ({ path }: FakeRequest): boolean => path.startsWith('/api/v3/');

/**
 * werk.nl on a port of this machine, over both wires: SETU's messages under `/setu`, VUM under `/api/v3`. Knows nothing until
 * told. A vacancy that is put and shown is found by VUM too.
 */
export async function startWerkNlFake(options: WerkNlFakeOptions): Promise<WerkNlFake> {
  const told = new Map<string, VacancyFact>();
  const places = new Map<string, PlaceFact>();
  const setu = setuFake();

  function tell(facts: WerkNlFact[]): void {
    for (const one of facts) {
      const fact = WerkNlFact.parse(one);
      if (fact.kind === 'place') places.set(fact.pc4, fact);
      else told.set(fact.vacature.idVacature, fact);
    }
  }
  tell(options.facts ?? []);
  if (options.placesFile) tell(await readPlaces(options.placesFile));
  if (options.vacanciesFile) tell(await readVacancies(options.vacanciesFile));

  const all = () => [...told.values(), ...setu.shown()];
  const vum = vumFake({ ...options, oin: options.oin ?? WERK_NL_FAKE_OIN }, all, places);

  const fake = await startFake<WerkNlFact>({
    name: 'werk.nl',
    port: options.port,
    ...(options.host ? { host: options.host } : {}),
    ...(options.log ? { log: options.log } : {}),
    answer: (request) => (isVum(request) ? vum(request) : setu.answer(request)),
    errorInside: (request) =>
      isVum(request)
        ? vumError('500.1', { 'Content-Type': 'application/json' })
        : setu.refusal('Er is een technische fout opgetreden.'),
    fact: WerkNlFact,
    tell,
  });
  return { ...fake, vacancies: () => setu.vacancies(), cvs: () => setu.cvs() };
}
