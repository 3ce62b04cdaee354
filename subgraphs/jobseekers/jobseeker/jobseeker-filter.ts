import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { TargetGroup } from '../../target-group.js';
import { UnemploymentPhase } from './unemployment-phase.js';

@InputType({ description: 'Filter op werkzoekenden: alle genoemde eisen gelden samen.' })
export class JobseekerFilter {
  @Field(() => [ID], { nullable: true, description: 'Een van deze regio’s.' }) regionIds?: string[] | null;
  @Field(() => [TargetGroup], { nullable: true, description: 'Een van deze doelgroepen.' })
  targetGroups?: TargetGroup[] | null;
  @Field(() => [UnemploymentPhase], { nullable: true, description: 'Een van deze perioden van werkloosheid.' })
  phases?: UnemploymentPhase[] | null;
  @Field(() => [String], { nullable: true, description: 'Zoekt of deed werk in een van deze beroepsgroepen.' })
  occupationCodes?: string[] | null;
  @Field(() => [Int], { nullable: true, description: 'Heeft een van deze competenties.' })
  competenceCodes?: number[] | null;
  @Field(() => [String], { nullable: true, description: 'Mag rijden met een van deze rijbewijzen.' })
  drivingLicences?: string[] | null;
  @Field(() => LocalDate, { nullable: true, description: 'Beschikbaar op deze datum.' }) availableFrom?: string | null;
}
