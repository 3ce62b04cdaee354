import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';

export const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    fileName: p.text(),
    mediaType: p.text(),
    announcedBytes: p.integer(),
    announcedById: p.text(),
    announcedAt: p.datetime(),
    ticketHash: p.text(),
    ticketExpiresAt: p.datetime(),
    ticketUsedAt: p.datetime().nullable(),
    bytes: p.integer().nullable(),
    sha256: p.text().nullable(),
    /** Null as long as the content is not whole. */
    uploadedAt: p.datetime().nullable(),
    /** What it belongs to besides the dossier, e.g. `ContactMoment`. */
    subjectType: p.text().nullable(),
    subjectId: p.uuid().nullable(),
    version: p.integer(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnById: p.text().nullable(),
    withdrawnBecause: p.text().nullable(),
    /** Set when it was announced and never came. */
    lapsedAt: p.datetime().nullable(),
    /** Of what was withdrawn or lapsed: since when the store has nothing of it. */
    contentRemovedAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'Document bij een dossier, contactmoment, werkafspraak of overleg.' })
@Directive('@key(fields: "id")')
export class Attachment extends AttachmentSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Naam van het bestand.' }) declare fileName: string;
  @Field(() => String, { description: 'Soort bestand (IANA-mediatype), vastgesteld aan de inhoud.' })
  declare mediaType: string;
  @Field(() => Int, { description: 'Grootte in bytes.' }) declare bytes: number | null | undefined;
  @Field(() => String, { description: 'SHA-256 van de inhoud, 64 hexadecimale tekens.' })
  declare sha256: string | null | undefined;
  @Field(() => DateTime, { description: 'Wanneer geüpload.' }) declare uploadedAt: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Waar het bij hoort: naam van het type; leeg: het dossier.' })
  declare subjectType: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'Waar het bij hoort: kenmerk.' })
  declare subjectId: string | null | undefined;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Wanneer ingetrokken: de inhoud is weg, downloaden kan niet meer. Leeg: niet ingetrokken.',
  })
  declare withdrawnAt: Date | null | undefined;
  @Field(() => String, { nullable: true, description: 'Waarom ingetrokken.' })
  declare withdrawnBecause: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
AttachmentSchema.setClass(Attachment);
