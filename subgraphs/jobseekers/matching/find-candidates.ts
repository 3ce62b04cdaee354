import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { unitGroup } from '../../match-comparisons.js';
import type { MatchCriteria } from '../../match-contract.js';
import { licencesThatCover } from '../../match-licences.js';
import { prepared } from '../../prepared.js';

/** Most jobseekers that are scored for one vacancy: those that overlap in most ways. */
const MOST = 500;

/** Jobseekers who may suit `criteria`, in `regionIds` (all regions when null). */
export interface CandidateSearch {
  criteria: MatchCriteria;
  regionIds: string[] | null;
}

/**
 * Finds, for many vacancies in one statement, the ids of jobseekers who are open to mediation and have at least one
 * overlap in occupation group, driving licence or competence: who is worth scoring.
 */
export const findCandidates = (em: EntityManager): DataLoader<CandidateSearch, string[], string> =>
  new DataLoader(
    async (searches) => {
      const asked = searches.map(({ criteria, regionIds }, n) => ({
        n,
        regions: regionIds,
        occupations: criteria.occupation.code ? [unitGroup(criteria.occupation.code)] : [],
        licences: [...new Set(criteria.drivingLicences.flatMap(licencesThatCover))],
        competences: criteria.competences.flatMap(({ code }) => code ?? []),
      }));
      const rows = await prepared<{ n: number; id: string }>(
        em,
        `select a.n, c.id
        from jsonb_to_recordset(?::jsonb) as a (n int, regions text[], occupations text[], licences text[], competences int[])
        cross join lateral (
          select j.id from curriculum_vitae cv join jobseeker j on j.id = cv.jobseeker_id
          where j.open_to_mediation and (a.regions is null or j.region_id = any(a.regions))
            and (cv.occupation_groups && a.occupations or cv.driving_licences && a.licences or cv.competence_codes && a.competences)
          order by (cv.occupation_groups && a.occupations)::int + (cv.driving_licences && a.licences)::int
            + (cv.competence_codes && a.competences)::int desc, j.id
          limit ${MOST}
        ) c`,
        [JSON.stringify(asked)],
      );
      const found: string[][] = searches.map(() => []);
      for (const { n, id } of rows) found[n]!.push(id);
      return found;
    },
    { cacheKeyFn: (search) => JSON.stringify(search) },
  );
