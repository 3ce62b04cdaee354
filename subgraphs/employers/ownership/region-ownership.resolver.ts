import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { proposeAgreements } from '../organisation/propose-agreements.js';
import { agreementsOn, type RegionAgreements } from '../organisation/region-agreements.js';
import { AccountHoldership } from './account-holdership.js';
import { accountsOfRegion } from './accounts-of-region.js';
import { AffectedAccount, AgreementsImpact, agreementsImpact, AgreementsImpactInput } from './agreements-impact.js';
import { holdershipsAtRisk } from './holderships-at-risk.js';

const refuse = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });

async function agreed(context: EmployersContext, regionId: string, onDate: string): Promise<RegionAgreements> {
  const found = agreementsOn(await context.agreementsOfRegion.load(regionId), onDate);
  if (!found) throw refuse('Voor deze regio gelden op deze datum geen afspraken.', 'regionId');
  return found;
}

@Resolver(() => AffectedAccount)
export class RegionOwnershipResolver {
  @Query(() => AgreementsImpact, {
    description:
      'Wat-als: welke accounts anders worden beslist onder voorgestelde afspraken. Er wordt niets gewijzigd.',
  })
  async agreementsImpact(
    @Arg('input', () => AgreementsImpactInput, { description: 'Het voorstel.' }) input: AgreementsImpactInput,
    @Ctx() context: EmployersContext,
  ): Promise<AgreementsImpact> {
    const { regionId, first = null } = input;
    const onDate = input.onDate ?? context.clock.today();
    if (first !== null && (first < 0 || first > 100))
      throw refuse('Vraag 0 tot en met 100 accounts tegelijk (first).', 'first');
    const now = await agreed(context, regionId, onDate);
    const { values, errors } = proposeAgreements(now, input);
    const wrong = errors.find(({ code }) => code === 'OUT_OF_RANGE');
    if (wrong) throw refuse(wrong.message, wrong.path.at(-1)!);
    const accounts = await accountsOfRegion(context.em, regionId, onDate);
    return agreementsImpact(accounts, { now, proposed: values, onDate, first: first ?? 25 });
  }

  @Query(() => [AccountHoldership], {
    description: 'Accounthouderschappen die mogen worden overgenomen, of binnen 30 dagen als er geen contact is.',
  })
  async holdershipsAtRisk(
    @Arg('regionId', () => ID, { description: 'Arbeidsmarktregio.' }) regionId: string,
    @Ctx() context: EmployersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'Op welke dag; standaard vandaag.' })
    asked?: string | null,
  ): Promise<AccountHoldership[]> {
    const onDate = asked ?? context.clock.today();
    const accounts = await accountsOfRegion(context.em, regionId, onDate);
    await agreed(context, regionId, onDate);
    const versions = await context.agreementsOfRegion.load(regionId);
    const ids = holdershipsAtRisk(accounts, (day) => agreementsOn(versions, day)!, onDate);
    const found = await Promise.all(ids.map((id) => context.holdershipById.load(id)));
    return found.filter((holdership) => holdership !== null);
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever.' })
  employer(@Root() { employerId }: AffectedAccount, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }
}
