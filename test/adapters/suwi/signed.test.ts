import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { startTlsFront } from '../../../adapters/soap-tls-front.js';
import { suwiDemoFacts } from '../../../adapters/suwi/demo-facts.js';
import { SUWI_FAKE_OIN } from '../../../adapters/suwi/fake.js';
import { canMakeCertificates, certificateAuthority, type Pair } from '../soap-certificates.js';
import { openSuwi, OUR_OIN } from './open.js';

const described = canMakeCertificates ? describe : describe.skip;
if (!canMakeCertificates) test.skip('openssl is not installed: signatures and TLS are not tested', () => {});

let authority: ReturnType<typeof certificateAuthority>;
let own: Pair;
let broker: Pair;
let stranger: Pair;
let expired: Pair;
let open: Awaited<ReturnType<typeof openSuwi>>;
// Bad answers open the breaker, which lets a probe through a millisecond later: the next test may be sooner than that.
beforeEach(() => new Promise((done) => setTimeout(done, 10)));
beforeAll(async () => {
  if (!canMakeCertificates) return;
  authority = certificateAuthority('Test CA');
  own = authority.issue('werkgraaf', OUR_OIN);
  broker = authority.issue('suwinet', SUWI_FAKE_OIN);
  stranger = authority.selfSigned('suwinet', SUWI_FAKE_OIN);
  expired = authority.issue('suwinet', SUWI_FAKE_OIN, -1);
  const trust = { authorities: [authority.certificate] };
  open = await openSuwi(
    { signing: own, trust },
    {
      facts: suwiDemoFacts,
      trust,
      signing: broker,
      tls: { port: 0, certificate: broker.certificate, key: broker.key, clientAuthorities: [authority.certificate] },
    },
  );
});
afterAll(async () => {
  await open?.stop();
  authority?.remove();
});
const donald = { kvkNumber: '68750110' };

described('a signed answer', () => {
  test('to a signed question is taken', async () => {
    expect((await open.suwi.employer(donald)).value).toMatchObject({ name: 'Test BV Donald' });
    expect((await open.suwi.incomeEmployers('999990019')).value).toHaveLength(1);
    expect((await open.suwi.employer({ kvkNumber: '12345678' })).value).toBeNull();
  });

  test('that is a refusal is one', async () => {
    open.fake.tell([{ kind: 'error', number: '11111111', as: 'Fault', code: 'F7', text: 'Nee.' }]);
    await expect(open.suwi.employer({ kvkNumber: '11111111' })).rejects.toMatchObject({
      kind: 'REFUSED',
      partnerCode: 'F7',
    });
  });

  describe('that somebody between us changes', () => {
    let between: Server;
    let spoil: (text: string) => string = (text) => text;
    let victim: Awaited<ReturnType<typeof openSuwi>>;
    beforeAll(async () => {
      between = createServer(async (question, response) => {
        const parts: Buffer[] = [];
        for await (const part of question) parts.push(part as Buffer);
        const answer = await request(open.fake.url + question.url!, {
          method: 'POST',
          headers: { 'content-type': 'text/xml' },
          body: Buffer.concat(parts),
        });
        response.writeHead(answer.statusCode, { 'content-type': 'text/xml' }).end(spoil(await answer.body.text()));
      }).listen(0, '127.0.0.1');
      await once(between, 'listening');
      victim = await openSuwi({
        baseUrl: `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
        signing: own,
        trust: { authorities: [authority.certificate] },
        failuresToOpen: 10,
        halfOpenAfterMs: 1,
      });
    });
    afterAll(async () => {
      await victim?.stop();
      between?.closeAllConnections();
      between?.close();
    });

    test('comes through when nothing is changed', async () => {
      spoil = (text) => text;
      expect((await victim.suwi.employer(donald)).value?.headcount).toBe(9);
    });

    test.each<[string, (text: string) => string]>([
      ['in a figure', (text) => text.replace('<AantWerknemers>9<', '<AantWerknemers>900<')],
      ['by taking the signature off', (text) => text.replace(/<ds:Signature [\s\S]*<\/ds:Signature>/, '')],
      ['by taking all security off', (text) => text.replace(/<wsse:Security[\s\S]*<\/wsse:Security>/, '')],
      ['by an older timestamp', (text) => text.replace(/<wsu:Created>20\d\d/, '<wsu:Created>2019')],
      [
        'by hiding what was signed in a header',
        (text) => {
          const body = /<soapenv:Body[\s\S]*<\/soapenv:Body>/.exec(text)![0];
          const other = body.replace(/wsu:Id="[^"]*"/, '').replace('>9<', '>900<');
          return text.replace(body, other).replace('</soapenv:Header>', `<x>${body}</x></soapenv:Header>`);
        },
      ],
    ])('%s is malformed', async (_how, how) => {
      spoil = (text) => {
        const spoilt = how(text);
        expect(spoilt).not.toBe(text);
        return spoilt;
      };
      await expect(victim.suwi.employer(donald)).rejects.toMatchObject({ kind: 'MALFORMED' });
    });
  });

  test('by a stranger, by nobody, or by a certificate that has run out, is malformed', async () => {
    for (const signing of [stranger, null, expired]) {
      const other = await openSuwi(
        { signing: own, trust: { authorities: [authority.certificate] } },
        { facts: suwiDemoFacts, signing },
      );
      try {
        await expect(other.suwi.employer(donald)).rejects.toMatchObject({ kind: 'MALFORMED' });
      } finally {
        await other.stop();
      }
    }
  });
});

described('two-way TLS', () => {
  const over = async (tls: { ca?: string; cert?: string; key?: string }, url = open.fake.tlsUrl!) => {
    const client = await openSuwi({
      baseUrl: url,
      signing: own,
      trust: { authorities: [authority.certificate] },
      deadlineMs: 10_000,
      connectMs: 5_000,
      tls,
    });
    try {
      const started = performance.now();
      const outcome = await client.suwi.employer(donald).then(
        ({ value }) => value?.name,
        (error: { kind: string }) => error.kind,
      );
      expect(performance.now() - started).toBeLessThan(10_200);
      return outcome;
    } finally {
      await client.stop();
    }
  };

  test('lets us in with our certificate', async () => {
    expect(await over({ ca: authority.certificate, cert: own.certificate, key: own.key })).toBe('Test BV Donald');
  });

  test('gives nothing to a server whose certificate has run out', async () => {
    const late = await startTlsFront({
      port: 0,
      behind: open.fake.port,
      ...expired,
      clientAuthorities: [authority.certificate],
    });
    try {
      expect(await over({ ca: authority.certificate, cert: own.certificate, key: own.key }, late.url)).toBe(
        'UNAVAILABLE',
      );
    } finally {
      await late.stop();
    }
  });

  test.each<[string, () => { ca?: string; cert?: string; key?: string }]>([
    ['without a certificate we get nothing', () => ({ ca: authority.certificate })],
    [
      'with a stranger’s we get nothing',
      () => ({ ca: authority.certificate, cert: stranger.certificate, key: stranger.key }),
    ],
    ['we give nothing to a server we do not know', () => ({ cert: own.certificate, key: own.key })],
  ])('%s', async (_rule, tls) => expect(await over(tls())).toBe('UNAVAILABLE'));
});
