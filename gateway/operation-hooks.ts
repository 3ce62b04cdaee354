import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './asked.js';
import { refusal } from './errors.js';
import { pageSizeRefusal } from './page-size.js';

/** Follows each operation through Apollo Server: notes what it is, and refuses what its text alone does not show. */
export function operationHooks(options: { pageSize: number }): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue: { asked }, schema }) {
      asked.schema = schema;
      return {
        async didResolveOperation({ document, operation, request }) {
          asked.document = document;
          asked.operationName = operation?.name?.value;
          asked.operationType = operation?.operation;
          if (!operation) {
            throw refusal('OPERATION_RESOLUTION_FAILURE', 'Het verzoek noemt geen operatie die in de vraag staat.', {
              status: 400,
            });
          }
          if (operation.operation === 'subscription') {
            throw refusal('OPERATION_RESOLUTION_FAILURE', 'Subscriptions worden niet ondersteund.', { status: 400 });
          }
          const refused = pageSizeRefusal(document, request.variables, options.pageSize);
          if (refused) throw refused;
        },
        async didEncounterErrors({ document }) {
          asked.document ??= document;
        },
        async willSendResponse({ response }) {
          asked.answered = response.body.kind === 'single' && response.body.singleResult.data != null;
        },
      };
    },
  };
}
