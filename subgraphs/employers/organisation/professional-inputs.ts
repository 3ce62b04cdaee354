import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

const WHO = 'De medewerker; leeg: uzelf. Voor een ander alleen door het management.';
const VERSION = 'De versie van de medewerker die u zag.';

@InputType({ description: 'Eigen contactgegevens bevestigen.' })
export class ConfirmOwnContactDetailsInput {
  @Field(() => String, { description: 'Telefoonnummer.' }) phone!: string;
  @Field(() => String, { description: 'E-mailadres.' }) email!: string;
}

@InputType({ description: 'Afwezigheid melden, of terugkeer.' })
export class RegisterAbsenceInput {
  @Field(() => ID, { nullable: true, description: WHO }) professionalId?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Afwezig tot en met deze dag; leeg: weer aanwezig.' })
  unavailableUntil?: string | null;
  @Field(() => Int, { nullable: true, description: VERSION }) expectedVersion?: number | null;
}

@InputType({ description: 'Vervangers aanwijzen.' })
export class SetDeputiesInput {
  @Field(() => ID, { nullable: true, description: WHO }) professionalId?: string | null;
  @Field(() => [ID], { description: 'De vervangers, hoogstens 10; leeg: geen.' }) deputyIds!: string[];
  @Field(() => Int, { nullable: true, description: VERSION }) expectedVersion?: number | null;
}

@InputType({ description: 'Medewerker uit dienst melden, of weer in dienst.' })
export class SetProfessionalActiveInput {
  @Field(() => ID, { description: 'De medewerker.' }) professionalId!: string;
  @Field(() => Boolean, { description: 'Of de medewerker werkzaam is.' }) active!: boolean;
  @Field(() => Int, { nullable: true, description: VERSION }) expectedVersion?: number | null;
}
