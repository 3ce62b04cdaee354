import { silent } from '../../../runtime/log.js';
import { startWebServer, type WebServer } from '../../../runtime/web-server.js';
import type { Subgraph } from '../../../subgraphs/open.js';
import { identityOf } from '../../identity.js';

/** What a subgraph answers beside the graph, on a port of its own; who asks is the demo professional in header `x-as`. */
export const servedBeside = ({ beside }: Subgraph): Promise<WebServer> =>
  startWebServer(
    Object.fromEntries(
      Object.entries(beside).map(([path, answer]) => [
        path,
        (request, response) => {
          const as = request.headers['x-as']?.toString();
          return answer(request, response, { identity: as ? identityOf(as) : null, requestId: 'test' });
        },
      ]),
    ),
    { port: 0, onError: (error) => silent.error(error) },
  );
