import { Field, ID, InputType, Int } from 'type-graphql';
import { SourceSystem } from '../../../provenance.js';

const VERSION = {
  nullable: true,
  description: 'Versie die u las; is er intussen iets gewijzigd, dan wordt dit geweigerd.',
} as const;

@InputType({ description: 'Registers nu bevragen voor een dossier.' })
export class RefreshFromRegistersInput {
  @Field(() => ID, { description: 'De werkgever.' }) employerId!: string;
  @Field(() => [SourceSystem], {
    nullable: true,
    description: 'Welke registers, elk één keer: KVK, SUWI_SBR of allebei; weglaten is allebei.',
  })
  sources?: SourceSystem[] | null;
  @Field(() => Int, VERSION) expectedVersion?: number | null;
}

@InputType({ description: 'Tegenspraak tussen bronnen beslechten: de gekozen bron gaat voor dit veld voortaan voor.' })
export class ResolveFieldConflictInput {
  @Field(() => ID, { description: 'De werkgever.' }) employerId!: string;
  @Field(() => String, { description: 'Naam van het veld, zoals provenance die geeft, bijvoorbeeld headcount.' })
  field!: string;
  @Field(() => SourceSystem, { description: 'De bron die voorgaat; die moet iets over het veld zeggen.' })
  chooseSource!: SourceSystem;
  @Field(() => String, { description: 'Waarom deze bron: 10 tot 1000 tekens.' }) reason!: string;
  @Field(() => Int, VERSION) expectedVersion?: number | null;
}
