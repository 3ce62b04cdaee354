import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

export const JobseekerSchema = defineEntity({
  name: 'Jobseeker',
  tableName: 'jobseeker',
  properties: {
    id: p.uuid().primary(),
    sonarId: p.text(),
    /** Null: known from a profile of VUM alone, which is pseudonymous. */
    name: p.text().nullable(),
    birthYear: p.integer().nullable(),
    postcodeArea: p.text().nullable(),
    regionId: p.text(),
    caseManagerId: p.text().nullable(),
    unemployedSince: p.date().nullable(),
    /** Whether this person may be matched and presented. */
    openToMediation: p.boolean(),
    availableFrom: p.date().nullable(),
    availableUntil: p.date().nullable(),
    hoursMin: p.integer().nullable(),
    hoursMax: p.integer().nullable(),
    irregular: p.boolean().nullable(),
    officeHours: p.boolean().nullable(),
    /** Of ContractType: what somebody wants. */
    contractTypes: p.array(),
    maxTravelKm: p.integer().nullable(),
    maxTravelMinutes: p.integer().nullable(),
    transport: p.array(),
    adaptationNeeded: p.boolean().nullable(),
    guidanceNeeded: p.boolean().nullable(),
    /** As Sonar's profile tells it; the register itself says more (`sources/`). */
    inTargetGroupRegister: p.boolean().nullable(),
  },
});

/** What is told of a person goes through `jobseeker.resolver.ts`, where each reading is recorded. */
@ObjectType({ description: 'Werkzoekende: gegevens komen uit Sonar, het cv van werk.nl.' })
@Directive('@key(fields: "id")')
export class Jobseeker extends JobseekerSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Kenmerk in Sonar.' }) declare sonarId: string;
}
JobseekerSchema.setClass(Jobseeker);
