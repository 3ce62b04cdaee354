import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { CustomerTier } from '../dossier/employer.js';
import { SoftCriterionKind } from './pyramid-assessment.js';

@InputType({ description: 'Antwoord op een element van het zachte filter.' })
export class SoftCriterionInput {
  @Field(() => SoftCriterionKind, { description: 'Welk element.' }) kind!: SoftCriterionKind;
  @Field(() => Boolean, { description: 'Ja of nee.' }) yes!: boolean;
  @Field(() => String, { nullable: true, description: 'Toelichting: hoogstens 1000 tekens.' }) note?: string | null;
}

@InputType({
  description: 'Beoordeling voor de klantpiramide. De vier objectieve criteria worden berekend en niet ingevuld.',
})
export class PyramidInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Version van de laatste beoordeling die u las; leeg als er nog geen is.',
  })
  expectedVersion?: number | null;
  @Field(() => Boolean, { description: 'Politiek gevoelig: op maat beleggen.' }) politicallySensitive!: boolean;
  @Field(() => Boolean, { description: 'Betrouwbaar; zo niet, dan is de werkgever uitgesloten.' }) reliable!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Verplicht als de werkgever niet betrouwbaar is: waarom, 10 tot 1000 tekens.',
  })
  exclusionReason?: string | null;
  @Field(() => String, { nullable: true, description: 'Ontwikkelingen in de sector: hoogstens 1000 tekens.' })
  sectorDevelopment?: string | null;
  @Field(() => [SoftCriterionInput], { description: 'De vijf elementen van het zachte filter, elk één keer.' })
  softFilter!: SoftCriterionInput[];
  @Field(() => CustomerTier, { nullable: true, description: 'Besloten laag; leeg: zoals voorgesteld.' })
  decidedTier?: CustomerTier | null;
  @Field(() => String, {
    nullable: true,
    description: 'Verplicht als u van het voorstel afwijkt: waarom, 10 tot 1000 tekens. Anders wordt dit niet bewaard.',
  })
  reasonForDeviation?: string | null;
}

const SAME = 'Leeg: blijft zoals het is.';

@InputType({ description: 'Instellingen van de klantpiramide wijzigen; wat leeg blijft, blijft zoals het is.' })
export class SetPyramidSettingsInput {
  @Field(() => ID, { description: 'De regio.' }) regionId!: string;
  @Field(() => LocalDate, { description: 'Ingangsdatum; niet in het verleden.' }) validFrom!: string;
  @Field(() => String, { description: 'Waarom de instellingen wijzigen, 10 tot 500 tekens.' }) reason!: string;
  @Field(() => Int, { nullable: true, description: 'De nieuwste versie die u zag.' }) expectedVersion?: number | null;
  @Field(() => [Int], { nullable: true, description: `Werkzame personen: drie oplopende grenzen. ${SAME}` })
  companySizeFrom?: number[] | null;
  @Field(() => [Int], { nullable: true, description: `Vacatures: drie oplopende grenzen. ${SAME}` })
  vacanciesFrom?: number[] | null;
  @Field(() => [Int], { nullable: true, description: `Plaatsingen: drie oplopende grenzen. ${SAME}` })
  fulfilmentsFrom?: number[] | null;
  @Field(() => [Int], { nullable: true, description: `Halve jaren: drie oplopende grenzen. ${SAME}` })
  continuityFrom?: number[] | null;
  @Field(() => Int, { nullable: true, description: `Goud vanaf: 1 tot en met 16. ${SAME}` }) goldFrom?: number | null;
  @Field(() => Int, { nullable: true, description: `Zilver vanaf: 1 tot en met 16. ${SAME}` })
  silverFrom?: number | null;
  @Field(() => Int, { nullable: true, description: `Brons vanaf: 1 tot en met 16. ${SAME}` })
  bronzeFrom?: number | null;
  @Field(() => Int, { nullable: true, description: `Sterren voor Goud: 1 tot en met 4. ${SAME}` })
  goldPartnershipFrom?: number | null;
  @Field(() => Int, { nullable: true, description: `Goudklant bezoeken om de 1 tot en met 60 maanden. ${SAME}` })
  goldVisitMonths?: number | null;
  @Field(() => Int, { nullable: true, description: `Zilverklant bezoeken om de 1 tot en met 60 maanden. ${SAME}` })
  silverVisitMonths?: number | null;
  @Field(() => Int, { nullable: true, description: `Bronsklant bezoeken om de 1 tot en met 60 maanden. ${SAME}` })
  bronzeVisitMonths?: number | null;
}
