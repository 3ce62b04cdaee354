import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { readBody, respond, type Handler } from '../../../runtime/web-server.js';

/** A graph of one employer, in the words of ours. */
export const schema: GraphQLSchema = buildSchema(`
  type Query {
    "Het dossier van een werkgever, op KvK-nummer."
    employer(kvkNumber: String!): Employer
  }
  "Werkgever: een onderneming waarmee het servicepunt werkt."
  type Employer {
    kvkNumber: String!
    "Handelsnaam zoals het Handelsregister die kent."
    tradeName: String!
    askedBy: String!
  }
`);

/** `POST /graphql` as the gateway answers it: a good token, or 401. */
export function graphStandIn(jwksUri: string): Handler {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return async (request, response) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const who = await jwtVerify(token, keys, { audience: 'werkgraaf' }).catch(() => null);
    if (!who)
      return respond(response, 401, { errors: [{ message: 'Log in.', extensions: { code: 'UNAUTHENTICATED' } }] });
    const { query, variables, operationName } = JSON.parse(await readBody(request, 100_000));
    const employer = ({ kvkNumber }: { kvkNumber: string }) => ({
      kvkNumber,
      tradeName: 'Test BV Donald',
      askedBy: who.payload.sub,
    });
    respond(
      response,
      200,
      await graphql({ schema, source: query, variableValues: variables, operationName, rootValue: { employer } }),
    );
  };
}
