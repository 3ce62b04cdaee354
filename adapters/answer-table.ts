import pg from 'pg';

/** The schema of partners' answers. It holds no records: what stands here may be asked again, and may be thrown away. */
export const SCHEMA = 'partner_answers';
/** The role that reads, writes and deletes answers, and can reach no other table. */
export const ROLE = 'werkgraaf_answers';

/** Advisory lock under which the table is made, so that several processes may start at once. */
const LOCK = 7_203_116;

/** Made by the owner of the database. A role belongs to the whole server: another database may make it right now. */
const TABLE = `
  do $$ begin create role ${ROLE} nologin; exception when duplicate_object or unique_violation then null; end $$;
  do $$ begin
    if not pg_has_role(current_user, '${ROLE}', 'set') then execute format('grant ${ROLE} to %I', current_user); end if;
  exception when unique_violation then null; end $$;
  create schema if not exists ${SCHEMA};
  grant usage on schema ${SCHEMA} to ${ROLE};
  create table if not exists ${SCHEMA}.answer (
    key text primary key,
    value json not null,
    kept_until timestamptz not null
  );
  create index if not exists answer_kept_until on ${SCHEMA}.answer (kept_until);
  grant select, insert, update, delete on ${SCHEMA}.answer to ${ROLE}`;

/** Makes the table of answers when it is not there. */
export async function makeAnswerTable(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
  } finally {
    await client.end();
  }
}
