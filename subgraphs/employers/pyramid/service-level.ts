import { Field, Int, ObjectType } from 'type-graphql';
import { Temporal } from 'temporal-polyfill';
import { LocalDate } from '../../../schema/scalars.js';
import { inDutch } from '../../in-dutch.js';
import { RuleNotice, Severity } from '../../payload.js';
import { CustomerTier } from '../dossier/employer.js';
import { TIER_NAMES } from './assess.js';
import { visitMonths, type PyramidSettings } from './pyramid-settings.js';

@ObjectType({ description: 'Dienstverlening die bij de laag van een werkgever hoort.' })
export class ServiceLevel {
  @Field(() => CustomerTier, { description: 'Laag; zonder beoordeling Basis.' }) tier!: CustomerTier;
  @Field(() => Int, { nullable: true, description: 'Om de zoveel maanden een bezoek; leeg: naar behoefte.' })
  visitEveryMonths!: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste werkbezoek.' }) lastVisitOn!: string | null;
  @Field(() => Boolean, { description: 'Of een bezoek over tijd is.' }) visitOverdue!: boolean;
  @Field(() => [RuleNotice], { description: 'Wat er volgens het serviceniveau ontbreekt.' }) notices!: RuleNotice[];
}

export interface ServiceFacts {
  tier: CustomerTier | null | undefined;
  lastVisitOn: string | null;
  onDate: string;
  settings: PyramidSettings;
}

/** First day on which a visit of this long ago is too long ago. */
const overdueFrom = (lastVisitOn: string, months: number): string =>
  Temporal.PlainDate.from(lastVisitOn).add({ months }).toString();

/**
 * What the tier of an employer asks of service, and whether it is visited in time. A visit counts for its months;
 * from the same day of the month on, another is due. Gold warns; of other tiers it is told.
 */
export function serviceLevel({ tier: given, lastVisitOn, onDate, settings }: ServiceFacts): ServiceLevel {
  const tier = given ?? CustomerTier.BASE;
  const visitEveryMonths = visitMonths(settings, tier);
  const visitOverdue =
    visitEveryMonths !== null && (!lastVisitOn || overdueFrom(lastVisitOn, visitEveryMonths) <= onDate);
  const since = lastVisitOn
    ? `het laatste bezoek was op ${inDutch(lastVisitOn)}`
    : 'er is nog geen bezoek geregistreerd';
  return {
    tier,
    visitEveryMonths,
    lastVisitOn,
    visitOverdue,
    notices: visitOverdue
      ? [
          {
            code: 'VISIT_DUE',
            message: `Een klant in de laag ${TIER_NAMES[tier]} wordt om de ${visitEveryMonths} maanden bezocht; ${since}.`,
            requirement: 'R-121',
            severity: tier === CustomerTier.GOLD ? Severity.WARNING : Severity.INFO,
          },
        ]
      : [],
  };
}
