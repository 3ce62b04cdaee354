import { startFake, type Fake, type FakeOptions } from './fakes.js';
import { startTlsFront, type TlsFrontOptions } from './soap-tls-front.js';

/** Where a fake listens. */
export interface FakePlace extends Pick<FakeOptions<never>, 'port' | 'host' | 'log'> {
  /** Two-way TLS on another port, in front of this one. */
  tls?: Omit<TlsFrontOptions, 'behind'>;
}

/** `tlsUrl` is null where there is no TLS in front. */
export type FakeBehindTls<Fact> = Fake<Fact> & { tlsUrl: string | null };

/** A fake, and where told, two-way TLS in front of it at `tlsUrl`. */
export async function startFakeBehindTls<Fact>(
  { port, host, log, tls }: FakePlace,
  options: Omit<FakeOptions<Fact>, keyof FakePlace>,
): Promise<FakeBehindTls<Fact>> {
  const fake = await startFake<Fact>({ ...options, port, ...(host ? { host } : {}), ...(log ? { log } : {}) });
  const front = tls ? await startTlsFront({ ...tls, behind: fake.port }) : null;
  return {
    ...fake,
    tlsUrl: front?.url ?? null,
    async stop() {
      await front?.stop();
      await fake.stop();
    },
  };
}
