import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { OwnershipContactScope } from './region-agreements.js';

const SAME = 'Leeg: blijft zoals het is.';

@InputType({ description: 'Voorgestelde regionale afspraken; wat leeg blijft, blijft zoals het is.' })
export class RegionAgreementsProposal {
  @Field(() => Int, { nullable: true, description: `Recent contact: 1 tot en met 60 maanden. ${SAME}` })
  ownershipRecentContactMonths?: number | null;
  @Field(() => OwnershipContactScope, { nullable: true, description: `Wiens contact telt. ${SAME}` })
  ownershipContactScope?: OwnershipContactScope | null;
  @Field(() => Int, { nullable: true, description: `Hernieuwd contact: 1 tot en met 60 maanden. ${SAME}` })
  renewedContactMonths?: number | null;
  @Field(() => Int, { nullable: true, description: `Vacature open: 1 tot en met 12 maanden. ${SAME}` })
  vacancyMaxMonths?: number | null;
  @Field(() => Int, { nullable: true, description: `Accountplan herzien: 1 tot en met 60 maanden. ${SAME}` })
  accountPlanReviewMonths?: number | null;
  @Field(() => Int, { nullable: true, description: `Contacten samenvatten: 0 tot en met 60 dagen. ${SAME}` })
  contactMergeWindowDays?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `Rust tussen twee NPS-uitnodigingen: 0 tot en met 366 dagen. ${SAME}`,
  })
  npsQuietDays?: number | null;
}

@InputType({ description: 'Regionale afspraken wijzigen.' })
export class SetRegionAgreementsInput extends RegionAgreementsProposal {
  @Field(() => ID, { description: 'De regio.' }) regionId!: string;
  @Field(() => LocalDate, { description: 'Ingangsdatum; niet in het verleden, en hoogstens vijf jaar vooruit.' })
  validFrom!: string;
  @Field(() => String, { description: 'Waarom de afspraken wijzigen, 10 tot 500 tekens.' }) reason!: string;
  @Field(() => Int, { nullable: true, description: 'De nieuwste versie die u zag.' }) expectedVersion?: number | null;
}
