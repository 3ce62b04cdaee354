import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import { prepared } from '../../prepared.js';
import type { Move } from '../duplicates/one-by-one.js';

/** A holdership that comes along, with the last main holder it meets in the kept dossier when it is of a main holder. */
interface Met {
  name: string;
  wbs: string;
  until: string | null;
  endedAt: string | null;
  endedById: string | null;
  endReason: string | null;
  reason: string | null;
  metName: string | null;
  metUntil: string | null;
  samePerson: boolean;
}

const MET = `select p.name, e.wbs_number as wbs, m.valid_until::text as until, m.ended_at::text as "endedAt",
    m.ended_by_id as "endedById", m.end_reason as "endReason", m.reason, stays.name as "metName",
    stays.valid_until::text as "metUntil", coalesce(stays.holder_id = m.holder_id, false) as "samePerson"
  from account_holdership m join employer e on e.id = m.employer_id join professional p on p.id = m.holder_id
  left join lateral (
    select q.name, o.holder_id, o.valid_until from account_holdership o join professional q on q.id = o.holder_id
    where o.employer_id = ?::uuid and o.region_id = m.region_id and o.is_main
      and daterange(o.valid_from, o.valid_until, '[]') && daterange(m.valid_from, m.valid_until, '[]')
    order by o.valid_from desc, o.id limit 1
  ) stays on m.is_main
  where m.id = ?::uuid`;

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/**
 * The first day on which who comes along is main holder of the kept dossier too: when the one they meet there has ended,
 * and they themselves have not before today. Null when they are not main beside anybody, or give way for all of the time.
 */
function mainAgainFrom({ until, metUntil }: Met, today: string): string | null {
  if (!metUntil || (until !== null && (until < today || until <= metUntil))) return null;
  return dayAfter(metUntil);
}

function told({ name, wbs, metName, samePerson }: Met, from: string | null): string | null {
  if (metName === null) return null;
  if (from && samePerson)
    return `${name} blijft hoofd-accounthouder: de toewijzing bij ${wbs} gaat vanaf ${inDutch(from)} verder.`;
  if (from)
    return `${name} (${wbs}) blijft hoofd-accounthouder, vanaf ${inDutch(from)}: tot die dag staat ${metName} als hoofd-accounthouder.`;
  return samePerson
    ? `${name} is hoofd-accounthouder van beide dossiers: de toewijzing bij ${wbs} eindigt.`
    : `${name} (${wbs}) wordt accounthouder naast hoofd-accounthouder ${metName}.`;
}

/**
 * Moves one holdership and says what became of it. Where it goes on as main from a later day, the row that moves ends the
 * day before, and a further one tells the rest: what was known before the merge still rests on the row itself. An
 * end that was recorded already is never overwritten: the two then end together.
 */
async function moveOne(em: EntityManager, { keepId, today, now }: Move, id: string): Promise<string | null> {
  const [met] = await prepared<Met>(em, MET, [keepId, id]);
  const from = mainAgainFrom(met!, today);
  const note = met!.metName === null ? null : `Was hoofd-accounthouder van ${met!.wbs} tot de samenvoeging.`;
  await prepared(
    em,
    `update account_holdership set employer_id = ?::uuid, is_main = is_main and ?::text is null,
       reason = case when ?::text is null then reason else concat_ws(' ', reason, ?::text) end
     where id = ?::uuid`,
    [keepId, note, note, note, id],
  );
  if (from) {
    await prepared(
      em,
      `update account_holdership set valid_until = ?::date, ended_at = ?::timestamptz,
         ended_by_id = nullif(current_setting('werkgraaf.actor', true), ''), end_reason = ?
       where id = ?::uuid and valid_until is null`,
      [
        met!.metUntil,
        now.toISOString(),
        `Gaat vanaf ${inDutch(from)} verder als hoofd-accounthouder; de dossiers zijn samengevoegd.`,
        id,
      ],
    );
    await prepared(
      em,
      `insert into account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, valid_until, reason, recorded_at,
         ended_at, ended_by_id, end_reason, previous_holder_contacted_on)
       select ?::uuid, employer_id, holder_id, region_id, true, ?::date, ?::date, ?, ?::timestamptz, ?::timestamptz, ?, ?,
         previous_holder_contacted_on
       from account_holdership where id = ?::uuid`,
      [v7(), from, met!.until, met!.reason, now.toISOString(), met!.endedAt, met!.endedById, met!.endReason, id],
    );
  }
  return told(met!, from);
}

/**
 * Moves, in a merge, the holderships of the merged dossiers: one main holder an employer, region and day. Where
 * the kept dossier has one, the one who comes along is an account holder beside them; who is main holder today of either,
 * and meets only some who have ended, stays it from the day after those.
 * @returns how many moved, and of each that met a main holder what became of it
 */
export async function moveHolderships(
  em: EntityManager,
  move: Move,
): Promise<{ count: number; clashes: { kind: string; message: string }[] }> {
  const rows = await prepared<{ id: string }>(
    em,
    'select id from account_holdership where employer_id = any(?::uuid[]) order by is_main desc, valid_from, id',
    [move.mergedIds],
  );
  const messages = new Set<string>();
  for (const { id } of rows) {
    const message = await moveOne(em, move, id);
    if (message) messages.add(message);
  }
  return { count: rows.length, clashes: [...messages].map((message) => ({ kind: 'MAIN_HOLDER', message })) };
}
