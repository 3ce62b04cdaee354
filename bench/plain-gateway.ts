import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The gateway as its documentation sets it up, in front of the same subgraphs. The one addition is the documentation's
 * own way to pass on who asks; the client sends what the subgraphs believe, so no token is checked here.
 */
interface WhoAsks {
  authorization?: string | undefined;
}

class PassOn extends RemoteGraphQLDataSource<WhoAsks> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource['willSendRequest']>>[0]) {
    const { authorization } = context as WhoAsks;
    if (authorization) request.http?.headers.set('authorization', authorization);
  }
}

const urls = JSON.parse(process.env.SUBGRAPH_URLS!) as Record<string, string>;
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(join(import.meta.dirname, '../schema/supergraph.graphql'), 'utf8'),
  buildService: ({ name }) => new PassOn({ url: urls[name]! }),
});
const server = new ApolloServer<WhoAsks>({ gateway });
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
