import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { RuleNotice, UserError } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { CustomerTier, Employer } from '../../dossier/employer.js';
import { settingsOn } from '../pyramid-settings.js';
import { saveServiceProduct } from './save-service-product.js';
import { ServiceLevel, serviceLevel } from '../service-level.js';
import { ServiceProduct } from './service-product.js';
import { ServiceProductInput } from './service-range-inputs.js';

@ObjectType({ description: 'Uitkomst voor een product.' })
export class ServiceProductPayload {
  @Field(() => ServiceProduct, { nullable: true, description: 'Het product; leeg als er niets is vastgelegd.' })
  product?: ServiceProduct | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver(() => Employer)
export class EmployerServiceResolver {
  @FieldResolver(() => ServiceLevel, {
    nullable: true,
    description: 'Dienstverlening die bij de laag van de werkgever hoort; leeg zolang er geen dossier is.',
  })
  async serviceLevel(@Root() employer: Employer, @Ctx() context: EmployersContext): Promise<ServiceLevel | null> {
    const { id, regionId, tier, version } = employer;
    if (!version) return null;
    const [lastVisitOn, versions] = await Promise.all([
      context.lastVisitOf.load(id),
      context.pyramidSettingsOfRegion.load(regionId),
    ]);
    const onDate = context.clock.today();
    return serviceLevel({ tier, lastVisitOn, onDate, settings: settingsOn(versions, regionId, onDate) });
  }
}

@Resolver(() => ServiceLevel)
export class ServiceLevelResolver {
  @FieldResolver(() => [ServiceProduct], { description: 'Producten voor deze laag; het basispakket is altijd erbij.' })
  products(@Root() { tier }: ServiceLevel, @Ctx() context: EmployersContext): Promise<ServiceProduct[]> {
    return productsFor(context, tier);
  }
}

async function productsFor({ serviceRange }: EmployersContext, tier?: CustomerTier | null): Promise<ServiceProduct[]> {
  return (await serviceRange()).filter((one) => one.active && (!tier || one.tiers.includes(tier)));
}

@Resolver(() => ServiceProduct)
export class ServiceProductResolver {
  @Query(() => [ServiceProduct], { description: 'Het productassortiment, op naam; van één laag of geheel.' })
  serviceProducts(
    @Ctx() context: EmployersContext,
    @Arg('tier', () => CustomerTier, { nullable: true, description: 'Alleen wat deze laag krijgt.' })
    tier?: CustomerTier | null,
  ): Promise<ServiceProduct[]> {
    return productsFor(context, tier);
  }

  @FieldResolver(() => [ServiceProduct], { description: 'Producten waar het bij hoort.' })
  async relatedTo(
    @Root() { relatedToIds }: ServiceProduct,
    @Ctx() { serviceRange }: EmployersContext,
  ): Promise<ServiceProduct[]> {
    return (await serviceRange()).filter(({ id }) => relatedToIds.includes(id));
  }

  @Mutation(() => ServiceProductPayload, { description: 'Legt een product van het assortiment vast, of wijzigt het.' })
  async saveServiceProduct(
    @Arg('input', () => ServiceProductInput, { description: 'Het product.' }) input: ServiceProductInput,
    @Ctx() context: EmployersContext,
  ): Promise<ServiceProductPayload> {
    const { id, ...rest } = await write(context, 'saveServiceProduct', input, (em) => saveServiceProduct(em, input));
    return { product: id ? await context.serviceProductById.load(id) : null, ...rest };
  }
}
