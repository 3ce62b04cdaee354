import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { RegionAgreementsProposal } from '../../organisation/region-agreements-input.js';
import type { AgreedValues } from '../../organisation/propose-agreements.js';
import type { AccountFacts } from './accounts-of-region.js';
import type { AgreementEffect } from './agreement-effect.js';
import { mayTakeOver } from '../decision/may-take-over.js';
import { OwnershipDecision, OwnershipOutcome } from '../decision/ownership-decision.js';

@InputType({ description: 'Wat-als: voorgestelde afspraken om te beproeven voordat ze worden vastgesteld.' })
export class AgreementsImpactInput extends RegionAgreementsProposal {
  @Field(() => ID, { description: 'De regio.' }) regionId!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Voor beslissingen op deze dag; standaard vandaag.' })
  onDate?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Zoveel accounts met hun beslissingen, 0 tot en met 100; standaard 25.',
  })
  first?: number | null;
}

@ObjectType({ description: 'Overgang: hoeveel accounts van de ene naar de andere uitkomst gaan.' })
export class OutcomeShift {
  @Field(() => OwnershipOutcome, { description: 'Uitkomst onder de huidige afspraken.' }) from!: OwnershipOutcome;
  @Field(() => OwnershipOutcome, { description: 'Uitkomst onder de voorgestelde afspraken.' }) to!: OwnershipOutcome;
  @Field(() => Int, { description: 'Aantal accounts.' }) count!: number;
}

@ObjectType({ description: 'Geraakt account: een werkgever voor wie de beslissing anders wordt.' })
export class AffectedAccount {
  employerId!: string;
  @Field(() => OwnershipDecision, { description: 'De beslissing onder de huidige afspraken.' }) now!: OwnershipDecision;
  @Field(() => OwnershipDecision, { description: 'De beslissing onder de voorgestelde afspraken.' })
  proposed!: OwnershipDecision;
}

@ObjectType({
  description: 'Gevolgen van gewijzigde afspraken, voordat ze worden vastgesteld: welke accounts het raakt.',
})
export class AgreementsImpact {
  /** What else it touches, found once, when asked for. */
  effectsFound!: () => Promise<AgreementEffect[]>;
  @Field(() => LocalDate, { description: 'De dag waarop de beslissingen zijn vergeleken.' }) onDate!: string;
  @Field(() => Int, { description: 'Accounts met een accounthouder in de regio.' }) accounts!: number;
  @Field(() => Int, { description: 'Accounts waarvoor de beslissing anders wordt.' }) affected!: number;
  @Field(() => [OutcomeShift], { description: 'De overgangen, grootste eerst.' }) shifts!: OutcomeShift[];
  @Field(() => [AffectedAccount], { description: 'De eerste van die accounts, met beide beslissingen.' })
  employers!: AffectedAccount[];
}

/** Nobody in particular: the decision is asked for whoever does not hold the account. */
const SOMEBODY = '';

const decided = (account: AccountFacts, agreed: AgreedValues, onDate: string): OwnershipDecision => ({
  ...mayTakeOver({
    ...account,
    candidateId: SOMEBODY,
    onDate,
    recentContactMonths: agreed.ownershipRecentContactMonths,
    scope: agreed.ownershipContactScope,
  }),
  onDate,
  knownAt: null,
});

/** Which accounts would be decided on otherwise under other agreements. The rule itself decides, twice. */
export function agreementsImpact(
  accounts: AccountFacts[],
  { now, proposed, onDate, first }: { now: AgreedValues; proposed: AgreedValues; onDate: string; first: number },
): Omit<AgreementsImpact, 'effectsFound'> {
  const affected = accounts
    .map((account) => ({
      employerId: account.employerId,
      now: decided(account, now, onDate),
      proposed: decided(account, proposed, onDate),
    }))
    .filter((account) => account.now.outcome !== account.proposed.outcome);
  const counts = new Map<string, OutcomeShift>();
  for (const account of affected) {
    const [from, to] = [account.now.outcome, account.proposed.outcome];
    const shift = counts.get(`${from} ${to}`) ?? { from, to, count: 0 };
    counts.set(`${from} ${to}`, { ...shift, count: shift.count + 1 });
  }
  return {
    onDate,
    accounts: accounts.length,
    affected: affected.length,
    shifts: [...counts.values()].sort((a, b) => b.count - a.count || a.from.localeCompare(b.from)),
    employers: affected.slice(0, first),
  };
}
