import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';

export const AccountHoldershipSchema = defineEntity({
  name: 'AccountHoldership',
  tableName: 'account_holdership',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    holderId: p.text(),
    regionId: p.text(),
    isMain: p.boolean(),
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    reason: p.text().nullable(),
    recordedAt: p.datetime(),
    /** When its end was recorded, by whom and why. */
    endedAt: p.datetime().nullable(),
    endedById: p.text().nullable(),
    endReason: p.text().nullable(),
    previousHolderContactedOn: p.date().nullable(),
  },
});

@ObjectType({
  description:
    '(Hoofd-)accounthouderschap: wie in een regio de accounthouder van een werkgever is, met begin en einde; nooit overschreven.',
})
@Directive('@key(fields: "id")')
export class AccountHoldership extends AccountHoldershipSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => Boolean, { description: 'Of dit de hoofd-accounthouder is: hoogstens één per regio op een dag.' })
  declare isMain: boolean;
  @Field(() => LocalDate, { name: 'from', description: 'Eerste dag.' }) declare validFrom: string;
  @Field(() => LocalDate, { name: 'until', nullable: true, description: 'Laatste dag; leeg zolang het duurt.' })
  declare validUntil: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Reden van deze toewijzing.' }) declare reason:
    string | null | undefined;
  @Field(() => DateTime, { description: 'Wanneer het is vastgelegd.' }) declare recordedAt: Date;
  @Field(() => String, { nullable: true, description: 'Reden van het einde; leeg zolang het duurt.' })
  declare endReason: string | null | undefined;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Bij een overname: de dag waarop de vorige accounthouder is gesproken.',
  })
  declare previousHolderContactedOn: string | null | undefined;
}
AccountHoldershipSchema.setClass(AccountHoldership);

/** What of a query finds only what is in force on a day: from its first day until its last, that day included. */
export const standingOn = (day: string) => ({
  validFrom: { $lte: day },
  $or: [{ validUntil: null }, { validUntil: { $gte: day } }],
});

/** The holderships in force on `onDate`, main holders first, then who holds longest. */
export const inForce = (all: AccountHoldership[], onDate: string): AccountHoldership[] =>
  all
    .filter((h) => h.validFrom <= onDate && (!h.validUntil || h.validUntil >= onDate))
    .sort(
      (a, b) =>
        Number(b.isMain) - Number(a.isMain) || a.validFrom.localeCompare(b.validFrom) || a.id.localeCompare(b.id),
    );
