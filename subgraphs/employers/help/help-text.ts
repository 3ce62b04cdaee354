import { Field, ObjectType } from 'type-graphql';
import { EmployerTile } from './employer-tile.js';

@ObjectType({ description: 'Helptekst: uitleg over een onderwerp, met verwijzingen.' })
export class HelpText {
  @Field(() => String, { description: 'Onderwerp.' }) key!: string;
  @Field(() => String, { description: 'Titel.' }) title!: string;
  @Field(() => String, { description: 'Tekst.' }) nl!: string;
  @Field(() => String, { nullable: true, description: 'Tekst in het Engels.' }) en!: string | null;
  @Field(() => [String], { description: 'Adressen van handleiding, e-learning en naslagwerk.' }) links!: string[];
  @Field(() => String, { nullable: true, description: 'Supportadres, als het onderwerp dat vraagt.' })
  supportEmail!: string | null;
  @Field(() => String, { nullable: true, description: 'Telefoon voor dringende vragen.' }) supportPhone!: string | null;
}

@ObjectType({ description: 'Hulpmiddel dat bij een tegel hoort.' })
export class EmployerTileTool {
  @Field(() => String, { description: 'Vaste code, voor chooseEmployerTile.' }) code!: string;
  @Field(() => String, { description: 'Naam.' }) name!: string;
}

@ObjectType({ description: 'Tegeltekst: uitleg bij een tegel, met hulpmiddelen en aandachtspunten.' })
export class EmployerTileText {
  @Field(() => EmployerTile, { description: 'De tegel.' }) tile!: EmployerTile;
  @Field(() => String, { description: 'Titel.' }) title!: string;
  @Field(() => String, { description: 'Tekst.' }) nl!: string;
  @Field(() => [EmployerTileTool], { description: 'Hulpmiddelen.' }) tools!: EmployerTileTool[];
  @Field(() => [String], { description: 'Aandachtspunten.' }) attentionPoints!: string[];
}
