import { createServer } from 'node:net';

/** Below those that systems give to whoever asks for any (Linux from 32,768), so that nobody is given it meanwhile. */
const FIRST = 20_000;
const PORTS = 10_000;
let last = Math.floor(Math.random() * PORTS);

/** A port on which nobody listens, for what must know its address before it listens. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORTS; tries += 1) {
    last = (last + 1) % PORTS;
    const port = FIRST + last;
    const server = createServer();
    const free = await new Promise<boolean>((done) => {
      server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true));
    });
    if (!free) continue;
    await new Promise((done) => server.close(done));
    return port;
  }
  throw new Error(`no port is free from ${FIRST} on`);
}
