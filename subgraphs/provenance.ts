import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../schema/scalars.js';

export enum SourceSystem {
  WBS = 'WBS',
  KVK = 'KVK',
  SUWI_SBR = 'SUWI_SBR',
  SONAR = 'SONAR',
  WERK_NL = 'WERK_NL',
  DOELGROEPENREGISTER = 'DOELGROEPENREGISTER',
  UWV = 'UWV',
  NPS_SURVEY = 'NPS_SURVEY',
  MANUAL = 'MANUAL',
}
registerEnumType(SourceSystem, {
  name: 'SourceSystem',
  description: 'Bron: register of systeem waar een waarde vandaan komt.',
  valuesConfig: {
    WBS: { description: 'Dit systeem zelf' },
    KVK: { description: 'Handelsregister van de Kamer van Koophandel' },
    SUWI_SBR: { description: 'SUWI-bedrijvenregister' },
    SONAR: { description: 'Sonar van UWV' },
    WERK_NL: { description: 'werk.nl' },
    DOELGROEPENREGISTER: { description: 'Doelgroepregister banenafspraak' },
    UWV: { description: 'Uitkeringsadministratie van UWV, via Suwinet' },
    NPS_SURVEY: { description: 'Klanttevredenheidsonderzoek (NPS)' },
    MANUAL: { description: 'Met de hand ingevoerd' },
  },
});

export enum Freshness {
  FRESH = 'FRESH',
  STALE = 'STALE',
  UNAVAILABLE = 'UNAVAILABLE',
}
registerEnumType(Freshness, {
  name: 'Freshness',
  description: 'Actualiteit van een waarde of een bron.',
  valuesConfig: {
    FRESH: { description: 'Actueel: opgehaald binnen de afgesproken termijn' },
    STALE: { description: 'Verouderd: de termijn is voorbij, de laatst bekende waarde wordt getoond' },
    UNAVAILABLE: { description: 'Niet beschikbaar: de bron gaf geen antwoord' },
  },
});

@ObjectType({ description: 'Tegenspraak: wat een andere bron over hetzelfde veld zegt.' })
@Directive('@shareable')
export class FieldConflict {
  @Field(() => SourceSystem, { description: 'De andere bron.' }) source!: SourceSystem;
  @Field(() => String, { description: 'Wat die bron zegt.' }) value!: string;
  @Field(() => DateTime, { description: 'Wanneer dat is opgehaald.' }) retrievedAt!: Date;
}

@ObjectType({ description: 'Beslechting van een tegenspraak: welke bron een medewerker koos, en waarom.' })
@Directive('@shareable')
export class FieldSettlement {
  @Field(() => ID, { description: 'Wie koos: kenmerk van de medewerker.' }) byId!: string;
  @Field(() => String, { nullable: true, description: 'Wie koos: naam.' }) byName?: string | null;
  @Field(() => DateTime, { description: 'Wanneer.' }) at!: Date;
  @Field(() => String, { description: 'Waarom deze bron.' }) reason!: string;
  @Field(() => Boolean, { description: 'Of de gekozen bron intussen iets anders zegt dan toen: kijk dan opnieuw.' })
  changed!: boolean;
}

@ObjectType({ description: 'Herkomst van een veld: bron, ouderdom en wat andere bronnen zeggen.' })
@Directive('@shareable')
export class FieldProvenance {
  @Field(() => String, { description: 'Naam van het veld in de graaf.' }) field!: string;
  @Field(() => SourceSystem, { description: 'De bron van de getoonde waarde.' }) source!: SourceSystem;
  @Field(() => String, { nullable: true, description: 'Kenmerk van het record in de bron.' }) sourceRecordId?:
    string | null;
  @Field(() => DateTime, { description: 'Wanneer de waarde is opgehaald.' }) retrievedAt!: Date;
  @Field(() => LocalDate, { nullable: true, description: 'Vanaf wanneer de waarde geldt volgens de bron.' })
  validFrom?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Na dit moment is de waarde verouderd.' })
  staleAfter?: Date | null;
  @Field(() => Freshness, { description: 'Actualiteit.' }) freshness!: Freshness;
  @Field(() => [FieldConflict], { description: 'Andere bronnen die iets anders zeggen.' }) conflicts!: FieldConflict[];
  @Field(() => FieldSettlement, {
    nullable: true,
    description: 'Waarom deze bron voorgaat, als een medewerker die koos.',
  })
  settled?: FieldSettlement | null;
}

@ObjectType({ description: 'Stand van een bron op het moment van de vraag.' })
@Directive('@shareable')
export class SourceStatus {
  @Field(() => SourceSystem, { description: 'De bron.' }) source!: SourceSystem;
  @Field(() => Freshness, { description: 'Actualiteit.' }) freshness!: Freshness;
  @Field(() => DateTime, { nullable: true, description: 'Laatst gelukte ophaling.' }) retrievedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Uitleg in gewone taal.' }) message?: string | null;
}
