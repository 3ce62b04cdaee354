import pg from 'pg';

/**
 * What stands in a database, table by table, told by one statement: of each table of employers how many rows there are
 * and which transaction last wrote one (so that a change shows as well as a new row), and how many jobs wait or were done.
 */
export interface AllThatIsWritten {
  /** By table. */
  read(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function allThatIsWritten(url: string): Promise<AllThatIsWritten> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string; jobs: boolean }>(
    `select c.oid::regclass::text as name, c.relname = 'job' as jobs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname = 'employers' and c.relkind = 'r') or (n.nspname = 'outbox' and c.relname = 'job') order by 1`,
  );
  const text = tables
    .map(
      ({ name, jobs }) =>
        // Who carries a job out writes to it at any moment, and that is no work of the request.
        `select '${name}' as "table", count(*) || '/' || ${jobs ? "''" : 'coalesce(max(xmin::text::bigint), 0)'} as stands from ${name}`,
    )
    .join(' union all ');
  return {
    async read() {
      const { rows } = await client.query<{ table: string; stands: string }>({ name: 'all', text });
      return Object.fromEntries(rows.map(({ table, stands }) => [table, stands]));
    },
    close: () => client.end(),
  };
}
