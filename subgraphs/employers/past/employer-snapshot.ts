import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import { DmuRole } from '../dossier/contact-person.js';
import { CustomerTier, RelationStatus } from '../dossier/employer.js';
import { AccountHoldership } from '../ownership/account-holdership.js';
import { PlanStatus } from '../plan/account-plan/account-plan.js';
import { WorkAgreementKind } from '../work/agreement/work-agreement.js';

@ObjectType({ description: 'Contactpersoon, zoals die toen in het dossier stond.' })
export class ContactPersonThen {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Functie.' }) jobTitle!: string | null;
  @Field(() => DmuRole, { nullable: true, description: 'Rol in de DMU.' }) dmuRole!: DmuRole | null;
}

@ObjectType({ description: 'Werkafspraak, zoals die toen in het dossier stond.' })
export class WorkAgreementThen {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
  @Field(() => WorkAgreementKind, { description: 'Soort.' }) kind!: WorkAgreementKind;
  @Field(() => String, { description: 'Titel.' }) title!: string;
  @Field(() => LocalDate, { description: 'Eerste dag.' }) validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag.' }) validUntil!: string | null;
}

@ObjectType({ description: 'Accountplan, zoals dat toen liep.' })
export class AccountPlanThen {
  @Field(() => ID, { description: 'Kenmerk.' }) id!: string;
  @Field(() => PlanStatus, { description: 'Stand.' }) status!: PlanStatus;
  @Field(() => LocalDate, { description: 'Dag van opstellen.' }) drawnUpOn!: string;
}

@ObjectType({ description: 'Dossier op een tijdstip in het verleden, voor zover op een ander tijdstip bekend.' })
export class EmployerSnapshot {
  @Field(() => DateTime, { description: 'Het tijdstip waarover het gaat.' }) asOf!: Date;
  @Field(() => DateTime, { description: 'Het tijdstip waarop het zo bekend was.' }) knownAt!: Date;
  @Field(() => DateTime, {
    description: 'Wanneer deze stand van het dossier is vastgelegd. Na asOf: ouder is er niets vastgelegd.',
  })
  recordedAt!: Date;
  @Field(() => String, { description: 'Handelsnaam toen.' }) tradeName!: string;
  @Field(() => String, { description: 'Nr. WBS.' }) wbsNumber!: string;
  @Field(() => RelationStatus, { description: 'Relatiestatus toen.' }) relationStatus!: RelationStatus;
  @Field(() => CustomerTier, { nullable: true, description: 'Type klant toen.' }) tier!: CustomerTier | null;
  @Field(() => Boolean, { description: 'Of het toen een keyaccount was.' }) isKeyAccount!: boolean;
  @Field(() => String, { nullable: true, description: 'Branche toen.' }) sector!: string | null;
  @Field(() => [AccountHoldership], { description: 'Accounthouders op die dag, hoofd-accounthouder eerst.' })
  holders!: AccountHoldership[];
  @Field(() => [ContactPersonThen], { description: 'Contactpersonen toen.' }) contactPersons!: ContactPersonThen[];
  @Field(() => [WorkAgreementThen], { description: 'Werkafspraken die toen golden.' }) agreements!: WorkAgreementThen[];
  @Field(() => [AccountPlanThen], { description: 'Accountplan dat toen liep.' }) plans!: AccountPlanThen[];
}
