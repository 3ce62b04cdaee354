import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { AccountPlan } from '../../plan/account-plan/account-plan.js';
import { assignPortfolio } from './assign-portfolio.js';
import { ClientTeam } from './client-team.js';
import { moveEmployersToPortfolio } from './move-employers.js';
import { AssignPortfolioInput, ClientTeamInput, MoveEmployersInput, SavePortfolioInput } from './portfolio-inputs.js';
import { Portfolio } from './portfolio.js';
import { saveClientTeam } from './save-client-team.js';
import { savePortfolio } from './save-portfolio.js';

@ObjectType({ description: 'Uitkomst voor een portefeuille.' })
export class PortfolioPayload {
  @Field(() => Portfolio, { nullable: true, description: 'De portefeuille; leeg als er niets is vastgelegd.' })
  portfolio?: Portfolio | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor een klantteam.' })
export class ClientTeamPayload {
  @Field(() => ClientTeam, { nullable: true, description: 'Het klantteam; leeg als er niets is vastgelegd.' })
  clientTeam?: ClientTeam | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

const teamOf = async (context: EmployersContext, portfolioId: string | null | undefined): Promise<ClientTeam | null> =>
  portfolioId ? ((await context.clientTeamOfPortfolio.load(portfolioId))[0] ?? null) : null;

const people = async ({ professionalById }: EmployersContext, ids: string[]): Promise<Professional[]> =>
  (await Promise.all(ids.map((id) => professionalById.load(id)))).filter((one) => one !== null);

@Resolver(() => Employer)
export class EmployerClientTeamResolver {
  @FieldResolver(() => ClientTeam, { nullable: true, description: 'Klantteam van de portefeuille van de werkgever.' })
  clientTeam(@Root() { portfolioId }: Employer, @Ctx() context: EmployersContext): Promise<ClientTeam | null> {
    return teamOf(context, portfolioId);
  }
}

@Resolver(() => AccountPlan)
export class PlanClientTeamResolver {
  @FieldResolver(() => ClientTeam, { nullable: true, description: 'Klantteam dat het plan opstelt.' })
  async team(@Root() { employerId }: AccountPlan, @Ctx() context: EmployersContext): Promise<ClientTeam | null> {
    return teamOf(context, (await context.employerById.load(employerId))?.portfolioId);
  }
}

@Resolver(() => ClientTeam)
export class ClientTeamResolver {
  @FieldResolver(() => Portfolio, { description: 'Portefeuille.' })
  portfolio(
    @Root() { portfolioId }: ClientTeam,
    @Ctx() { portfolioById }: EmployersContext,
  ): Promise<Portfolio | null> {
    return portfolioById.load(portfolioId);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Wie het team leidt: de portefeuillehouder, of bij een vacature wie waarneemt.',
  })
  lead(
    @Root() { leadId }: ClientTeam,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return leadId ? professionalById.load(leadId) : null;
  }

  @FieldResolver(() => [Professional], { description: 'Generalisten.' })
  generalists(@Root() { generalistIds }: ClientTeam, @Ctx() context: EmployersContext): Promise<Professional[]> {
    return people(context, generalistIds);
  }

  @FieldResolver(() => [Professional], { description: 'Specialisten in dienstverlening en aanbod.' })
  specialists(@Root() { specialistIds }: ClientTeam, @Ctx() context: EmployersContext): Promise<Professional[]> {
    return people(context, specialistIds);
  }
}

async function answer({ id, ...rest }: Outcome, context: EmployersContext): Promise<PortfolioPayload> {
  return { portfolio: id ? await context.portfolioById.clear(id).load(id) : null, ...rest };
}

@Resolver(() => Portfolio)
export class PortfolioWritesResolver {
  @FieldResolver(() => ClientTeam, { nullable: true, description: 'Klantteam van de portefeuille.' })
  clientTeam(@Root() { id }: Portfolio, @Ctx() context: EmployersContext): Promise<ClientTeam | null> {
    return teamOf(context, id);
  }

  @Mutation(() => PortfolioPayload, { description: 'Legt een portefeuille van een regio vast, of wijzigt die.' })
  async savePortfolio(
    @Arg('input', () => SavePortfolioInput, { description: 'De portefeuille.' }) input: SavePortfolioInput,
    @Ctx() context: EmployersContext,
  ): Promise<PortfolioPayload> {
    return answer(await write(context, 'savePortfolio', input, (em) => savePortfolio(context, em, input)), context);
  }

  @Mutation(() => PortfolioPayload, { description: 'Wijst een portefeuille toe aan een houder, of maakt haar vacant.' })
  async assignPortfolio(
    @Arg('input', () => AssignPortfolioInput, { description: 'Welke, en aan wie.' }) input: AssignPortfolioInput,
    @Ctx() context: EmployersContext,
  ): Promise<PortfolioPayload> {
    return answer(await write(context, 'assignPortfolio', input, (em) => assignPortfolio(context, em, input)), context);
  }

  @Mutation(() => PortfolioPayload, { description: 'Verplaatst werkgevers naar een portefeuille.' })
  async moveEmployersToPortfolio(
    @Arg('input', () => MoveEmployersInput, { description: 'Welke werkgevers, en waarheen.' })
    input: MoveEmployersInput,
    @Ctx() context: EmployersContext,
  ): Promise<PortfolioPayload> {
    return answer(
      await write(context, 'moveEmployersToPortfolio', input, (em) => moveEmployersToPortfolio(context, em, input)),
      context,
    );
  }

  @Mutation(() => ClientTeamPayload, { description: 'Legt het klantteam van een portefeuille vast.' })
  async saveClientTeam(
    @Arg('input', () => ClientTeamInput, { description: 'Het team.' }) input: ClientTeamInput,
    @Ctx() context: EmployersContext,
  ): Promise<ClientTeamPayload> {
    const { id, ...rest } = await write(context, 'saveClientTeam', input, (em) => saveClientTeam(context, em, input));
    return { clientTeam: id ? await context.clientTeamById.load(id) : null, ...rest };
  }
}
