import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../../schema/scalars.js';
import { SourceSystem } from '../../../provenance.js';

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

@ObjectType({ description: 'Vraag onder een regel van het accountplan, te beantwoorden met ja of nee.' })
export class PlanCheck {
  @Field(() => String, { description: 'Vaste sleutel van de vraag.' }) key!: string;
  @Field(() => String, { description: 'De vraag, zoals op het formulier.' }) labelNl!: string;
  @Field(() => Boolean, { nullable: true, description: 'Ja of nee; leeg zolang niet beantwoord.' })
  yes!: boolean | null;
  @Field(() => String, { nullable: true, description: 'Aantekening.' }) note!: string | null;
}

@ObjectType({ description: 'Regel van het accountplan, met het teken uit de kolom WSPR.' })
export class AccountPlanItem {
  @Field(() => String, { description: 'Vaste sleutel van de regel.' }) key!: string;
  @Field(() => String, { description: 'Opschrift op het formulier.' }) labelNl!: string;
  @Field(() => String, { nullable: true, description: 'Ingevulde of uit het dossier overgenomen tekst.' })
  value!: string | null;
  @Field(() => SourceSystem, {
    nullable: true,
    description: 'Uit welke bron de tekst is overgenomen; leeg als die is ingevuld, of als er geen is.',
  })
  filledFrom!: SourceSystem | null;
  @Field(() => DateTime, { nullable: true, description: 'Van wanneer de overgenomen tekst is.' })
  filledAsOf!: Date | null;
  @Field(() => Boolean, { description: 'Of de regel altijd uit het dossier komt en dus niet kan worden ingevuld.' })
  neverTyped!: boolean;
  @Field(() => [PlanCheck], { description: 'De vragen onder deze regel; leeg als die er niet zijn.' })
  checks!: PlanCheck[];
  @Field(() => PlanMark, { description: 'Teken in de kolom WSPR.' }) mark!: PlanMark;
  @Field(() => String, { nullable: true, description: 'Aantekening.' }) note!: string | null;
}

@ObjectType({ description: 'Onderdeel van het accountplan met zijn regels.' })
export class AccountPlanSection {
  @Field(() => AccountPlanSectionKind, { description: 'Welk onderdeel.' }) kind!: AccountPlanSectionKind;
  @Field(() => [AccountPlanItem], { description: 'De regels, in de volgorde van het formulier.' })
  items!: AccountPlanItem[];
}
