import { defineEntity, p } from '@mikro-orm/core';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../../schema/scalars.js';
import { EmployerTile } from '../../help/employer-tile.js';

export const EmployerTileStepSchema = defineEntity({
  name: 'EmployerTileStep',
  tableName: 'employer_tile_step',
  properties: {
    id: p.uuid().primary(),
    employerId: p.uuid(),
    tile: p.enum(() => EmployerTile),
    startedOn: p.date(),
    endedOn: p.date().nullable(),
    professionalId: p.text(),
    tools: p.array(),
    note: p.text().nullable(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Gekozen tegel: een stap in de dienstverlening aan een werkgever.' })
export class EmployerTileStep extends EmployerTileStepSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => EmployerTile, { description: 'De tegel.' }) declare tile: EmployerTile;
  @Field(() => LocalDate, { description: 'Begonnen op.' }) declare startedOn: string;
  @Field(() => LocalDate, { nullable: true, description: 'Afgerond op; leeg zolang die loopt.' })
  declare endedOn: string | null | undefined;
  @Field(() => [String], { description: 'Ingezette hulpmiddelen: codes uit employerTileText.' })
  declare tools: string[];
  @Field(() => String, { nullable: true, description: 'Aantekening.' }) declare note: string | null | undefined;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
EmployerTileStepSchema.setClass(EmployerTileStep);

@InputType({ description: 'Tegel kiezen: in elke volgorde, ook nog een keer of naast een andere.' })
export class ChooseEmployerTileInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => EmployerTile, { description: 'De tegel.' }) tile!: EmployerTile;
  @Field(() => [String], { nullable: true, description: 'Hulpmiddelen: codes die bij de tegel horen.' })
  tools?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Aantekening: hoogstens 2000 tekens.' }) note?: string | null;
}

@InputType({ description: 'Gekozen tegel afronden.' })
export class EndEmployerTileInput {
  @Field(() => ID, { description: 'De stap.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las.' }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Aantekening: hoogstens 2000 tekens; leeg: zoals die was.' })
  note?: string | null;
}
