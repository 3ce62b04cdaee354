import DataLoader from 'dataloader';
import type { WerkNl } from '../../adapters/werknl/port.js';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import type { EntityManager } from '../database.js';
import { byId, listBy } from '../loaders.js';
import { page, pageSize, type Page } from '../pages.js';
import { AftercareEntry } from './aftercare/aftercare-entry.js';
import { AftercarePlan } from './aftercare/aftercare-plan.js';
import { nextContacts } from './aftercare/next-contacts.js';
import { lastLogged } from './log/last-logged.js';
import { pagesOfLog, type PageOfLog } from './log/pages-of-log.js';
import { readableKinds } from './log/readable-kinds.js';
import type { VacancyLogEntry } from './log/vacancy-log-entry.js';
import { findVacancies, type VacancySearch } from './matching/find-vacancies.js';
import { pageIdsPerEmployer, type Condition, type NewestFirst } from './page-ids.js';
import { Placement } from './placement/placement.js';
import { Publication } from './publication/publication.js';
import { Referral } from './referral/referral.js';
import { ReferralStep } from './referral/referral-step.js';
import { filledPositions, openPositions } from './vacancy/positions.js';
import { vacanciesCiting } from './vacancy/vacancies-citing.js';
import { Vacancy } from './vacancy/vacancy.js';

/** The same page, asked of one employer's list. */
export interface PageOfEmployer {
  employerId: string;
  where: Condition;
  first: number;
  after?: string | null | undefined;
}

/** The partners that vacancies asks, chosen by main. */
export interface VacanciesPartners {
  werkNl: WerkNl;
}

/** What the resolvers of vacancies are handed for one request. */
export interface VacanciesContext extends Context, VacanciesPartners {
  vacancyById: DataLoader<string, Vacancy | null>;
  referralById: DataLoader<string, Referral | null>;
  placementById: DataLoader<string, Placement | null>;
  clonesOfVacancy: DataLoader<string, Vacancy[]>;
  vacanciesOfOwner: DataLoader<string, Vacancy[]>;
  /** By the id of a work agreement. */
  vacanciesCiting: DataLoader<string, Vacancy[]>;
  referralsOfVacancy: DataLoader<string, Referral[]>;
  referralsOfJobseeker: DataLoader<string, Referral[]>;
  stepsOfReferral: DataLoader<string, ReferralStep[]>;
  placementsOfVacancy: DataLoader<string, Placement[]>;
  placementsOfJobseeker: DataLoader<string, Placement[]>;
  filledPositions: DataLoader<string, number>;
  openPositions: DataLoader<string, number>;
  vacancyPage: DataLoader<PageOfEmployer, Page<Vacancy>, string>;
  placementPage: DataLoader<PageOfEmployer, Page<Placement>, string>;
  vacanciesFor: DataLoader<VacancySearch, Vacancy[], string>;
  publicationById: DataLoader<string, Publication | null>;
  publicationsOfVacancy: DataLoader<string, Publication[]>;
  /** The plan of a placement, alone in its list. */
  aftercarePlansOf: DataLoader<string, AftercarePlan[]>;
  /** By placement, newest first. */
  aftercareLogOf: DataLoader<string, AftercareEntry[]>;
  nextAftercareContact: DataLoader<string, string | null>;
  logPage: DataLoader<PageOfLog & { vacancyId: string }, Page<VacancyLogEntry>, string>;
  lastLogged: DataLoader<string, Date | null>;
}

export const vacanciesNewestFirst: NewestFirst = { table: 'vacancy', day: 'opened_on' };
export const placementsNewestFirst: NewestFirst = { table: 'placement', day: 'starts_on' };
export const placeOfVacancy = ({ openedOn, id }: Vacancy): string[] => [openedOn, id];
export const placeOfPlacement = ({ startsOn, id }: Placement): string[] => [startsOn, id];

/** Pages of the lists of many employers: one statement for the ids of all that ask alike, one for the records. */
const pagesOfEmployers = <T extends object>(
  em: EntityManager,
  list: NewestFirst,
  recordById: DataLoader<string, T | null>,
  placeOf: (record: T) => string[],
): DataLoader<PageOfEmployer, Page<T>, string> => {
  const alike = ({ where, first, after }: PageOfEmployer) => JSON.stringify([where, first, after ?? null]);
  return new DataLoader(
    async (asked) => {
      const found = new Map<string, Awaited<ReturnType<typeof pageIdsPerEmployer>>>();
      for (const { where, first, after } of new Map(asked.map((one) => [alike(one), one])).values()) {
        const employerIds = asked.filter((one) => alike(one) === alike({ employerId: '', where, first, after }));
        const ids = employerIds.map((one) => one.employerId);
        const pages = await pageIdsPerEmployer(em, list, ids, where, pageSize(first), after);
        found.set(alike({ employerId: '', where, first, after }), pages);
      }
      return Promise.all(
        asked.map(async (one) => {
          const { ids, totalCount } = found.get(alike(one))!.get(one.employerId) ?? { ids: [], totalCount: 0 };
          const records = await Promise.all(ids.map((id) => recordById.load(id)));
          return page(
            records.filter((r) => r !== null),
            one.first,
            totalCount,
            one.after,
            placeOf,
          );
        }),
      );
    },
    { cacheKeyFn: (one) => `${one.employerId} ${alike(one)}` },
  );
};

export function vacanciesContext(
  { werkNl }: VacanciesPartners,
  surroundings: Surroundings,
  request: RequestContext,
): VacanciesContext {
  const base = baseContext(surroundings, request);
  const { em } = base;
  const vacancyById = byId(em, Vacancy);
  const placementById = byId(em, Placement);
  return {
    ...base,
    werkNl,
    vacancyById,
    referralById: byId(em, Referral),
    placementById,
    clonesOfVacancy: listBy(em, Vacancy, 'clonedFromId', { openedOn: 'asc', id: 'asc' }),
    vacanciesOfOwner: listBy(em, Vacancy, 'ownerId', { openedOn: 'desc', id: 'asc' }),
    vacanciesCiting: vacanciesCiting(em, vacancyById),
    referralsOfVacancy: listBy(em, Referral, 'vacancyId', { snapshotTakenAt: 'asc', id: 'asc' }),
    referralsOfJobseeker: listBy(em, Referral, 'jobseekerId', { snapshotTakenAt: 'desc', id: 'asc' }),
    stepsOfReferral: listBy(em, ReferralStep, 'referralId', { at: 'asc', id: 'asc' }),
    placementsOfVacancy: listBy(em, Placement, 'vacancyId', { startsOn: 'asc', id: 'asc' }),
    placementsOfJobseeker: listBy(em, Placement, 'jobseekerId', { startsOn: 'desc', id: 'asc' }),
    filledPositions: filledPositions(em),
    openPositions: openPositions(em),
    vacancyPage: pagesOfEmployers(em, vacanciesNewestFirst, vacancyById, placeOfVacancy),
    placementPage: pagesOfEmployers(em, placementsNewestFirst, placementById, placeOfPlacement),
    vacanciesFor: findVacancies(em, vacancyById),
    publicationById: byId(em, Publication),
    publicationsOfVacancy: listBy(em, Publication, 'vacancyId', { requestedAt: 'desc', id: 'asc' }),
    aftercarePlansOf: listBy(em, AftercarePlan, 'placementId', {}),
    aftercareLogOf: listBy(em, AftercareEntry, 'placementId', { at: 'desc', id: 'desc' }),
    nextAftercareContact: nextContacts(em, base.clock.today),
    logPage: pagesOfLog(em, readableKinds(base.identity)),
    lastLogged: lastLogged(em),
  };
}
