import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EstablishmentNumber, KvkNumber } from '../../../schema/scalars.js';
import type { Address } from './address.js';

/** A customer is an employer itself or places people with others: never neither. */
export enum EmployerKind {
  DIRECT_EMPLOYER = 'DIRECT_EMPLOYER',
  INTERMEDIARY = 'INTERMEDIARY',
}
registerEnumType(EmployerKind, {
  name: 'EmployerKind',
  description: 'Soort klant.',
  valuesConfig: {
    DIRECT_EMPLOYER: { description: 'Directe werkgever' },
    INTERMEDIARY: { description: 'Intermediair: uitzendbureau of detacheerder' },
  },
});

export enum RelationStatus {
  PROSPECT = 'PROSPECT',
  CUSTOMER = 'CUSTOMER',
  FORMER_CUSTOMER = 'FORMER_CUSTOMER',
  NOT_APPROACHABLE = 'NOT_APPROACHABLE',
  CEASED = 'CEASED',
}
registerEnumType(RelationStatus, {
  name: 'RelationStatus',
  description: 'Relatiestatus.',
  valuesConfig: {
    PROSPECT: { description: 'Prospect: nog geen klant' },
    CUSTOMER: { description: 'Klant' },
    FORMER_CUSTOMER: { description: 'Voormalige klant' },
    NOT_APPROACHABLE: { description: 'Niet benaderen' },
    CEASED: { description: 'Bedrijf is opgehouden te bestaan' },
  },
});

export enum CustomerTier {
  GOLD = 'GOLD',
  SILVER = 'SILVER',
  BRONZE = 'BRONZE',
  BASE = 'BASE',
}
registerEnumType(CustomerTier, {
  name: 'CustomerTier',
  description: 'Laag van de klantpiramide. De bron noemt alleen Goud; de lagen eronder zijn een keuze van dit systeem.',
  valuesConfig: {
    GOLD: { description: 'Goud' },
    SILVER: { description: 'Zilver' },
    BRONZE: { description: 'Brons' },
    BASE: { description: 'Basis' },
  },
});

export const EmployerSchema = defineEntity({
  name: 'Employer',
  tableName: 'employer',
  properties: {
    id: p.uuid().primary(),
    wbsNumber: p.text(),
    kvkNumber: p.text().nullable(),
    establishmentNumber: p.text().nullable(),
    regionId: p.text(),
    name: p.text(),
    foreignCountry: p.text().nullable(),
    kind: p.enum(() => EmployerKind),
    relationStatus: p.enum(() => RelationStatus),
    isKeyAccount: p.boolean(),
    sector: p.text().nullable(),
    tier: p.enum(() => CustomerTier).nullable(),
    lwa: p.array(),
    manualHeadcount: p.integer().nullable(),
    manualWebsite: p.text().nullable(),
    manualVisitingAddress: p.json<Address>().nullable(),
    manualSetAt: p.datetime().nullable(),
    portfolioId: p.uuid().nullable(),
    parentId: p.uuid().nullable(),
    /** The dossier that it was merged into; that is where everything of it is now. */
    mergedIntoId: p.uuid().nullable(),
    nationalLiaisonId: p.text().nullable(),
    registeredAt: p.datetime(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Werkgever: het werkgeversdossier (account).' })
@Directive('@key(fields: "id")')
export class Employer extends EmployerSchema.class {
  @Field(() => ID, {
    description: 'Kenmerk. Volgt uit het KvK-nummer en verandert niet bij het openen van een dossier.',
  })
  declare id: string;
  @Field(() => String, { nullable: true, description: 'Nr. WBS; leeg zolang er geen dossier is.' })
  declare wbsNumber: string;
  @Field(() => KvkNumber, { nullable: true, description: 'KvK-nummer; leeg bij een buitenlandse werkgever.' })
  declare kvkNumber: string | null | undefined;
  @Field(() => EstablishmentNumber, {
    nullable: true,
    description: 'Vestigingsnummer, als het dossier over één vestiging gaat.',
  })
  declare establishmentNumber: string | null | undefined;
  @Field(() => String, { name: 'tradeName', description: 'Handelsnaam, zoals het dossier heet.' }) declare name: string;
  @Field(() => EmployerKind, {
    nullable: true,
    description: 'Werkgever of intermediair; leeg zolang er geen dossier is.',
  })
  declare kind: EmployerKind;
  @Field(() => RelationStatus, { description: 'Relatiestatus.' }) declare relationStatus: RelationStatus;
  @Field(() => Boolean, {
    description: 'Keyaccount: grote regionale of landelijke werkgever met één plan en één team.',
  })
  declare isKeyAccount: boolean;
  @Field(() => String, { nullable: true, description: 'Branche van de portefeuille.' }) declare sector:
    string | null | undefined;
  @Field(() => CustomerTier, { nullable: true, description: 'Type klant: laag van de klantpiramide.' })
  declare tier: CustomerTier | null | undefined;
  @Field(() => [String], { description: 'Leerwerkakkoorden.' }) declare lwa: string[];
  @Field(() => Int, { description: 'Versie van het dossier, voor expectedVersion; 0 zolang er geen dossier is.' })
  declare version: number;
}
EmployerSchema.setClass(Employer);
