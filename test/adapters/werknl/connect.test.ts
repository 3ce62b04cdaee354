import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectWerkNl, type WerkNlConnection } from '../../../adapters/werknl/connect.js';
import { startWerkNlFake } from '../../../adapters/werknl/fake.js';
import { silent } from '../../../runtime/log.js';
import { VACANCY } from './examples.js';

const connection = (url: string): WerkNlConnection => ({
  url,
  vumUrl: null,
  ourOin: '00000000000000004000',
  theirOin: '00000000000000004104',
  sender: { name: 'Servicepunt', contactName: 'Vacatureteam', telephone: null, email: 'vacatures@servicepunt.example' },
  certificateFile: null,
  keyFile: null,
  authoritiesFile: null,
  deadlineMs: 20_000,
});

test('settings make a client of both wires, that tells who sends', async () => {
  const fake = await startWerkNlFake({
    port: 0,
    facts: [{ kind: 'place', pc4: '3011', latitude: 51.92, longitude: 4.48 }],
  });
  const werkNl = await connectWerkNl(connection(fake.url), silent);
  const { externalId } = await werkNl.putVacancy(VACANCY, 'm-1');
  const { value } = await werkNl.searchVacancies({ postcode: '3011AB', distanceKm: 1 });
  expect(value.matches.map(({ vumId }) => vumId)).toEqual([externalId]);
  const [{ xml } = { xml: '' }] = fake.vacancies();
  for (const said of ['00000000000000004000', 'Servicepunt', 'Vacatureteam', 'vacatures@servicepunt.example'])
    expect(xml).toContain(said);
  expect(xml).not.toContain('<Telephone><FormattedNumber/>');
  await werkNl.close();
  await fake.stop();
});

describe('certificates', () => {
  test.each(['certificateFile', 'keyFile', 'authoritiesFile'] as const)(
    'production refuses to go without %s',
    async (one) => {
      const files = { certificateFile: 'a.pem', keyFile: 'b.pem', authoritiesFile: 'c.pem', [one]: null };
      const connecting = connectWerkNl({ ...connection('https://werk.example'), ...files }, silent, {
        production: true,
      });
      await expect(connecting).rejects.toThrow(/WERKNL_CERTIFICATE_FILE.*verplicht in productie/);
    },
  );

  test('that are named and not there stop it at the start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'werknl-'));
    try {
      const certificateFile = join(folder, 'cert.pem');
      writeFileSync(certificateFile, 'x');
      const connecting = connectWerkNl(
        { ...connection('https://werk.example'), certificateFile, keyFile: join(folder, 'key.pem') },
        silent,
      );
      await expect(connecting).rejects.toThrow('ENOENT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
