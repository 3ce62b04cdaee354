import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { RuleNotice, UserError } from '../../payload.js';
import { CvPublication } from './cv-publication.js';

@InputType({ description: 'Instemming van de werkzoekende met een cv op werk.nl.' })
export class CvConsentInput {
  @Field(() => Boolean, { description: 'Dat werk.nl het cv bewaart; zonder dit gaat er niets naar werk.nl.' })
  storing!: boolean;
  @Field(() => Boolean, { description: 'Dat werk.nl met het cv matcht.' }) matching!: boolean;
  @Field(() => LocalDate, { description: 'De dag waarop de werkzoekende instemde.' }) givenOn!: string;
}

@InputType({ description: 'Cv op werk.nl plaatsen, of vernieuwen.' })
export class PlaceCvOnWerkNlInput {
  @Field(() => ID, { description: 'De werkzoekende.' }) jobseekerId!: string;
  @Field(() => CvConsentInput, { description: 'Waarmee de werkzoekende instemde.' }) consent!: CvConsentInput;
  @Field(() => Int, { nullable: true, description: 'Versie van de plaatsing op werk.nl, als die er al is.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Cv weghalen van werk.nl, of de instemming intrekken.' })
export class WithdrawCvFromWerkNlInput {
  @Field(() => ID, { description: 'De werkzoekende.' }) jobseekerId!: string;
  @Field(() => Int, { nullable: true, description: 'Versie van de plaatsing op werk.nl.' })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'Uitkomst van het plaatsen of weghalen van een cv op werk.nl.' })
export class CvPublicationPayload {
  @Field(() => CvPublication, { nullable: true, description: 'Het cv op werk.nl; leeg als er is geweigerd.' })
  publication!: CvPublication | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: niets vastgelegd.' }) errors!: UserError[];
}
