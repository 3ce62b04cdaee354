import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { AftercareIntensity } from './aftercare-plan.js';

@InputType({
  description: 'Nazorg afspreken bij een plaatsing, of een afspraak wijzigen. Wat u niet noemt, blijft zoals het was.',
})
export class AgreeAftercareInput {
  @Field(() => ID, { description: 'De plaatsing, van een regio waar u werkt.' }) placementId!: string;
  @Field(() => AftercareIntensity, { description: 'Intensiteit.' }) intensity!: AftercareIntensity;
  @Field(() => Int, {
    nullable: true,
    description:
      'Om de hoeveel weken er contact is: 1 tot en met 52. Leeg: 13 bij nabellen, 4 bij regelmatig contact; verplicht bij intensieve begeleiding.',
  })
  contactEveryWeeks?: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'Laatste dag van de nazorg; leeg: zolang het werk duurt.' })
  until?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Wat de nazorg inhoudt, bijvoorbeeld jobcoaching: hoogstens 2000 tekens.',
  })
  content?: string | null;
  @Field(() => ID, { nullable: true, description: 'Contactpersoon bij de werkgever voor de nazorg.' })
  contactForId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Wie de nazorg doet; leeg: de vacature-eigenaar.' })
  professionalId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Versie van de nazorgafspraak die u voor u hebt; 0 als u er geen zag.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Nazorgcontact vastleggen, met of zonder nazorgafspraak.' })
export class LogAftercareInput {
  @Field(() => ID, { description: 'De plaatsing, van een regio waar u werkt.' }) placementId!: string;
  @Field(() => String, { description: 'Met wie er contact was: hoogstens 200 tekens.' }) withWhom!: string;
  @Field(() => String, { description: 'Wat er is besproken: hoogstens 5000 tekens.' }) text!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Of er een probleem is: dan gaat er een actie uit, klaar binnen twee werkdagen.',
  })
  problem!: boolean;
}
