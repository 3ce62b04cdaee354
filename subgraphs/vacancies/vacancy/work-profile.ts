import { Field, Int, ObjectType } from 'type-graphql';
import { WorkProfileFit } from './vacancy-enums.js';

@ObjectType({ description: 'Harde eis: iets dat er moet zijn om het werk te doen.' })
export class Requirement {
  @Field(() => String, { description: 'Kort kenmerk, bijvoorbeeld code95.' }) key!: string;
  @Field(() => String, { description: 'Omschrijving.' }) description!: string;
  @Field(() => Boolean, { description: 'Of het te leren is.' }) trainable!: boolean;
}

@ObjectType({ description: 'Gevraagde competentie: gedragscompetentie of vakvaardigheid.' })
export class CompetenceRequirement {
  @Field(() => Int, { nullable: true, description: 'Code van de gedragscompetentie (24100 tot en met 24126).' })
  code!: number | null;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => Int, { description: 'Gevraagd niveau, 1 tot en met 5.' }) level!: number;
  @Field(() => Int, { description: 'Gewicht tegenover de andere competenties.' }) weight!: number;
  @Field(() => Boolean, { description: 'Of het werk niet zonder kan.' }) essential!: boolean;
  @Field(() => Boolean, { description: 'Of het te leren is.' }) trainable!: boolean;
}

@ObjectType({ description: 'Gevraagde taal.' })
export class LanguageRequirement {
  @Field(() => String, { description: 'Taal volgens ISO 639-2, bijvoorbeeld nld.' }) code!: string;
  @Field(() => Int, { nullable: true, description: 'Spreken: 1 (geen) tot en met 4 (uitstekend).' })
  speaking!: number | null;
  @Field(() => Int, { nullable: true, description: 'Schrijven: 1 (geen) tot en met 4 (uitstekend).' })
  writing!: number | null;
}

/** The vacancy's own columns; see `vacancy.ts`. */
@ObjectType({
  description: 'Werkprofiel: de vacature in competenties en affiniteiten, meer dan in diploma’s en ervaring.',
})
export class WorkProfile {
  @Field(() => String, {
    nullable: true,
    description: 'Beroep: ISCO-08-groep, of een fijnere eigen code die zo begint.',
  })
  occupationCode!: string | null | undefined;
  @Field(() => String, { description: 'Naam van het beroep.' }) occupationName!: string;
  @Field(() => [Requirement], { description: 'Harde eisen.' }) hardRequirements!: Requirement[];
  @Field(() => [CompetenceRequirement], { description: 'Gevraagde competenties.' })
  competences!: CompetenceRequirement[];
  @Field(() => [String], { description: 'Affiniteiten.' }) affinities!: string[];
  @Field(() => [String], { description: 'Zachte kenmerken.' }) softFeatures!: string[];
  @Field(() => String, { nullable: true, description: 'Cultuur van het bedrijf.' }) culture!: string | null | undefined;
  @Field(() => [String], { description: 'Arbeidsomstandigheden.' }) workConditions!: string[];
  @Field(() => Int, {
    nullable: true,
    description: 'Werk- en denkniveau: 1 geen, 2 basis, 3 vmbo, 4 mbo/havo/vwo, 5 hbo, 6 wo.',
  })
  minimumLevel!: number | null | undefined;
  @Field(() => [String], { description: 'Rijbewijzen die nodig zijn.' }) drivingLicences!: string[];
  @Field(() => [LanguageRequirement], { description: 'Gevraagde talen.' }) languages!: LanguageRequirement[];
  @Field(() => WorkProfileFit, { description: 'Of het profiel past.' }) fit!: string;
  @Field(() => [String], { description: 'Ideeën voor jobcarving.' }) carvingIdeas!: string[];
}
