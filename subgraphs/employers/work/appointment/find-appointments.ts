import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import { read } from '../../../read.js';
import { Appointment } from './appointment.js';

/** A stretch of time; what touches it is in it. */
export interface Stretch {
  from: Date;
  to: Date;
}

/** More than anybody can attend; an agenda is not a list without end. */
const MOST = 1_000;
const LONGEST_MS = 731 * 86_400_000;

/** @throws GraphQLError BAD_USER_INPUT when it ends before it begins, or is longer than two years */
export function stretch(from: Date, to: Date): Stretch {
  if (to > from && to.getTime() - from.getTime() <= LONGEST_MS) return { from, to };
  throw new GraphQLError('Ongeldige waarde voor to: kies een tijdstip na from, hoogstens twee jaar later.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'to' },
  });
}

const during = 'a.starts_at < ?::timestamptz and a.ends_at > ?::timestamptz';

async function inOrder(em: EntityManager, ids: readonly string[]): Promise<Appointment[]> {
  const rows = ids.length ? await read(em, Appointment, { id: ids }, { startsAt: 'asc', id: 'asc' }) : [];
  return rows;
}

/** The agenda of one professional, called-off appointments included, in order of time. */
export async function appointmentsOf(
  em: EntityManager,
  professionalId: string,
  { from, to }: Stretch,
): Promise<Appointment[]> {
  const rows = await prepared<{ id: string }>(
    em,
    `select a.id from appointment a where a.attendee_ids @> array[?::text] and ${during} order by a.starts_at limit ${MOST}`,
    [professionalId, to, from],
  );
  return inOrder(
    em,
    rows.map(({ id }) => id),
  );
}

/** The appointments with employers, in order of time; all employers of one tick in two statements. */
export const appointmentsByEmployer = (em: EntityManager, { from, to }: Stretch): DataLoader<string, Appointment[]> =>
  new DataLoader(async (employerIds) => {
    const rows = await prepared<{ id: string }>(
      em,
      `select a.id from unnest(?::uuid[]) as e(id) cross join lateral (
         select a.id from appointment a where a.employer_id = e.id and ${during} order by a.starts_at limit ${MOST}
       ) a`,
      [employerIds, to, from],
    );
    const found = await inOrder(
      em,
      rows.map(({ id }) => id),
    );
    const lists = new Map<string, Appointment[]>(employerIds.map((id) => [id, []]));
    for (const appointment of found) lists.get(appointment.employerId!)?.push(appointment);
    return employerIds.map((id) => lists.get(id)!);
  });
