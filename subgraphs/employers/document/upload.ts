import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { RuleNotice, UserError } from '../../payload.js';

@InputType({ description: 'Document om te uploaden.' })
export class StartUploadInput {
  @Field(() => ID, { description: 'De werkgever bij wie het document hoort; die heeft een dossier.' })
  employerId!: string;
  @Field(() => String, { description: 'Naam van het bestand, met extensie: hoogstens 200 tekens.' }) fileName!: string;
  @Field(() => String, { description: 'Soort bestand (IANA-mediatype), zoals application/pdf.' }) mediaType!: string;
  @Field(() => Int, { description: 'Grootte in bytes, precies.' }) bytes!: number;
}

@ObjectType({ description: 'Uploadbewijs: waar het bestand naartoe gaat, één keer.' })
export class UploadTicket {
  @Field(() => ID, { description: 'Kenmerk dat het document krijgt.' }) attachmentId!: string;
  @Field(() => String, { description: 'Adres om het bestand met PUT naartoe te sturen. Wie het heeft, kan dat doen.' })
  uploadUrl!: string;
  @Field(() => DateTime, { description: 'Tot wanneer het adres werkt.' }) expiresAt!: Date;
}

@ObjectType({ description: 'Uitkomst voor een upload.' })
export class UploadPayload {
  @Field(() => UploadTicket, { nullable: true, description: 'Het bewijs; leeg als er niets is vastgelegd.' })
  ticket?: UploadTicket | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}
