import 'reflect-metadata';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum Severity {
  INFO = 'INFO',
  WARNING = 'WARNING',
  BLOCKING = 'BLOCKING',
}
registerEnumType(Severity, {
  name: 'Severity',
  description: 'Ernst van een melding.',
  valuesConfig: {
    INFO: { description: 'Ter informatie' },
    WARNING: { description: 'Waarschuwing: een afspraak is niet gevolgd' },
    BLOCKING: { description: 'Blokkerend: zo mag het niet' },
  },
});

@ObjectType({ description: 'Fout in de invoer: geweigerd, er is niets vastgelegd.' })
@Directive('@shareable')
export class UserError {
  @Field(() => String, { description: 'Vaste code van de fout.' }) code!: string;
  @Field(() => String, { description: 'Uitleg in gewone taal; noemt het veld en de regel.' }) message!: string;
  @Field(() => [String], { description: 'Het invoerveld, van buiten naar binnen.' }) path!: string[];
  @Field(() => String, { nullable: true, description: 'De regel, zoals in het regelregister.' }) requirement?:
    string | null;
  @Field(() => Int, { nullable: true, description: 'Bij CONFLICT: het huidige versienummer.' }) currentVersion?:
    number | null;
}

@ObjectType({ description: 'Melding: een afspraak is niet gevolgd; het is wel vastgelegd.' })
@Directive('@shareable')
export class RuleNotice {
  @Field(() => String, { description: 'Vaste code van de melding.' }) code!: string;
  @Field(() => String, { description: 'Uitleg in gewone taal.' }) message!: string;
  @Field(() => String, { description: 'De regel, zoals in het regelregister.' }) requirement!: string;
  @Field(() => Severity, { description: 'Ernst van de melding.' }) severity!: Severity;
}

/** What a write came to: `id` of the record written, or null with `errors` when nothing was. */
export interface Outcome {
  id: string | null;
  notices: RuleNotice[];
  errors: UserError[];
}

export const written = (id: string, notices: RuleNotice[] = []): Outcome => ({ id, notices, errors: [] });
export const refused = (...errors: UserError[]): Outcome => ({ id: null, notices: [], errors });
