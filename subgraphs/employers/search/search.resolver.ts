import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { staff } from '../../authorise.js';
import { Facet } from '../../facet.js';
import type { EmployersContext } from '../context.js';
import { EmployerConnection } from './employer-connection.js';
import { EmployerFilter } from './employer-filter.js';
import { EmployerOrder } from './employer-order.js';
import { facetsOf } from './facets-of.js';
import { pageOfEmployers, type Sought } from './page-of-employers.js';

@Resolver(() => EmployerConnection)
export class SearchResolver {
  @Query(() => EmployerConnection, {
    description: 'Werkgevers met een dossier. Vindt ook bij een tikfout of een ontbrekend accent.',
  })
  async employers(
    @Ctx() { em, clock, identity }: EmployersContext,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Naam, plaats, branche, contactpersoon, woorden uit contactmomenten, KvK-nummer of nr. WBS.',
    })
    text?: string | null,
    @Arg('filter', () => EmployerFilter, { nullable: true, description: 'Beperk de lijst.' })
    filter?: EmployerFilter | null,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
    @Arg('after', () => String, { nullable: true, description: 'Cursor van de vorige bladzijde.' })
    after?: string | null,
    @Arg('orderBy', () => EmployerOrder, { defaultValue: EmployerOrder.RELEVANCE, description: 'Volgorde.' })
    orderBy = EmployerOrder.RELEVANCE,
  ): Promise<EmployerConnection> {
    const sought: Sought = { text, filter, inside: Boolean(identity && staff.allows(identity)), today: clock.today() };
    const { edges, reading, ...rest } = await pageOfEmployers(em, sought, { first, after, orderBy });
    return {
      ...rest,
      edges: edges.map(({ cursor, node: { employer, score, highlights } }) => ({
        cursor,
        node: employer,
        score,
        highlights,
      })),
      sought: { ...sought, reading },
    };
  }

  @FieldResolver(() => [Facet], {
    description: 'Verdeling van wat gevonden is over regio, branche, laag, status en plaats.',
  })
  facets(@Root() { sought }: EmployerConnection, @Ctx() { em }: EmployersContext): Promise<Facet[]> {
    return facetsOf(em, sought);
  }
}
