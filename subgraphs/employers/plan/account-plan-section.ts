import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum AccountPlanSectionKind {
  GENERAL = 'GENERAL',
  ACCOUNT_PICTURE = 'ACCOUNT_PICTURE',
  RELATION_WITH_WSP = 'RELATION_WITH_WSP',
  EMPLOYER_CHARACTERISTICS = 'EMPLOYER_CHARACTERISTICS',
  THEMES = 'THEMES',
}
registerEnumType(AccountPlanSectionKind, {
  name: 'AccountPlanSectionKind',
  description: 'Onderdeel van het accountplan.',
  valuesConfig: {
    GENERAL: { description: 'Algemeen' },
    ACCOUNT_PICTURE: { description: 'Account beeld' },
    RELATION_WITH_WSP: { description: 'Relatie met WSPR' },
    EMPLOYER_CHARACTERISTICS: { description: 'Kenmerken van het bedrijf' },
    THEMES: { description: "Thema's" },
  },
});

export enum PlanMark {
  NONE = 'NONE',
  POSITIVE = 'POSITIVE',
  NEGATIVE = 'NEGATIVE',
  SMILEY = 'SMILEY',
}
registerEnumType(PlanMark, {
  name: 'PlanMark',
  description: 'Teken in de kolom WSPR van het accountplan.',
  valuesConfig: {
    NONE: { description: 'Leeg (☐)' },
    POSITIVE: { description: 'Positief (✓)' },
    NEGATIVE: { description: 'Negatief (✗)' },
    SMILEY: { description: 'Tevreden (😊)' },
  },
});

@ObjectType({ description: 'Regel van het accountplan, met het teken uit de kolom WSPR.' })
export class AccountPlanItem {
  @Field(() => String, { description: 'Vaste sleutel van de regel.' }) key!: string;
  @Field(() => String, { description: 'Opschrift op het formulier.' }) labelNl!: string;
  @Field(() => String, { nullable: true, description: 'Ingevulde of uit het dossier overgenomen tekst.' })
  value!: string | null;
  @Field(() => PlanMark, { description: 'Teken in de kolom WSPR.' }) mark!: PlanMark;
  @Field(() => String, { nullable: true, description: 'Aantekening.' }) note!: string | null;
}

@ObjectType({ description: 'Onderdeel van het accountplan met zijn regels.' })
export class AccountPlanSection {
  @Field(() => AccountPlanSectionKind, { description: 'Welk onderdeel.' }) kind!: AccountPlanSectionKind;
  @Field(() => [AccountPlanItem], { description: 'De regels, in de volgorde van het formulier.' })
  items!: AccountPlanItem[];
}
