import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';
import { RuleStep } from './rule-step.js';

export enum OwnershipOutcome {
  KEEP = 'KEEP',
  CONSENT_REQUIRED = 'CONSENT_REQUIRED',
  TAKEOVER_ALLOWED = 'TAKEOVER_ALLOWED',
  NO_HOLDER = 'NO_HOLDER',
}
registerEnumType(OwnershipOutcome, {
  name: 'OwnershipOutcome',
  description: 'Uitkomst van de vraag of het accounthouderschap mag worden overgenomen.',
  valuesConfig: {
    KEEP: { description: 'Blijft bij de huidige accounthouder' },
    CONSENT_REQUIRED: { description: 'Alleen in overleg, met instemming van de accounthouder' },
    TAKEOVER_ALLOWED: { description: 'Mag worden overgenomen, na contact met de vorige accounthouder' },
    NO_HOLDER: { description: 'Er is geen accounthouder' },
  },
});

@ObjectType({
  description: 'Beslissing over overname: waarom het accounthouderschap wel of niet mag wisselen, met het bewijs.',
})
export class OwnershipDecision {
  /** Whom the fields `currentHolder` and `lastContactBy` look up. */
  currentHolderId!: string | null;
  lastContactById!: string | null;
  @Field(() => OwnershipOutcome, { description: 'Uitkomst.' }) outcome!: OwnershipOutcome;
  @Field(() => LocalDate, { description: 'De dag waarover is beslist.' }) onDate!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Naar wat vóór dit moment bekend was; leeg: wat nu bekend is.',
  })
  knownAt!: Date | null;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste contactmoment dat in deze regio meetelt.' })
  lastContactOn!: string | null;
  @Field(() => LocalDate, { description: 'Contact op of na deze dag is recent.' }) cutoffDate!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of de werkgever tevreden is: het laatste NPS-cijfer in twaalf maanden is geen 0 tot en met 6.',
  })
  employerSatisfied!: boolean | null;
  @Field(() => [RuleStep], { description: 'De stappen van de beslissing.' }) steps!: RuleStep[];
  @Field(() => [String], {
    description: 'Wat eerst moet: NOTIFY_PREVIOUS_HOLDER (vorige houder inlichten), CONSENT_OF_HOLDER (instemming).',
  })
  obligations!: string[];
}
