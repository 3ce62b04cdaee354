import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({
  description:
    'Werkafspraken bij een vacature. Wat u noemt is alles: wat leeg is of ontbreekt, staat daarna niet meer bij de vacature.',
})
export class CiteAgreementsInput {
  @Field(() => ID, { description: 'De vacature; die is open of een concept.' }) vacancyId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Werkafspraak van deze werkgever waar de vacature uit voortkomt. Leeg: uit geen (meer).',
  })
  agreementId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Convenant of samenwerkingsovereenkomst van deze werkgever waarbij het werkprofiel is opgesteld. Leeg: geen (meer).',
  })
  covenantId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Versie van de vacature die u las.' })
  expectedVersion?: number | null;
}
