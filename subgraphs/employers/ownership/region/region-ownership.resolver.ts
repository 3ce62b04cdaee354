import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { page, pageSize, readCursor } from '../../../pages.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { proposeAgreements } from '../../organisation/propose-agreements.js';
import { agreementsOn, type RegionAgreements } from '../../organisation/region-agreements.js';
import { AccountHoldership } from '../account-holdership.js';
import { AccountHoldershipConnection } from '../account-holdership-connection.js';
import { accountsOfRegion } from './accounts-of-region.js';
import {
  AgreementEffect,
  AgreementEffectConnection,
  AgreementEffectCount,
  AgreementSetting,
} from './agreement-effect.js';
import { AffectedAccount, AgreementsImpact, agreementsImpact, AgreementsImpactInput } from './agreements-impact.js';
import { findAgreementEffects, pageOfEffects } from './find-agreement-effects.js';
import { holdershipsAtRisk } from './holderships-at-risk.js';

const refuse = (message: string, argument: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });

async function agreed(context: EmployersContext, regionId: string, onDate: string): Promise<RegionAgreements> {
  const found = agreementsOn(await context.agreementsOfRegion.load(regionId), onDate);
  if (!found) throw refuse('Voor deze regio gelden op deze datum geen afspraken.', 'regionId');
  return found;
}

interface AtRiskAsked {
  regionId: string;
  onDate?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** A page of the holderships at risk in a region, by employer. */
async function pageAtRisk(
  context: EmployersContext,
  { regionId, onDate: asked, first, after }: AtRiskAsked,
): Promise<AccountHoldershipConnection> {
  const size = pageSize(first);
  const [passed] = after ? readCursor(after, 1) : [];
  const onDate = asked ?? context.clock.today();
  await agreed(context, regionId, onDate);
  const accounts = await accountsOfRegion(context.em, regionId, onDate);
  const versions = await context.agreementsOfRegion.load(regionId);
  const ids = new Set(holdershipsAtRisk(accounts, (day) => agreementsOn(versions, day)!, onDate));
  const atRisk = accounts.filter(({ holders }) => ids.has(holders[0]!.id));
  const rest = atRisk.filter(({ employerId }) => !after || employerId > String(passed)).slice(0, size + 1);
  const found = await Promise.all(rest.map(({ holders }) => context.holdershipById.load(holders[0]!.id)));
  const rows = found.filter((holdership) => holdership !== null);
  return page(rows, size, atRisk.length, after, ({ employerId }) => [employerId]);
}

/** Asks once, however often the answer is used. */
function remember<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

@Resolver(() => AgreementsImpact)
export class AgreementsImpactResolver {
  @FieldResolver(() => [AgreementEffectCount], {
    description: 'Per andere afspraak: hoeveel accounts de wijziging raakt; 0 als zij hetzelfde blijft.',
  })
  async effectCounts(@Root() { effectsFound }: AgreementsImpact): Promise<AgreementEffectCount[]> {
    const found = await effectsFound();
    return Object.values(AgreementSetting).map((setting) => ({
      setting,
      count: found.filter((one) => one.setting === setting).length,
    }));
  }

  @FieldResolver(() => AgreementEffectConnection, {
    description:
      'Accounts die de andere afspraken raken (herziening van accountplannen, hernieuwd contact, samenvatten), met de reden.',
  })
  async effects(
    @Root() { effectsFound }: AgreementsImpact,
    @Arg('setting', () => AgreementSetting, { nullable: true, description: 'Alleen van deze afspraak.' })
    setting?: AgreementSetting | null,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<AgreementEffectConnection> {
    return pageOfEffects(await effectsFound(), { first, after, setting });
  }
}

@Resolver(() => AgreementEffect)
export class AgreementEffectResolver {
  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever.' })
  employer(@Root() { employerId }: AgreementEffect, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }
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
    const versions = await context.agreementsOfRegion.load(regionId);
    const found = remember(() =>
      findAgreementEffects(context.em, { regionId, onDate, now, proposed: values, versions }),
    );
    return {
      ...agreementsImpact(accounts, { now, proposed: values, onDate, first: first ?? 25 }),
      effectsFound: found,
    };
  }

  @Query(() => [AccountHoldership], {
    description:
      'Accounthouderschappen die mogen worden overgenomen, of binnen 30 dagen als er geen contact is: de eerste daarvan.',
    deprecationReason: 'Vraag accountsAtRisk: die geeft ook hoeveel het er zijn, en de volgende bladzijden.',
  })
  async holdershipsAtRisk(
    @Arg('regionId', () => ID, { description: 'Arbeidsmarktregio.' }) regionId: string,
    @Ctx() context: EmployersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'Op welke dag; standaard vandaag.' })
    onDate?: string | null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Aantal: 1 tot en met 100.' }) first = 100,
  ): Promise<AccountHoldership[]> {
    const { edges } = await pageAtRisk(context, { regionId, onDate, first });
    return edges.map(({ node }) => node);
  }

  @Query(() => AccountHoldershipConnection, {
    description:
      'Accounthouderschappen die mogen worden overgenomen, of binnen 30 dagen als er geen contact is, bladzijde voor bladzijde.',
  })
  accountsAtRisk(
    @Arg('regionId', () => ID, { description: 'Arbeidsmarktregio.' }) regionId: string,
    @Ctx() context: EmployersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'Op welke dag; standaard vandaag.' })
    onDate?: string | null,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
  ): Promise<AccountHoldershipConnection> {
    return pageAtRisk(context, { regionId, onDate, first, after });
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever.' })
  employer(@Root() { employerId }: AffectedAccount, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }
}
