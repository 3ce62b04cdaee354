import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { Region } from '../elsewhere.js';

@ObjectType({ description: 'Synchronisatie: profielen van een regio overnemen uit Sonar (VUM).' })
export class ProfileSynchronisation {
  id!: string;
  @Field(() => Region, { nullable: true, description: 'Voor welke regio.' }) region!: Region;
  @Field(() => DateTime, { description: 'Begonnen.' }) startedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'Klaar; leeg zolang er nog vragen over zijn.' })
  finishedAt!: Date | null;
  @Field(() => Int, { description: 'Gestelde zoekvragen.' }) searches!: number;
  @Field(() => Int, { description: 'Zoekvragen die nu nog over zijn.' }) searchesLeft!: number;
  @Field(() => Int, { description: 'Nieuwe werkzoekenden.' }) added!: number;
  @Field(() => Int, { description: 'Gewijzigde werkzoekenden.' }) updated!: number;
  @Field(() => Int, { description: 'Werkzoekenden die gelijk bleven.' }) unchanged!: number;
  @Field(() => Int, { description: 'Profielen die VUM niet gaf.' }) failed!: number;
  @Field(() => Int, { description: 'Postcodegebieden waarvan VUM niet alles gaf.' }) incomplete!: number;
  @Field(() => Int, { description: 'Werkzoekenden die VUM niet meer kent; zij worden niet meer gematcht.' })
  gone!: number;
}
