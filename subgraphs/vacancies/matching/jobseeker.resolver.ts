import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { bestFirst, match } from '../../match.js';
import { MatchProfile } from '../../match-contract.js';
import { pageSize } from '../../pages.js';
import type { VacanciesContext } from '../context.js';
import { Jobseeker } from '../elsewhere.js';
import { Placement } from '../placement/placement.js';
import { isActive, Referral } from '../referral/referral.js';
import { criteriaOf } from './criteria-of.js';
import { VacancyMatch } from './vacancy-match.js';

@Resolver(() => Jobseeker)
export class JobseekerResolver {
  @FieldResolver(() => [VacancyMatch], {
    nullable: true,
    description: 'Passende open vacatures, de beste eerst. Leeg zonder cv.',
  })
  @Directive('@requires(fields: "matchProfile")')
  async vacancyMatches(
    @Root() jobseeker: Jobseeker,
    @Ctx() { vacanciesFor }: VacanciesContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Hoogstens zoveel.' }) first: number,
    @Arg('minScore', () => Int, { defaultValue: 0, description: 'Minstens deze score.' }) minScore: number,
    @Arg('regionIds', () => [ID], { nullable: true, description: 'In deze regio’s; anders in de eigen regio.' })
    regionIds?: string[] | null,
  ): Promise<VacancyMatch[] | null> {
    const size = pageSize(first);
    if (!jobseeker.matchProfile) return [];
    const profile = MatchProfile.parse(jobseeker.matchProfile);
    const regions = regionIds ?? (profile.regionId ? [profile.regionId] : null);
    const vacancies = await vacanciesFor.load({ profile, regionIds: regions });
    return bestFirst(vacancies.map((found) => ({ ...match(criteriaOf(found), profile), found })))
      .filter(({ score }) => score >= minScore)
      .slice(0, size)
      .map(({ found, ...rest }) => ({ ...rest, vacancy: found }));
  }

  @FieldResolver(() => [Referral], { nullable: true, description: 'Verwijzingen, de nieuwste eerst.' })
  async referrals(
    @Root() jobseeker: Jobseeker,
    @Ctx() { referralsOfJobseeker }: VacanciesContext,
    @Arg('activeOnly', () => Boolean, { defaultValue: false, description: 'Alleen verwijzingen die nog lopen.' })
    activeOnly: boolean,
  ): Promise<Referral[]> {
    const referrals = await referralsOfJobseeker.load(jobseeker.id);
    return activeOnly ? referrals.filter(({ status }) => isActive(status)) : referrals;
  }

  @FieldResolver(() => [Placement], { nullable: true, description: 'Plaatsingen, de nieuwste eerst.' })
  placements(@Root() jobseeker: Jobseeker, @Ctx() { placementsOfJobseeker }: VacanciesContext): Promise<Placement[]> {
    return placementsOfJobseeker.load(jobseeker.id);
  }
}
