import type { Data } from '../../alone.js';
import type { EmployersAlone } from '../employers-alone.js';

/** Carries a mutation out, as what a case rests on; the `fields` of its payload. */
export async function done(
  it: EmployersAlone,
  mutation: string,
  input: Record<string, unknown>,
  { fields = '', as = 'accountmanager' } = {},
): Promise<Data> {
  const { type } = it.subgraph.schema.getMutationType()!.getFields()[mutation]!.args[0]!;
  const query = `mutation ($input: ${String(type)}) { ${mutation}(input: $input) { errors { code message } ${fields} } }`;
  const { [mutation]: payload } = await it.data(query, { input }, { as });
  if (payload.errors.length) throw new Error(`${mutation}: ${JSON.stringify(payload.errors)}`);
  return payload;
}

/** The version of a record of employers, by table. */
export async function versionOf(it: EmployersAlone, table: string, id: string): Promise<number> {
  const [row] = await it.query(`select version from employers.${table} where id::text = $1`, [id]);
  return Number(row!.version);
}
