import { Field, ID, InputType } from 'type-graphql';
import { EstablishmentNumber, KvkNumber, LocalDate } from '../../../schema/scalars.js';
import { ApproachPurpose } from './approach/approach-advice.js';

@InputType({ description: 'Accounthouder toevoegen.' })
export class AddAccountHolderInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => ID, { description: 'De medewerker die accounthouder wordt.' }) professionalId!: string;
  @Field(() => ID, { description: 'Arbeidsmarktregio.' }) regionId!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Als hoofd-accounthouder; dat kan alleen als er geen hoofd-accounthouder is.',
  })
  isMain!: boolean;
  @Field(() => String, { nullable: true, description: 'Reden, hoogstens 500 tekens.' }) reason?: string | null;
}

@InputType({ description: 'Accounthouderschap beëindigen.' })
export class RemoveAccountHolderInput {
  @Field(() => ID, { description: 'Het accounthouderschap.' }) holdershipId!: string;
  @Field(() => String, { description: 'Reden, 3 tot 500 tekens.' }) reason!: string;
}

@InputType({ description: 'Accounthouderschap vragen aan de huidige accounthouder.' })
export class RequestOwnershipInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => ID, { description: 'Arbeidsmarktregio.' }) regionId!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Als hoofd-accounthouder, of als accounthouder daarnaast (false).',
  })
  asMain!: boolean;
  @Field(() => String, { description: 'Waarom, 10 tot 1000 tekens.' }) reason!: string;
}

@InputType({ description: 'Antwoord op een verzoek om accounthouderschap.' })
export class AnswerOwnershipRequestInput {
  @Field(() => ID, { description: 'Het verzoek.' }) requestId!: string;
  @Field(() => Boolean, { description: 'Of u instemt; dan wisselt het accounthouderschap meteen.' }) agree!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Toelichting, hoogstens 1000 tekens; nodig als u niet instemt.',
  })
  note?: string | null;
}

@InputType({ description: 'Verzoek om accounthouderschap intrekken.' })
export class WithdrawOwnershipRequestInput {
  @Field(() => ID, { description: 'Het eigen verzoek.' }) requestId!: string;
}

@InputType({ description: 'Hoofd-accounthouderschap overnemen.' })
export class TakeOverOwnershipInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => ID, { description: 'Arbeidsmarktregio.' }) regionId!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Dag waarop u de vorige accounthouder sprak; nodig als die er is.',
  })
  previousHolderContactedOn?: string | null;
  @Field(() => String, { description: 'Wat er is besproken en waarom u overneemt, 10 tot 1000 tekens.' }) note!: string;
}

@InputType({ description: 'WBS raadplegen voordat u een werkgever benadert; noem een dossier of een KvK-nummer.' })
export class ConsultBeforeApproachInput {
  @Field(() => ID, { nullable: true, description: 'De werkgever, als die een dossier heeft.' }) employerId?:
    string | null;
  @Field(() => KvkNumber, { nullable: true, description: 'KvK-nummer van een werkgever zonder dossier.' })
  kvkNumber?: string | null;
  @Field(() => EstablishmentNumber, { nullable: true, description: 'Vestigingsnummer, bij een KvK-nummer.' })
  establishmentNumber?: string | null;
  @Field(() => ApproachPurpose, { description: 'Doel van het contact.' }) purpose!: ApproachPurpose;
}
