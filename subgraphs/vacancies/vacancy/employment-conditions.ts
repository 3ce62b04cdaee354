import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';

/** The vacancy's own columns; see `vacancy.ts`. */
@ObjectType({ description: 'Arbeidsvoorwaarden van een vacature.' })
export class EmploymentConditions {
  @Field(() => Int, { nullable: true, description: 'Minste uren per week.' }) hoursMin!: number | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Meeste uren per week.' }) hoursMax!: number | null | undefined;
  @Field(() => String, { nullable: true, description: 'Arbeidscontract: B (bepaalde tijd) of O (onbepaalde tijd).' })
  contractType!: string | null | undefined;
  @Field(() => String, {
    nullable: true,
    description: 'Overeenkomst: 01 regulier, 02 leerbaan, 03 vrijwilligerswerk, 04 werkervaringsplaats.',
  })
  agreementType!: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Indicatie van het salaris.' })
  salaryIndication!: string | null | undefined;
  @Field(() => LocalDate, { nullable: true, description: 'Begin van het werk.' }) startsOn!: string | null | undefined;
  @Field(() => Int, { nullable: true, description: 'Duur in maanden.' }) durationMonths!: number | null | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Of de werktijden onregelmatig zijn.' })
  irregularHours!: boolean | null | undefined;
  @Field(() => String, { nullable: true, description: 'Postcode van de werkplek.' })
  workPostcode!: string | null | undefined;
}
