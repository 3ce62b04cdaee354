import { Field, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

@InputType({ description: 'Gevraagde taalbeheersing: 2 redelijk, 3 goed, 4 uitstekend.' })
export class LanguageSearchInput {
  @Field(() => String, { description: 'Taal volgens ISO 639-3, bijvoorbeeld nld.' }) code!: string;
  @Field(() => Int, { nullable: true, description: 'Spreken, minstens.' }) speakingAtLeast?: number | null;
  @Field(() => Int, { nullable: true, description: 'Schrijven, minstens.' }) writingAtLeast?: number | null;
}

@InputType({ description: 'Zoekvraag op werk.nl: alle genoemde eisen gelden samen.' })
export class VacancySearchInput {
  @Field(() => String, { description: 'Postcode (3011 AB), het midden van de cirkel.' }) postcode!: string;
  @Field(() => Int, { description: 'Afstand in kilometers, hemelsbreed: 0 tot en met 999.' }) distanceKm!: number;
  @Field(() => String, { nullable: true, description: 'Beroep: adres in CompetentNL.' }) occupation?: string | null;
  @Field(() => Int, { nullable: true, description: 'Vraagt minstens dit werk- en denkniveau, 1 tot en met 6.' })
  levelAtLeast?: number | null;
  @Field(() => Int, { nullable: true, description: 'De minste uren zijn niet meer dan dit, 1 tot en met 99.' })
  minimumHoursUpTo?: number | null;
  @Field(() => Int, { nullable: true, description: 'De meeste uren zijn niet minder dan dit, 1 tot en met 99.' })
  maximumHoursFrom?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Het werk begint op of na.' }) startsFrom?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of de werktijden onregelmatig zijn.' })
  irregularHours?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Vraagt al deze rijbewijzen; hoogstens 20.' })
  drivingLicences?: string[] | null;
  @Field(() => [LanguageSearchInput], { nullable: true, description: 'Vraagt al deze talen; hoogstens 20.' })
  languages?: LanguageSearchInput[] | null;
}
