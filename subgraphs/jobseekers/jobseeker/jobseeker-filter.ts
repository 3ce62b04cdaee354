import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { TargetGroup } from '../../target-group.js';
import { ContractType } from './availability.js';
import { LanguageFilter } from './language-filter.js';
import { UnemploymentPhase } from './unemployment-phase.js';

@InputType({ description: 'Filter op werkzoekenden: alle genoemde eisen gelden samen.' })
export class JobseekerFilter {
  @Field(() => [ID], { nullable: true, description: 'Een van deze regio’s.' }) regionIds?: string[] | null;
  @Field(() => [TargetGroup], { nullable: true, description: 'Een van deze doelgroepen.' })
  targetGroups?: TargetGroup[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Staat wel of niet in het doelgroepregister, voor zover vastgelegd: wie onbekend is, valt erbuiten.',
  })
  inTargetGroupRegister?: boolean | null;
  @Field(() => [UnemploymentPhase], { nullable: true, description: 'Een van deze perioden van werkloosheid.' })
  phases?: UnemploymentPhase[] | null;
  @Field(() => [String], { nullable: true, description: 'Zoekt of deed werk in een van deze beroepsgroepen.' })
  occupationCodes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Zoekt een van deze beroepen van CompetentNL (URI).' })
  occupationUris?: string[] | null;
  @Field(() => [Int], { nullable: true, description: 'Heeft een van deze competenties.' })
  competenceCodes?: number[] | null;
  @Field(() => [String], { nullable: true, description: 'Mag rijden met een van deze rijbewijzen.' })
  drivingLicences?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Mag rijden met al deze rijbewijzen.' })
  allDrivingLicences?: string[] | null;
  @Field(() => [LanguageFilter], { nullable: true, description: 'Beheerst al deze talen.' })
  languages?: LanguageFilter[] | null;
  @Field(() => [ContractType], { nullable: true, description: 'Wil een van deze contractvormen.' })
  contractTypes?: ContractType[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Wil wel of niet onregelmatig of in ploegen werken.' })
  irregular?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Wil wel of niet op kantoortijden werken.' })
  officeHours?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Kan minstens zoveel uren per week werken.' })
  canWorkHours?: number | null;
  @Field(() => Int, { nullable: true, description: 'Is tevreden met zoveel uren per week, of minder.' })
  contentWithHours?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Beschikbaar op deze datum.' }) availableFrom?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Woont binnen radiusKm van deze postcode (3011 of 3011AB); de lijst begint met wie het dichtst bij is.',
  })
  postcode?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Afstand tot postcode in kilometers, hemelsbreed: 0 tot en met 999.',
  })
  radiusKm?: number | null;
}
