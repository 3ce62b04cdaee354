import { request, type IncomingMessage } from 'node:http';

export interface StreamEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** A client of server-sent events that keeps what it was sent. */
export interface EventStream {
  status: number;
  headers: IncomingMessage['headers'];
  events: StreamEvent[];
  /** All that was sent, comments included. */
  text(): string;
  /** Resolves when the server ended the stream. */
  ended: Promise<void>;
  close(): void;
}

const eventIn = (block: string): StreamEvent[] => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const data = field('data');
  return data ? [{ id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) }] : [];
};

/** Opens the stream at `url` and resolves when its headers are in. */
export function openStream(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { accept: 'text/event-stream', ...headers } }, (response) => {
      let text = '';
      let begun = 0;
      const events: StreamEvent[] = [];
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n', begun); end >= 0; end = text.indexOf('\n\n', begun)) {
          events.push(...eventIn(text.slice(begun, end)));
          begun = end + 2;
        }
      });
      resolve({
        status: response.statusCode!,
        headers: response.headers,
        events,
        text: () => text,
        ended: new Promise((done) => response.once('close', () => done())),
        close: () => asked.destroy(),
      });
    });
    asked.once('error', (error) => (asked.destroyed ? undefined : reject(error)));
    asked.end();
  });
}
