import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { SourceStatus } from '../../provenance.js';

@ObjectType({ description: 'Vacature elders: op werk.nl gevonden, van wie dan ook in het land.' })
export class ExternalVacancy {
  @Field(() => ID, { description: 'Kenmerk bij werk.nl, van deze zoekvraag.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Titel.' }) title!: string | null;
  @Field(() => String, { nullable: true, description: 'Omschrijving.' }) description!: string | null;
  @Field(() => String, { nullable: true, description: 'Naam van de werkgever.' }) employerName!: string | null;
  @Field(() => String, { nullable: true, description: 'Postcode van de werkplek.' }) postcode!: string | null;
  @Field(() => String, { nullable: true, description: 'Beroep: adres in CompetentNL.' }) occupation!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Werk- en denkniveau: 1 geen, 2 basis, 3 vmbo, 4 mbo/havo/vwo, 5 hbo, 6 wo.',
  })
  minimumLevel!: number | null;
  @Field(() => Int, { nullable: true, description: 'Minste uren per week.' }) hoursMin!: number | null;
  @Field(() => Int, { nullable: true, description: 'Meeste uren per week.' }) hoursMax!: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Of de werktijden onregelmatig zijn.' })
  irregularHours!: boolean | null;
  @Field(() => [String], { description: 'Rijbewijzen die nodig zijn.' }) drivingLicences!: string[];
  @Field(() => String, { nullable: true, description: 'Salaris, in woorden.' }) salary!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Begin van het werk.' }) startsOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Sluit op.' }) closesOn!: string | null;
  @Field(() => [String], { description: 'Webadressen om te solliciteren of meer te lezen.' }) websites!: string[];
}

@ObjectType({ description: 'Uitkomst van zoeken op werk.nl, met de stand van die bron.' })
export class ExternalVacancySearch {
  @Field(() => SourceStatus, { description: 'Of werk.nl antwoordde, en van wanneer de uitkomst is.' })
  status!: SourceStatus;
  @Field(() => [ExternalVacancy], {
    nullable: true,
    description: 'Hoogstens 100, de dichtstbijzijnde eerst; leeg (null) als werk.nl niet antwoordde.',
  })
  vacancies!: ExternalVacancy[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Of er meer zijn dan werk.nl in één keer geeft.' })
  more!: boolean | null;
}
