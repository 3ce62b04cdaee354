import { GraphQLError } from 'graphql';

/** A refused argument, by its name in the graph. */
export const refuseArgument = (argument: string, rule: string): GraphQLError =>
  new GraphQLError(`Ongeldige waarde voor ${argument}: ${rule}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
