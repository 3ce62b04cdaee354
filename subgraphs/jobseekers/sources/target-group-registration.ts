import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { Freshness, SourceSystem } from '../../provenance.js';

const ROUGH = 'JJJJ, JJJJ-MM of JJJJ-MM-DD, zo precies als het register het weet';

@ObjectType({ description: 'Grondslag waarop iemand in het doelgroepregister staat.' })
export class TargetGroupGround {
  @Field(() => String, { nullable: true, description: 'Code van de grondslag; de lijst is niet openbaar.' })
  code!: string | null;
  @Field(() => String, { nullable: true, description: 'Naam, als die bekend is.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: `Vanaf: ${ROUGH}.` }) from!: string | null;
  @Field(() => String, { nullable: true, description: `Tot en met: ${ROUGH}.` }) until!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of de grondslag loopt; leeg als dat niet te zeggen is.' })
  running!: boolean | null;
}

@ObjectType({
  description: 'Registratie in het doelgroepregister. In het register staan is iets anders dan meetellen.',
})
export class TargetGroupRegistration {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of iemand in het register staat. Leeg is: niet bekend; dat is geen nee.',
  })
  registered!: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of iemand meetelt voor de banenafspraak. Leeg is: niet bekend; dat is geen nee.',
  })
  countsForJobAgreement!: boolean | null;
  @Field(() => String, { nullable: true, description: `Tot wanneer iemand meetelt: ${ROUGH}.` })
  countsUntil!: string | null;
  @Field(() => [TargetGroupGround], { description: 'Grondslagen, in de volgorde van het register.' })
  grounds!: TargetGroupGround[];
  @Field(() => SourceSystem, {
    description: 'Bron: het doelgroepregister zelf, of Sonar als alleen het profiel het zegt.',
  })
  source!: SourceSystem;
  @Field(() => DateTime, { description: 'Wanneer het is opgehaald.' }) checkedAt!: Date;
  @Field(() => Freshness, { description: 'Actualiteit.' }) freshness!: Freshness;
}
