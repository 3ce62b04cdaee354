import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { RuleNotice, UserError } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Organisation } from '../../organisation/organisation.js';
import { Professional } from '../../organisation/professional.js';
import { Region } from '../../organisation/region.js';
import { MarketApproachPlan, MarketApproachPlanInput, MarketApproachTarget } from './market-approach-plan.js';
import { saveMarketApproachPlan } from './save-market-approach-plan.js';

@ObjectType({ description: 'Uitkomst voor een marktwerkingsplan.' })
export class MarketApproachPlanPayload {
  @Field(() => MarketApproachPlan, { nullable: true, description: 'Het plan; leeg als er niets is vastgelegd.' })
  plan?: MarketApproachPlan | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver(() => MarketApproachPlan)
export class MarketApproachPlanResolver {
  @Query(() => [MarketApproachPlan], { description: 'Marktwerkingsplannen van een regio, nieuwste jaar eerst.' })
  async marketApproachPlans(
    @Arg('regionId', () => ID, { description: 'De regio.' }) regionId: string,
    @Ctx() { marketPlansOfRegion }: EmployersContext,
    @Arg('year', () => Int, { nullable: true, description: 'Alleen van dit jaar.' }) year?: number | null,
  ): Promise<MarketApproachPlan[]> {
    return (await marketPlansOfRegion.load(regionId)).filter((plan) => year == null || plan.year === year);
  }

  @FieldResolver(() => Region, { description: 'Regio.' })
  region(@Root() { regionId }: MarketApproachPlan, @Ctx() { regionById }: EmployersContext): Promise<Region | null> {
    return regionById.load(regionId);
  }

  @FieldResolver(() => [Organisation], { description: 'Organisaties waarmee het is afgestemd.' })
  async agreedWith(
    @Root() { agreedWithIds }: MarketApproachPlan,
    @Ctx() { organisationById }: EmployersContext,
  ): Promise<Organisation[]> {
    return (await Promise.all(agreedWithIds.map((id) => organisationById.load(id)))).filter((one) => one !== null);
  }

  @FieldResolver(() => [MarketApproachTarget], { description: 'Doelwerkgevers.' })
  async targets(
    @Root() { id }: MarketApproachPlan,
    @Ctx() { targetsOfPlan }: EmployersContext,
  ): Promise<MarketApproachTarget[]> {
    return (await targetsOfPlan.load(id)).filter(({ droppedAt }) => !droppedAt);
  }

  @Mutation(() => MarketApproachPlanPayload, { description: 'Legt een marktwerkingsplan vast, of wijzigt het.' })
  async saveMarketApproachPlan(
    @Arg('input', () => MarketApproachPlanInput, { description: 'Het plan.' }) input: MarketApproachPlanInput,
    @Ctx() context: EmployersContext,
  ): Promise<MarketApproachPlanPayload> {
    const { id, ...rest } = await write(context, 'saveMarketApproachPlan', input, (em) =>
      saveMarketApproachPlan(context, em, input),
    );
    return { plan: id ? await context.marketPlanById.load(id) : null, ...rest };
  }
}

@Resolver(() => MarketApproachTarget)
export class MarketApproachTargetResolver {
  @FieldResolver(() => Employer, { description: 'De werkgever.' })
  employer(
    @Root() { employerId }: MarketApproachTarget,
    @Ctx() { employerById }: EmployersContext,
  ): Promise<Employer | null> {
    return employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie hem benadert.' })
  approachedBy(
    @Root() { approachedById }: MarketApproachTarget,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return approachedById ? professionalById.load(approachedById) : null;
  }
}
