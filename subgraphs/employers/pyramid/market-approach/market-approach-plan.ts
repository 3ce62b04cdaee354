import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum MarketApproachStatus {
  TO_APPROACH = 'TO_APPROACH',
  APPROACHED = 'APPROACHED',
  IN_NETWORK = 'IN_NETWORK',
  DECLINED = 'DECLINED',
}
registerEnumType(MarketApproachStatus, {
  name: 'MarketApproachStatus',
  description: 'Stand van het benaderen van een werkgever uit het marktwerkingsplan.',
  valuesConfig: {
    TO_APPROACH: { description: 'Nog te benaderen' },
    APPROACHED: { description: 'Benaderd' },
    IN_NETWORK: { description: 'Zit in het netwerk' },
    DECLINED: { description: 'Wil niet' },
  },
});

export const MarketApproachPlanSchema = defineEntity({
  name: 'MarketApproachPlan',
  tableName: 'market_approach_plan',
  properties: {
    id: p.uuid().primary(),
    regionId: p.text(),
    year: p.integer(),
    title: p.text(),
    employerTypes: p.text(),
    invitation: p.text(),
    agreedWithIds: p.array(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Marktwerkingsplan: welke werkgevers de regio aan zich wil binden, en wie hen benadert.' })
@Directive('@key(fields: "id")')
export class MarketApproachPlan extends MarketApproachPlanSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => Int, { description: 'Jaar.' }) declare year: number;
  @Field(() => String, { description: 'Titel.' }) declare title: string;
  @Field(() => String, { description: 'Welke soorten werkgevers.' }) declare employerTypes: string;
  @Field(() => String, { description: 'Hoe zij worden uitgenodigd.' }) declare invitation: string;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
MarketApproachPlanSchema.setClass(MarketApproachPlan);

export const MarketApproachTargetSchema = defineEntity({
  name: 'MarketApproachTarget',
  tableName: 'market_approach_target',
  properties: {
    id: p.uuid().primary(),
    planId: p.uuid(),
    employerId: p.uuid(),
    approachedById: p.text().nullable(),
    reason: p.text(),
    status: p.enum(() => MarketApproachStatus),
    position: p.integer(),
    droppedAt: p.datetime().nullable(),
  },
});

@ObjectType({ description: 'Doelwerkgever van een marktwerkingsplan.' })
export class MarketApproachTarget extends MarketApproachTargetSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => String, { description: 'Waarom deze werkgever.' }) declare reason: string;
  @Field(() => MarketApproachStatus, { description: 'Stand.' }) declare status: MarketApproachStatus;
}
MarketApproachTargetSchema.setClass(MarketApproachTarget);

@InputType({ description: 'Doelwerkgever van een marktwerkingsplan.' })
export class MarketApproachTargetInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => ID, { nullable: true, description: 'Wie hem benadert: één partij per werkgever.' })
  approachedById?: string | null;
  @Field(() => String, { description: 'Waarom deze werkgever: 10 tot 1000 tekens.' }) reason!: string;
  @Field(() => MarketApproachStatus, {
    nullable: true,
    description: 'Stand; leeg: zoals die was, en van een nieuwe: nog te benaderen.',
  })
  status?: MarketApproachStatus | null;
}

@InputType({ description: 'Marktwerkingsplan vastleggen of wijzigen.' })
export class MarketApproachPlanInput {
  @Field(() => ID, { nullable: true, description: 'Het plan; leeg: een nieuw.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'Versie die u las; verplicht bij wijzigen.' })
  expectedVersion?: number | null;
  @Field(() => ID, { description: 'De regio.' }) regionId!: string;
  @Field(() => Int, { description: 'Jaar: 2000 tot en met 2100.' }) year!: number;
  @Field(() => String, { description: 'Titel: 3 tot 200 tekens.' }) title!: string;
  @Field(() => String, { description: 'Welke soorten werkgevers: 3 tot 2000 tekens.' }) employerTypes!: string;
  @Field(() => String, { description: 'Hoe zij worden uitgenodigd: 3 tot 2000 tekens.' }) invitation!: string;
  @Field(() => [ID], { description: 'Organisaties waarmee het is afgestemd: hoogstens 100.' }) agreedWithIds!: string[];
  @Field(() => [MarketApproachTargetInput], { description: 'Alle doelwerkgevers, hoogstens 200.' })
  targets!: MarketApproachTargetInput[];
}
