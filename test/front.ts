import { once } from 'node:events';
import { connect, createServer as createPlainServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import type { Pair } from './adapters/soap-certificates.js';

export interface Front {
  url: string;
  port: number;
  /** Refuses connections, or shows a certificate that has run out, until told null. */
  fail(how: 'refuse' | 'expired' | null): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Stands before a server and passes every byte on, `delayMs` later where that is given, over TLS where it has
 * certificates: what goes wrong below HTTP.
 */
export async function startFront(options: {
  /** Port of the server behind. */
  behind: number;
  certificates?: { good: Pair; expired: Pair };
  delayMs?: () => number;
}): Promise<Front> {
  const { behind, certificates } = options;
  const delayMs = options.delayMs ?? (() => 0);
  const open = new Set<Socket>();
  const pass = (client: Socket): void => {
    const server = connect(behind, '127.0.0.1');
    const later = (work: () => void): void => void (delayMs() ? setTimeout(work, delayMs()) : work());
    client.on('data', (part: Buffer) => later(() => void (server.writable && server.write(part))));
    client.on('end', () => later(() => server.end()));
    server.pipe(client);
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      open.add(socket);
      socket.once('error', end).once('close', () => {
        open.delete(socket);
        end();
      });
    }
  };
  const pem = ({ certificate: cert, key }: Pair) => ({ cert, key });
  const server: Server | TlsServer = certificates
    ? createTlsServer(pem(certificates.good), pass)
    : createPlainServer({ allowHalfOpen: true }, pass);
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${certificates ? 'https' : 'http'}://127.0.0.1:${port}`,
    async fail(how) {
      if (how === 'refuse') server.close();
      else if (!server.listening) await listen(port);
      if (certificates)
        (server as TlsServer).setSecureContext(pem(certificates[how === 'expired' ? 'expired' : 'good']));
      // A kept connection would know nothing of it.
      for (const socket of open) socket.destroy();
    },
    async stop() {
      for (const socket of open) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}
