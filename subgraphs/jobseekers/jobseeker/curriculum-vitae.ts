import { defineEntity, p } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';

@ObjectType({ description: 'Beroep.' })
export class Occupation {
  @Field(() => String, { nullable: true, description: 'ISCO-08-groep, of een fijnere eigen code die zo begint.' })
  code!: string | null;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Het beroep in CompetentNL, zoals Sonar het noemt (URI).' })
  uri?: string | null;
}

@ObjectType({ description: 'Werkervaring.' })
export class WorkExperience {
  @Field(() => Occupation, { description: 'Beroep.' }) occupation!: Occupation;
  @Field(() => String, { nullable: true, description: 'Organisatie.' }) organisation!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Vanaf.' }) from!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Tot en met.' }) until!: string | null;
  @Field(() => String, { nullable: true, description: 'Toelichting.' }) note!: string | null;
}

@ObjectType({ description: 'Opleiding.' })
export class Education {
  @Field(() => Int, { description: 'Niveau: 0 onbekend, 1 geen, 2 basis, 3 vmbo, 4 mbo/havo/vwo, 5 hbo, 6 wo.' })
  level!: number;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => Boolean, { nullable: true, description: 'Of er een diploma is behaald.' }) diploma!: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Status: 1 afgerond, 2 afgebroken, 3 lopend.' })
  status!: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Tot en met.' }) until!: string | null;
}

@ObjectType({ description: 'Competentie: gedragscompetentie of vakvaardigheid.' })
export class Competence {
  @Field(() => Int, { nullable: true, description: 'Code van de gedragscompetentie (24100 tot en met 24126).' })
  code!: number | null;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => Int, { nullable: true, description: 'Beheersing, 1 tot en met 5; leeg als niet beoordeeld.' })
  mastery!: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Wanneer beoordeeld.' }) assessedOn!: string | null;
}

@ObjectType({ description: 'Taal, met de beheersing van 1 (geen) tot en met 4 (uitstekend).' })
export class Language {
  @Field(() => String, { description: 'Taal volgens ISO 639-2, bijvoorbeeld nld.' }) code!: string;
  @Field(() => Int, { nullable: true, description: 'Spreken.' }) speaking!: number | null;
  @Field(() => Int, { nullable: true, description: 'Schrijven.' }) writing!: number | null;
  @Field(() => Int, { nullable: true, description: 'Lezen.' }) reading!: number | null;
  @Field(() => Int, { nullable: true, description: 'Luisteren.' }) listening!: number | null;
}

export const CurriculumVitaeSchema = defineEntity({
  name: 'CurriculumVitae',
  tableName: 'curriculum_vitae',
  properties: {
    id: p.uuid().primary(),
    jobseekerId: p.uuid(),
    occupationsSought: p.json<Occupation[]>(),
    experience: p.json<WorkExperience[]>(),
    education: p.json<Education[]>(),
    competences: p.json<Competence[]>(),
    skills: p.array(),
    interests: p.array(),
    drivingLicences: p.array(),
    languages: p.json<Language[]>(),
    presentation: p.text().nullable(),
    updatedAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'Cv van een werkzoekende.' })
export class CurriculumVitae extends CurriculumVitaeSchema.class {
  @Field(() => [Occupation], { description: 'Gezochte beroepen.' }) declare occupationsSought: Occupation[];
  @Field(() => [WorkExperience], { description: 'Werkervaring.' }) declare experience: WorkExperience[];
  @Field(() => [Education], { description: 'Opleidingen.' }) declare education: Education[];
  @Field(() => [Competence], { description: 'Competenties.' }) declare competences: Competence[];
  @Field(() => [String], { description: 'Vaardigheden en certificaten.' }) declare skills: string[];
  @Field(() => [String], { description: 'Interesses.' }) declare interests: string[];
  @Field(() => [String], { description: 'Rijbewijzen.' }) declare drivingLicences: string[];
  @Field(() => [Language], { description: 'Talen.' }) declare languages: Language[];
  @Field(() => String, { nullable: true, description: 'Presentatie in eigen woorden.' })
  declare presentation: string | null | undefined;
  @Field(() => DateTime, { nullable: true, description: 'Laatst gewijzigd.' })
  declare updatedAt: Date | null | undefined;
}
CurriculumVitaeSchema.setClass(CurriculumVitae);
