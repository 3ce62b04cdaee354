import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { bestFirst, match, type Found } from '../../match.js';
import { MatchCriteria } from '../../match-contract.js';
import { pageSize } from '../../pages.js';
import type { JobseekersContext } from '../context.js';
import { Vacancy } from '../elsewhere.js';
import type { Jobseeker } from '../jobseeker/jobseeker.js';
import { CandidateMatch } from './candidate-match.js';
import { profileOf } from './profile-of.js';

@Resolver(() => Vacancy)
export class VacancyResolver {
  @FieldResolver(() => [CandidateMatch], {
    nullable: true,
    description: 'Passende werkzoekenden, de beste eerst; wie wordt getoond, wordt vastgelegd.',
  })
  @Directive('@requires(fields: "matchCriteria")')
  async candidateMatches(
    @Root() vacancy: Vacancy,
    @Ctx() { candidatesFor, jobseekerById, cvsOfJobseeker, readings }: JobseekersContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Hoogstens zoveel.' }) first: number,
    @Arg('minScore', () => Int, { defaultValue: 0, description: 'Minstens deze score.' }) minScore: number,
    @Arg('includeDevelopable', () => Boolean, {
      defaultValue: true,
      description: 'Ook wie nog iets moet leren.',
    })
    includeDevelopable: boolean,
    @Arg('regionIds', () => [ID], {
      nullable: true,
      description: 'Uit deze regio’s; anders uit de regio van de vacature.',
    })
    regionIds?: string[] | null,
  ): Promise<CandidateMatch[] | null> {
    const size = pageSize(first);
    if (!vacancy.matchCriteria) return null;
    const criteria = MatchCriteria.parse(vacancy.matchCriteria);
    const regions = regionIds ?? (criteria.regionId ? [criteria.regionId] : null);
    const ids = await candidatesFor.load({ criteria, regionIds: regions });
    const scored = await Promise.all(
      ids.map(async (id): Promise<Found<Jobseeker> | null> => {
        const [found, [cv]] = await Promise.all([jobseekerById.load(id), cvsOfJobseeker.load(id)]);
        return found && cv ? { ...match(criteria, profileOf(found, cv)), found } : null;
      }),
    );
    const shown = bestFirst(scored.filter((one) => one !== null))
      .filter(({ score, developmentGap }) => score >= minScore && (includeDevelopable || !developmentGap.length))
      .slice(0, size);
    await Promise.all(shown.map(({ found }) => readings.record(found.id, 'matchProfile', 'matchen')));
    return shown.map(({ found, ...rest }) => ({ ...rest, jobseeker: found }));
  }
}
