import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../../schema/scalars.js';

export enum OwnershipRequestStatus {
  OPEN = 'OPEN',
  AGREED = 'AGREED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(OwnershipRequestStatus, {
  name: 'OwnershipRequestStatus',
  description: 'Stand van een verzoek om accounthouderschap.',
  valuesConfig: {
    OPEN: { description: 'Open: wacht op antwoord' },
    AGREED: { description: 'Ingestemd: het accounthouderschap is gewijzigd' },
    REFUSED: { description: 'Geweigerd' },
    WITHDRAWN: { description: 'Ingetrokken door de aanvrager' },
    EXPIRED: { description: 'Verlopen zonder antwoord' },
  },
});

export const OwnershipRequestSchema = defineEntity({
  name: 'OwnershipRequest',
  tableName: 'ownership_request',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    regionId: p.text(),
    candidateId: p.text(),
    asMain: p.boolean(),
    reason: p.text(),
    requestedAt: p.datetime(),
    expiresOn: p.date(),
    status: p.enum(() => OwnershipRequestStatus),
    answeredAt: p.datetime().nullable(),
    answeredById: p.text().nullable(),
    note: p.text().nullable(),
    holdershipId: p.uuid().nullable(),
  },
});

@ObjectType({
  description: 'Verzoek om accounthouderschap: binnen de termijn wisselt het alleen in overleg met de accounthouder.',
})
@Directive('@key(fields: "id")')
export class OwnershipRequest extends OwnershipRequestSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => Boolean, { description: 'Of het om het hoofd-accounthouderschap gaat.' }) declare asMain: boolean;
  @Field(() => String, { description: 'Waarom de aanvrager het vraagt.' }) declare reason: string;
  @Field(() => DateTime, { description: 'Wanneer het is gevraagd.' }) declare requestedAt: Date;
  @Field(() => LocalDate, { description: 'Laatste dag waarop het beantwoord kan worden.' }) declare expiresOn: string;
  @Field(() => DateTime, { nullable: true, description: 'Wanneer het is beantwoord of ingetrokken.' })
  declare answeredAt: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Toelichting bij het antwoord.' }) declare note:
    string | null | undefined;
}
OwnershipRequestSchema.setClass(OwnershipRequest);

/** What a request asks for, in Dutch. */
export const placeAsked = (asMain: boolean): string => (asMain ? 'hoofd-accounthouderschap' : 'accounthouderschap');

/** How a request stands on a day: one that was not answered in time has expired, also before anybody wrote that down. */
export const statusOn = (
  { status, expiresOn }: Pick<OwnershipRequest, 'status' | 'expiresOn'>,
  today: string,
): OwnershipRequestStatus =>
  status === OwnershipRequestStatus.OPEN && expiresOn < today ? OwnershipRequestStatus.EXPIRED : status;
