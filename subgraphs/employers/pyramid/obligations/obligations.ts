import { defineEntity, p } from '@mikro-orm/core';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';

export enum PsoLevel {
  ASPIRANT = 'ASPIRANT',
  BASE = 'BASE',
  STEP_1 = 'STEP_1',
  STEP_2 = 'STEP_2',
  STEP_3 = 'STEP_3',
}
registerEnumType(PsoLevel, {
  name: 'PsoLevel',
  description: 'Niveau op de Prestatieladder Socialer Ondernemen.',
  valuesConfig: {
    ASPIRANT: { description: 'Aspirant' },
    BASE: { description: 'Basis' },
    STEP_1: { description: 'Trede 1' },
    STEP_2: { description: 'Trede 2' },
    STEP_3: { description: 'Trede 3' },
  },
});

export const SocialReturnSchema = defineEntity({
  name: 'SocialReturnObligation',
  tableName: 'social_return',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    client: p.text(),
    contractValue: p.float().nullable(),
    percentage: p.float().nullable(),
    amount: p.float().nullable(),
    fulfilled: p.float(),
    dueOn: p.date().nullable(),
    registeredById: p.text(),
    registeredAt: p.datetime(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'SROI-verplichting: wat een opdrachtgever aan social return vraagt.' })
export class SocialReturnObligation extends SocialReturnSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Opdrachtgever.' }) declare client: string;
  @Field(() => Float, { nullable: true, description: 'Waarde van de opdracht, in euro.' }) declare contractValue:
    number | null | undefined;
  @Field(() => Float, { nullable: true, description: 'Percentage social return.' }) declare percentage:
    number | null | undefined;
  @Field(() => Float, { nullable: true, description: 'De verplichting in euro: waarde maal percentage.' })
  declare amount: number | null | undefined;
  @Field(() => Float, { description: 'Wat ervan is ingevuld, in euro.' }) declare fulfilled: number;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) declare dueOn: string | null | undefined;
  @Field(() => DateTime, { description: 'Wanneer vastgelegd.' }) declare registeredAt: Date;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
SocialReturnSchema.setClass(SocialReturnObligation);

/** Whether its last day is past and it is not met; one whose amount is not known cannot be said to be met. */
export const isOverdue = ({ dueOn, amount, fulfilled }: Due, today: string): boolean =>
  Boolean(dueOn && dueOn < today && fulfilled < (amount ?? Infinity));

type Due = Pick<SocialReturnObligation, 'dueOn' | 'amount' | 'fulfilled'>;

export const PsoCertificateSchema = defineEntity({
  name: 'PsoCertificate',
  tableName: 'pso_certificate',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    level: p.enum(() => PsoLevel),
    thirtyPlus: p.boolean(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    registeredById: p.text(),
    registeredAt: p.datetime(),
  },
});

@ObjectType({ description: 'PSO-certificaat: keurmerk van de Prestatieladder Socialer Ondernemen.' })
export class PsoCertificate extends PsoCertificateSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => PsoLevel, { description: 'Niveau.' }) declare level: PsoLevel;
  @Field(() => Boolean, { description: 'PSO 30+.' }) declare thirtyPlus: boolean;
  @Field(() => LocalDate, { description: 'Eerste dag.' }) declare validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag.' }) declare validUntil:
    string | null | undefined;
}
PsoCertificateSchema.setClass(PsoCertificate);

type Certificate = Pick<PsoCertificate, 'validFrom' | 'validUntil'>;

export const isExpired = ({ validUntil }: Certificate, today: string): boolean =>
  Boolean(validUntil && validUntil < today);

/** The certificate that counts on a day, out of all of an employer, newest first: one that holds before one that expired. */
export const certificateOn = <C extends Certificate>(all: readonly C[], today: string): C | null => {
  const begun = all.filter(({ validFrom }) => validFrom <= today);
  return begun.find((one) => !isExpired(one, today)) ?? begun[0] ?? null;
};

@InputType({ description: 'SROI-verplichting vastleggen.' })
export class SocialReturnInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => String, { description: 'Opdrachtgever: 2 tot 200 tekens.' }) client!: string;
  @Field(() => Float, { nullable: true, description: 'Waarde van de opdracht in euro: 0 tot en met 1.000.000.000.' })
  contractValue?: number | null;
  @Field(() => Float, { nullable: true, description: 'Percentage: 0 tot 100.' }) percentage?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
}

@InputType({ description: 'Invulling van een SROI-verplichting bijwerken.' })
export class SocialReturnFulfilmentInput {
  @Field(() => ID, { description: 'De verplichting.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las; verplicht.' }) expectedVersion?: number | null;
  @Field(() => Float, { description: 'Wat er tot nu toe is ingevuld, in euro: 0 tot en met 1.000.000.000.' })
  fulfilled!: number;
}

@InputType({ description: 'PSO-certificaat vastleggen.' })
export class PsoCertificateInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => PsoLevel, { description: 'Niveau.' }) level!: PsoLevel;
  @Field(() => Boolean, { defaultValue: false, description: 'PSO 30+.' }) thirtyPlus!: boolean;
  @Field(() => LocalDate, { description: 'Eerste dag.' }) validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag.' }) validUntil?: string | null;
}
