import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { AccountPlanSectionKind, PlanMark } from './account-plan-section.js';
import { PlanStatus } from './account-plan.js';

@InputType({ description: 'Antwoord op een vraag onder een regel van het accountplan.' })
export class PlanCheckInput {
  @Field(() => String, { description: 'Vaste sleutel van de vraag.' }) key!: string;
  @Field(() => Boolean, { nullable: true, description: 'Ja of nee; null maakt leeg.' }) yes?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Aantekening: hoogstens 1000 tekens.' }) note?: string | null;
}

@InputType({ description: 'Regel van het accountplan om in te vullen. Wat u weglaat blijft gelijk.' })
export class AccountPlanItemInput {
  @Field(() => AccountPlanSectionKind, { description: 'Het onderdeel waar de regel in staat.' })
  section!: AccountPlanSectionKind;
  @Field(() => String, { description: 'Vaste sleutel van de regel.' }) key!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Tekst: hoogstens 4000 tekens; null maakt leeg, dan staat er wat het dossier weet.',
  })
  value?: string | null;
  @Field(() => PlanMark, { nullable: true, description: 'Teken in de kolom WSPR.' }) mark?: PlanMark | null;
  @Field(() => String, { nullable: true, description: 'Aantekening: hoogstens 1000 tekens.' }) note?: string | null;
  @Field(() => [PlanCheckInput], { nullable: true, description: 'Antwoorden op de vragen onder de regel.' })
  checks?: PlanCheckInput[] | null;
}

@InputType({
  description: 'Doel van een accountplan. Wat u van een doel dat het plan al heeft weglaat, blijft gelijk.',
})
export class PlanGoalInput {
  @Field(() => ID, { nullable: true, description: 'Een doel dat het plan al heeft; leeg: een nieuw doel.' })
  id?: string | null;
  @Field(() => String, { description: 'Het doel: 3 tot 200 tekens.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Wat er gemeten wordt: hoogstens 100 tekens.' })
  measure?: string | null;
  @Field(() => Float, { nullable: true, description: 'Streefwaarde: 0 tot en met 1.000.000.' }) target?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
}

@InputType({
  description:
    'Accountplan om vast te leggen: een concept wordt gewijzigd, een lopend plan krijgt een nieuwe versie. Wat u weglaat blijft gelijk.',
})
export class AccountPlanInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Revision van het nieuwste plan dat u las; leeg als de werkgever nog geen plan heeft.',
  })
  expectedVersion?: number | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Als concept bewaren; het lopende plan blijft dan gelden.',
  })
  draft!: boolean;
  @Field(() => [AccountPlanItemInput], { description: 'De regels die u invult.' }) items!: AccountPlanItemInput[];
  @Field(() => [PlanGoalInput], {
    nullable: true,
    description:
      'Alle doelen, hoogstens 20; wat er niet bij staat vervalt. Zonder doelen begint een eerste plan met twee thema’s.',
  })
  goals?: PlanGoalInput[] | null;
  @Field(() => String, { nullable: true, description: 'Conclusies: hoogstens 3000 tekens.' }) conclusions?:
    string | null;
  @Field(() => [ID], { nullable: true, description: 'Documenten bij de werkafspraak van het plan; al geüpload.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'Stand van een doel bijwerken. Wat u weglaat blijft gelijk.' })
export class UpdatePlanGoalInput {
  @Field(() => ID, { description: 'Het doel.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => Float, { nullable: true, description: 'Stand tot nu toe: 0 tot en met 1.000.000.' }) actual?:
    number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Uiterste dag.' }) dueOn?: string | null;
  @Field(() => PlanStatus, { nullable: true, description: 'Stand.' }) status?: PlanStatus | null;
}

@InputType({ description: 'Herziening van een accountplan.' })
export class ReviewAccountPlanInput {
  @Field(() => ID, { description: 'Het accountplan.' }) planId!: string;
  @Field(() => Int, { nullable: true, description: 'Revision die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { description: 'Wat eruit kwam: 10 tot 4000 tekens.' }) outcome!: string;
  @Field(() => Boolean, { description: 'Of het plan moet worden aangepast: het is dan in herziening.' })
  changed!: boolean;
}

@InputType({ description: 'Accountplan afsluiten zonder opvolger.' })
export class CloseAccountPlanInput {
  @Field(() => ID, { description: 'Het accountplan.' }) planId!: string;
  @Field(() => Int, { nullable: true, description: 'Revision die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { description: 'Waarom: 10 tot 1000 tekens.' }) reason!: string;
}

@InputType({ description: 'Accountplan overdragen aan een ander van het klantteam, die de regie krijgt.' })
export class HandOverAccountPlanInput {
  @Field(() => ID, { description: 'Het accountplan; het concept ervan gaat mee.' }) planId!: string;
  @Field(() => Int, { description: 'Revision die u las.' }) expectedVersion!: number;
  @Field(() => ID, { description: 'Wie de regie krijgt: iemand van het klantteam van de werkgever.' }) toId!: string;
  @Field(() => String, { nullable: true, description: 'Waarom: 3 tot 500 tekens.' }) reason?: string | null;
}
