import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import type { EmployersContext } from '../../context.js';
import { connectionOf, EmployerConnection } from '../../search/employer-connection.js';
import { Employer } from '../../dossier/employer.js';
import { Organisation } from '../../organisation/organisation.js';
import { Professional } from '../../organisation/professional.js';
import { Portfolio } from './portfolio.js';

@Resolver(() => Employer)
export class EmployerPortfolioResolver {
  @FieldResolver(() => Portfolio, { nullable: true, description: 'Portefeuille waar de werkgever in zit.' })
  portfolio(
    @Root() { portfolioId }: Employer,
    @Ctx() { portfolioById }: EmployersContext,
  ): Promise<Portfolio | null> | null {
    return portfolioId ? portfolioById.load(portfolioId) : null;
  }
}

@Resolver(() => Portfolio)
export class PortfolioResolver {
  @Query(() => [Portfolio], { description: 'De portefeuilleverdeling van een regio, op naam.' })
  portfolios(
    @Arg('regionId', () => ID, { description: 'Arbeidsmarktregio.' }) regionId: string,
    @Ctx() { portfoliosOfRegion }: EmployersContext,
  ): Promise<Portfolio[]> {
    return portfoliosOfRegion.load(regionId);
  }

  @Query(() => Portfolio, { nullable: true, description: 'Eén portefeuille.' })
  portfolio(
    @Arg('id', () => ID, { description: 'Kenmerk.' }) id: string,
    @Ctx() { portfolioById }: EmployersContext,
  ): Promise<Portfolio | null> | null {
    return validate(id) ? portfolioById.load(id) : null;
  }

  @FieldResolver(() => Organisation, { description: 'Organisatie van de portefeuillehouder.' })
  organisation(
    @Root() { organisationId }: Portfolio,
    @Ctx() { organisationById }: EmployersContext,
  ): Promise<Organisation | null> {
    return organisationById.load(organisationId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Portefeuillehouder; leeg bij een vacature.' })
  holder(
    @Root() { holderId }: Portfolio,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return holderId ? professionalById.load(holderId) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Of de portefeuille vacant is.' })
  vacant(@Root() { holderId }: Portfolio): boolean {
    return !holderId;
  }

  @FieldResolver(() => EmployerConnection, { description: 'Werkgevers in de portefeuille, op naam.' })
  async employers(
    @Root() { id }: Portfolio,
    @Ctx() { employersOfPortfolio, clock }: EmployersContext,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<EmployerConnection> {
    const paged = await employersOfPortfolio({ first, after }).load(id);
    return connectionOf(paged, { filter: { portfolioId: id }, inside: false, today: clock.today() });
  }
}
