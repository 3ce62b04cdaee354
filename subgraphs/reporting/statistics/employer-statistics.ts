import { Field, Float, Int, ObjectType } from 'type-graphql';
import { NpsScore } from '../nps-score.js';
import { TargetGroup } from '../../target-group.js';

@ObjectType({ description: 'Aantal per jaar.' })
export class YearCount {
  @Field(() => Int, { description: 'Kalenderjaar.' }) year!: number;
  @Field(() => Int, { description: 'Aantal in dat jaar; 0 als er niets was.' }) count!: number;
}

@ObjectType({ description: 'Aantal per doelgroep.' })
export class TargetGroupCount {
  @Field(() => TargetGroup, { description: 'Doelgroep.' }) targetGroup!: TargetGroup;
  @Field(() => Int, { description: 'Aantal plaatsingen; 0 als er geen waren.' }) count!: number;
}

@ObjectType({
  description: 'Relatiecijfers: de relatie met het werkgeversservicepunt in getallen, over de gevraagde kalenderjaren.',
})
export class EmployerStatistics {
  @Field(() => [YearCount], { description: 'Plaatsingen, voor elk gevraagd jaar in de gevraagde volgorde.' })
  placementsPerYear!: YearCount[];
  @Field(() => [TargetGroupCount], { description: 'Plaatsingen in de gevraagde jaren samen, voor elke doelgroep.' })
  placementsByTargetGroup!: TargetGroupCount[];
  @Field(() => [YearCount], { description: 'Contactmomenten, voor elk gevraagd jaar in de gevraagde volgorde.' })
  contactMomentsPerYear!: YearCount[];
  @Field(() => [YearCount], {
    description:
      'Werkbezoeken (bedrijfsbezoek en beeldbellen), voor elk gevraagd jaar in de gevraagde volgorde. Ze tellen ook mee als contactmoment.',
  })
  visits!: YearCount[];
  @Field(() => NpsScore, { description: 'Tevredenheid over de gevraagde jaren samen.' }) nps!: NpsScore;
  @Field(() => Float, {
    nullable: true,
    description:
      'Vervulling: het deel (0 tot 1, op drie decimalen) van de arbeidsplaatsen op vacatures uit de gevraagde jaren waarop iemand is geplaatst. Leeg zonder vacatures.',
  })
  vacancyFillRate!: number | null;
}
