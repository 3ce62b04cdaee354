import { defineEntity, p } from '@mikro-orm/core';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

export const ClientTeamSchema = defineEntity({
  name: 'ClientTeam',
  tableName: 'client_team',
  properties: {
    id: p.uuid().primary(),
    portfolioId: p.uuid(),
    /** Who holds the portfolio, or who leads while nobody does. */
    leadId: p.text().nullable(),
    generalistIds: p.array(),
    specialistIds: p.array(),
    version: p.integer().version(),
  },
});

@ObjectType({ description: 'Klantteam: wie samen de werkgevers van een portefeuille bedienen.' })
@Directive('@key(fields: "id")')
export class ClientTeam extends ClientTeamSchema.class {
  @Field(() => ID, { description: 'Kenmerk.' }) declare id: string;
  @Field(() => Int, { description: 'Versie, voor expectedVersion.' }) declare version: number;
}
ClientTeamSchema.setClass(ClientTeam);

export const membersOf = ({
  leadId,
  generalistIds,
  specialistIds,
}: Pick<ClientTeam, 'leadId' | 'generalistIds' | 'specialistIds'>): string[] => [
  ...new Set([...(leadId ? [leadId] : []), ...generalistIds, ...specialistIds]),
];
