import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../../pages.js';

export enum AgreementSetting {
  ACCOUNT_PLAN_REVIEW_MONTHS = 'ACCOUNT_PLAN_REVIEW_MONTHS',
  RENEWED_CONTACT_MONTHS = 'RENEWED_CONTACT_MONTHS',
  CONTACT_MERGE_WINDOW_DAYS = 'CONTACT_MERGE_WINDOW_DAYS',
}
registerEnumType(AgreementSetting, {
  name: 'AgreementSetting',
  description:
    'Afspraak waarvan de gevolgen per account worden verteld, naast de beslissing over het accounthouderschap.',
  valuesConfig: {
    ACCOUNT_PLAN_REVIEW_MONTHS: { description: 'Om de zoveel maanden een accountplan herzien' },
    RENEWED_CONTACT_MONTHS: { description: 'Na zoveel maanden is een contact hernieuwd' },
    CONTACT_MERGE_WINDOW_DAYS: { description: 'Contacten binnen zoveel dagen samenvatten' },
  },
});

@ObjectType({ description: 'Gevolg van een gewijzigde afspraak voor één account.' })
export class AgreementEffect {
  employerId!: string;
  @Field(() => AgreementSetting, { description: 'De afspraak die het account raakt.' }) setting!: AgreementSetting;
  @Field(() => String, { description: 'Wat er voor dit account anders wordt, en waarom.' }) because!: string;
}

@ObjectType({ description: 'Aantal accounts dat een gewijzigde afspraak raakt.' })
export class AgreementEffectCount {
  @Field(() => AgreementSetting, { description: 'De afspraak.' }) setting!: AgreementSetting;
  @Field(() => Int, { description: 'Aantal accounts.' }) count!: number;
}

@ObjectType({ description: 'Regel in een lijst van gevolgen.' })
export class AgreementEffectEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => AgreementEffect, { description: 'Het gevolg.' }) node!: AgreementEffect;
}

@ObjectType({ description: 'Lijst van gevolgen van gewijzigde afspraken, per afspraak en bladzijde voor bladzijde.' })
export class AgreementEffectConnection {
  @Field(() => [AgreementEffectEdge], { description: 'De regels.' }) edges!: AgreementEffectEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Aantal in de hele lijst.' }) totalCount!: number;
}
