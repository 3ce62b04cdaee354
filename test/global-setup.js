// Plain JavaScript: jest runs its global set-up outside the module mapper, and Node strips the types of what it imports.
import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from 'node:module';

register('./js-to-ts.js', import.meta.url);

/** One PostgreSQL for the whole run; every test takes a database of its own in it (test/database.ts). */
export default async function setup() {
  const { startEmbeddedPostgres } = await import('../runtime/postgres/embedded-postgres.ts');
  const folder = mkdtempSync(join(tmpdir(), 'werkgraaf-test-'));
  chmodSync(folder, 0o755);
  const off = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => ['-c', `${name}=off`]);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    // What clears away behind one's back changes in which order rows come, and takes the machine's time.
    flags: [...off, '-c', 'autovacuum=off', '-c', 'max_connections=400'],
  });
  process.env.TEST_DATABASE_SERVER = postgres.url('postgres');
  globalThis.werkgraafTest = { postgres, folder };
}
