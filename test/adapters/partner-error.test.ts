import { expect, test } from '@jest/globals';
import { PartnerError, type Partner, type PartnerErrorKind } from '../../adapters/partner-error.js';

test.each<[Partner, PartnerErrorKind, string]>([
  ['KVK', 'UNAVAILABLE', 'KvK antwoordt nu niet.'],
  ['SUWI', 'REFUSED', 'Suwinet heeft de vraag geweigerd.'],
  ['SONAR', 'MALFORMED', 'Sonar gaf een onbruikbaar antwoord.'],
  ['WERK_NL', 'UNAVAILABLE', 'werk.nl antwoordt nu niet.'],
])('of %s that is %s a user reads: %s', (partner, kind, message) => {
  const cause = new Error('connect ECONNREFUSED 10.1.2.3:443 https://partner.example/x');
  const error = new PartnerError(partner, kind, { cause });
  expect(error.message).toBe(message);
  expect(error.cause).toBe(cause);
  expect(JSON.stringify(error)).not.toContain('partner.example');
  expect([error.partnerCode, error.partnerMessage, error.retryAfterMs]).toEqual([null, null, undefined]);
});

test('a partner may say 300 characters and no more', () => {
  expect(new PartnerError('KVK', 'REFUSED', { partnerMessage: 'x'.repeat(10_000) }).partnerMessage).toHaveLength(300);
});
