import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { Attachment } from './attachment.js';

@InputType({ description: 'Document intrekken: welk document, en waarom.' })
export class WithdrawDocumentInput {
  @Field(() => ID, { description: 'Het document.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, {
    description: 'Waarom: 10 tot 500 tekens. Komt op de tijdlijn; noem geen persoonsgegevens.',
  })
  reason!: string;
}

@ObjectType({ description: 'Uitkomst voor een document.' })
export class AttachmentPayload {
  @Field(() => Attachment, { nullable: true, description: 'Het document; leeg als er niets is vastgelegd.' })
  attachment?: Attachment | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}
