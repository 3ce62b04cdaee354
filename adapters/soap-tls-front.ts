import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';

export interface TlsFrontOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Of the fake behind it. */
  behind: number;
  /** PEM: the server's own. */
  certificate: string;
  key: string;
  /** PEM: only a client with a certificate of one of these is let in. */
  clientAuthorities: readonly string[];
}

/** Two-way TLS 1.2 or later before a fake that speaks plain HTTP: who has no certificate of ours to trust gets no byte. */
export async function startTlsFront(options: TlsFrontOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const open = new Set<TLSSocket>();
  const server = createServer(
    {
      cert: options.certificate,
      key: options.key,
      ca: [...options.clientAuthorities],
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    (client) => {
      open.add(client);
      const fake = connect(options.behind, '127.0.0.1');
      client.pipe(fake).pipe(client);
      const end = () => {
        open.delete(client);
        client.destroy();
        fake.destroy();
      };
      for (const socket of [client, fake]) socket.once('error', end).once('close', end);
    },
  );
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const client of open) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
