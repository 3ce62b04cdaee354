import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a mail server was told in one session. */
export interface Received {
  from: string;
  to: string[];
  text: string;
}

/** A mail server that takes what it is sent, or fails as it is told to. Speaks as much of RFC 5321 as a client needs. */
export interface SmtpListener {
  url: string;
  received: Received[];
  /** How the next messages end: refused for now, or taken and the connection lost before that is said. */
  next: ('refuse' | 'lose')[];
  stop(): Promise<void>;
}

export async function startSmtpListener(): Promise<SmtpListener> {
  const received: Received[] = [];
  const next: SmtpListener['next'] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => {});
    let buffer = '';
    let mail: Received = { from: '', to: [], text: '' };
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (text: string) => {
      const fate = next.shift();
      if (fate === 'refuse') return say('451 later');
      received.push({ ...mail, text });
      if (fate === 'lose') return socket.destroy();
      return say('250 taken');
    };
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'EHLO' || verb === 'HELO') return say('250 test');
      if (verb === 'MAIL') mail = { from: address, to: [], text: '' };
      if (verb === 'RCPT') mail.to.push(address);
      if (verb === 'DATA') {
        inData = true;
        return say('354 go on');
      }
      if (verb === 'QUIT') return socket.end('221 bye\r\n');
      return say('250 ok');
    };
    say('220 test');
    socket.setEncoding('utf8').on('data', (part: string) => {
      buffer += part;
      for (;;) {
        const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const whole = buffer.slice(0, end);
        buffer = buffer.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          take(whole.replaceAll('\r\n..', '\r\n.'));
        } else command(whole);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    next,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
