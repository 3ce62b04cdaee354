import { GraphQLError } from 'graphql';
import { PartnerError } from '../../../adapters/partner-error.js';
import type { VacancyMatch, VacancySearch, WerkNl } from '../../../adapters/werknl/port.js';
import { ZONE } from '../../../runtime/clock.js';
import { Freshness, SourceSystem } from '../../provenance.js';
import type { ExternalVacancy, ExternalVacancySearch } from './external-vacancy.js';
import type { VacancySearchInput } from './vacancy-search-input.js';

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument: 'input' } });

/** Without what was not asked. */
const asked = <T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as never;

function queryOf({ levelAtLeast, languages, ...input }: VacancySearchInput): VacancySearch {
  if ((input.drivingLicences?.length ?? 0) > 20 || (languages?.length ?? 0) > 20)
    throw badInput('Ongeldige waarde voor input: noem hoogstens 20 rijbewijzen en 20 talen.');
  return {
    ...asked(input),
    ...(levelAtLeast === undefined || levelAtLeast === null ? {} : { level: { atLeast: levelAtLeast } }),
    ...(languages ? { languages: languages.map(asked) } : {}),
  } as VacancySearch;
}

const found = (match: VacancyMatch): ExternalVacancy => ({
  id: match.vumId,
  title: match.title,
  description: match.description,
  employerName: match.employerName,
  postcode: match.postcode,
  occupation: match.occupation,
  minimumLevel: match.minimumLevel,
  hoursMin: match.hoursMin,
  hoursMax: match.hoursMax,
  irregularHours: match.irregularHours,
  drivingLicences: match.drivingLicences,
  salary: match.salary,
  startsOn: match.startsOn,
  closesOn: match.closesOn,
  websites: [...new Set([...match.websites, ...match.applyBy.flatMap(({ url }) => url ?? [])])],
});

const clockTime = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });

/**
 * Searches the national supply on werk.nl. A silent werk.nl is no error: `status` says so.
 * @throws GraphQLError BAD_USER_INPUT for a question that VUM does not take
 */
export async function searchWerkNl(werkNl: WerkNl, input: VacancySearchInput): Promise<ExternalVacancySearch> {
  const query = queryOf(input);
  try {
    const { value, retrievedAt, freshness } = await werkNl.searchVacancies(query);
    const stale = `werk.nl antwoordt nu niet. U ziet de uitkomst van ${clockTime.format(retrievedAt)}.`;
    return {
      status: {
        source: SourceSystem.WERK_NL,
        freshness: Freshness[freshness],
        retrievedAt,
        message: freshness === 'STALE' ? stale : null,
      },
      vacancies: value.matches.map(found),
      more: value.more,
    };
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    if (error.kind === 'REFUSED' && error.partnerCode === '400.01')
      throw badInput(`Ongeldige waarde voor input: ${error.partnerMessage ?? 'werk.nl begrijpt de vraag niet.'}`);
    const status = { source: SourceSystem.WERK_NL, freshness: Freshness.UNAVAILABLE, retrievedAt: null };
    return { status: { ...status, message: error.message }, vacancies: null, more: null };
  }
}
