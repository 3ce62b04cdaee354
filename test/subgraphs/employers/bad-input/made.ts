import type { EmployersAlone } from '../employers-alone.js';
import { done } from './done.js';

/**
 * Makes a record by a mutation, for a case that changes one of its own.
 * @param record the field of the payload that holds it
 * @returns its id
 */
export async function made(
  it: EmployersAlone,
  mutation: string,
  record: string,
  input: Record<string, unknown>,
  as = 'accountmanager',
): Promise<string> {
  const payload = await done(it, mutation, input, { fields: `${record} { id }`, as });
  return payload[record].id;
}
