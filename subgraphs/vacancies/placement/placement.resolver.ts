import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { LocalDate } from '../../../schema/scalars.js';
import { page, pageSize } from '../../pages.js';
import { TargetGroup } from '../../target-group.js';
import { placementsNewestFirst, placeOfPlacement, type VacanciesContext } from '../context.js';
import { Employer, Jobseeker, refer, Team } from '../elsewhere.js';
import { pageIds } from '../page-ids.js';
import { Referral } from '../referral/referral.js';
import { Vacancy } from '../vacancy/vacancy.js';
import { creditedTeams, Placement } from './placement.js';
import { PlacementConnection } from './placement-connection.js';
import { placementsThat } from './placements-that.js';

@Resolver(() => Placement)
export class PlacementResolver {
  @Query(() => Placement, { nullable: true, description: 'Eén plaatsing.' })
  async placement(
    @Arg('id', () => ID, { description: 'Kenmerk.' }) id: string,
    @Ctx() { placementById }: VacanciesContext,
  ): Promise<Placement | null> {
    return isUuid(id) ? placementById.load(id) : null;
  }

  @Query(() => PlacementConnection, { description: 'Plaatsingen, de nieuwste eerst.' })
  async placements(
    @Ctx() { em, placementById }: VacanciesContext,
    @Arg('regionId', () => ID, { nullable: true, description: 'Regio.' }) regionId: string | null | undefined,
    @Arg('teamId', () => ID, { nullable: true, description: 'Team waarvoor de plaatsing telt.' })
    teamId: string | null | undefined,
    @Arg('from', () => LocalDate, { nullable: true, description: 'Begonnen op of na.' })
    from: string | null | undefined,
    @Arg('to', () => LocalDate, { nullable: true, description: 'Begonnen op of voor.' }) to: string | null | undefined,
    @Arg('targetGroup', () => TargetGroup, { nullable: true, description: 'Doelgroep.' })
    targetGroup: TargetGroup | null | undefined,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Grootte van de bladzijde.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Na deze plaats.' }) after?: string | null,
  ): Promise<PlacementConnection> {
    const size = pageSize(first);
    const where = placementsThat({ regionId, teamId, from, to, targetGroup });
    const found = await pageIds(em, placementsNewestFirst, where, size, after);
    const placements = await Promise.all(found.ids.map((id) => placementById.load(id)));
    return page(
      placements.filter((p) => p !== null),
      size,
      found.totalCount,
      after,
      placeOfPlacement,
    );
  }

  @FieldResolver(() => Vacancy, { description: 'Vacature.' })
  vacancy(@Root() { vacancyId }: Placement, @Ctx() { vacancyById }: VacanciesContext): Promise<Vacancy | null> {
    return vacancyById.load(vacancyId);
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'Werkgever.' })
  employer(@Root() { employerId }: Placement): Employer | null {
    return refer(employerId);
  }

  @FieldResolver(() => Jobseeker, { nullable: true, description: 'Werkzoekende.' })
  jobseeker(@Root() { jobseekerId }: Placement): Jobseeker | null {
    return refer(jobseekerId);
  }

  @FieldResolver(() => Referral, { nullable: true, description: 'Verwijzing die tot de plaatsing leidde.' })
  referral(
    @Root() { referralId }: Placement,
    @Ctx() { referralById }: VacanciesContext,
  ): Promise<Referral | null> | null {
    return referralId ? referralById.load(referralId) : null;
  }

  @FieldResolver(() => [Team], {
    nullable: 'itemsAndList',
    description: 'Teams waarvoor de plaatsing telt (indiener, eigenaar, accounthouder), elk team één keer.',
  })
  creditedTeams(@Root() placement: Placement): Team[] {
    return creditedTeams(placement).map((id) => ({ id }));
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Team van de vacature-indiener, toen geplaatst werd.' })
  submitterTeam(@Root() { submitterTeamId }: Placement): Team | null {
    return refer(submitterTeamId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Team van de vacature-eigenaar, toen geplaatst werd.' })
  ownerTeam(@Root() { ownerTeamId }: Placement): Team | null {
    return refer(ownerTeamId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Team van de accounthouder, toen geplaatst werd.' })
  employerOwnerTeam(@Root() { employerOwnerTeamId }: Placement): Team | null {
    return refer(employerOwnerTeamId);
  }
}
