import { Field, ID, InputType, Int } from 'type-graphql';
import { PortfolioKind } from './portfolio.js';

@InputType({ description: 'Portefeuille vastleggen of wijzigen.' })
export class SavePortfolioInput {
  @Field(() => ID, { nullable: true, description: 'De portefeuille; leeg: een nieuwe.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'Versie die u las; verplicht bij wijzigen.' })
  expectedVersion?: number | null;
  @Field(() => ID, { description: 'De regio; die verandert niet.' }) regionId!: string;
  @Field(() => String, { description: 'Naam: 2 tot 100 tekens, één keer per regio.' }) name!: string;
  @Field(() => PortfolioKind, { description: 'Soort.' }) kind!: PortfolioKind;
  @Field(() => String, { nullable: true, description: 'Leerwerkakkoord: hoogstens 100 tekens.' }) lwa?: string | null;
  @Field(() => ID, { description: 'Organisatie van de houder.' }) organisationId!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'Postcodegebieden (vier cijfers) van een tactisch cluster: hoogstens 200.',
  })
  postcodes?: string[] | null;
}

@InputType({ description: 'Portefeuille toewijzen aan een houder, of vacant maken.' })
export class AssignPortfolioInput {
  @Field(() => ID, { description: 'De portefeuille.' }) portfolioId!: string;
  @Field(() => Int, { description: 'Versie die u las.' }) expectedVersion!: number;
  @Field(() => ID, { nullable: true, description: 'De nieuwe houder; leeg: de portefeuille is vacant.' })
  holderId?: string | null;
}

@InputType({ description: 'Klantteam van een portefeuille vastleggen.' })
export class ClientTeamInput {
  @Field(() => ID, { description: 'De portefeuille.' }) portfolioId!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las; leeg als er nog geen team is.' })
  expectedVersion?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Wie leidt zolang de portefeuille vacant is; anders leidt de houder en blijft dit leeg.',
  })
  leadId?: string | null;
  @Field(() => [ID], { description: 'Generalisten.' }) generalistIds!: string[];
  @Field(() => [ID], { description: 'Specialisten in dienstverlening en aanbod.' }) specialistIds!: string[];
}

@InputType({ description: 'Werkgevers naar een portefeuille verplaatsen.' })
export class MoveEmployersInput {
  @Field(() => ID, { description: 'De portefeuille waar ze naartoe gaan.' }) portfolioId!: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'De werkgevers: 1 tot en met 100. Leeg: alle werkgevers van de regio met een bezoekadres in de postcodegebieden van de portefeuille, 100 per keer.',
  })
  employerIds?: string[] | null;
}
