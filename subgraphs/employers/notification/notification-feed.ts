import type { Logger } from '../../../runtime/log.js';
import type { Database } from '../../database.js';
import { prepared } from '../../prepared.js';

/** A place in the stream of notifications: after which transaction, and which number in it. */
export interface Place {
  transaction: string;
  number: string;
}

/** A notification on its way. */
export interface Told {
  place: Place;
  notification: {
    id: string;
    kind: string;
    at: string;
    title: string;
    employerId: string | null;
    subjectType: string;
    subjectId: string;
  };
}

export interface NotificationFeed {
  /**
   * Hands on what `recipientId` is told from now on, or after a place where an earlier stream stopped: each once, in
   * order.
   * @returns stops it
   */
  follow(recipientId: string, after: Place | null, tell: (told: Told) => void): Promise<() => void>;
  close(): void;
}

interface Follower {
  recipientId: string;
  after: Place;
  tell: (told: Told) => void;
}

interface Row {
  follower: number;
  transaction: string;
  place: string;
  id: string;
  kind: string;
  at: string;
  title: string;
  employer_id: string | null;
  subject_type: string;
  subject_id: string;
}

/** Of one follower: who catches up with much keeps nobody else waiting. */
const MOST_AT_ONCE = 100;

/**
 * A transaction that is still under way may yet commit a notification with a lower number than one that was handed on.
 * So only what began before every transaction under way is handed on: nothing is skipped, and order is the same for all
 * who read, in whatever process.
 */
const NEW = `select f.n::int as follower, n.transaction::text, n.place::text, n.id::text, n.kind,
    to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, n.title, n.employer_id::text,
    n.subject_type, n.subject_id
  from unnest(?::text[], ?::text[], ?::bigint[]) with ordinality as f(recipient, transaction, place, n)
  cross join lateral (
    select * from notification
    where recipient_id = f.recipient and (transaction, place) > (f.transaction::xid8, f.place)
      and transaction < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction, place
    limit ${MOST_AT_ONCE}
  ) n
  order by n.transaction, n.place`;

/**
 * Looks for new notifications of everybody who follows, in one statement every `everyMs`, as long as somebody does. To
 * look is simpler than to be told, needs no connection of its own, and finds what was told while nobody listened.
 */
export function openNotificationFeed(options: { database: Database; log: Logger; everyMs?: number }): NotificationFeed {
  const { database, log, everyMs = 1_000 } = options;
  const followers = new Set<Follower>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const look = async (): Promise<void> => {
    const asked = [...followers];
    const rows = await prepared<Row>(database.em(), NEW, [
      asked.map(({ recipientId }) => recipientId),
      asked.map(({ after }) => after.transaction),
      asked.map(({ after }) => after.number),
    ]);
    for (const row of rows) {
      const follower = asked[row.follower - 1]!;
      if (!followers.has(follower)) continue;
      follower.after = { transaction: row.transaction, number: row.place };
      const { id, kind, at, title, employer_id: employerId, subject_type: subjectType, subject_id: subjectId } = row;
      follower.tell({
        place: follower.after,
        notification: { id, kind, at, title, employerId, subjectType, subjectId },
      });
    }
  };

  const keepLooking = (): void => {
    if (timer || closed || followers.size === 0) return;
    timer = setTimeout(() => {
      void look()
        // The followers keep their places: what is missed now is found when the database is back.
        .catch((err: unknown) => log.warn({ err }, 'no look at new notifications'))
        .finally(() => {
          timer = null;
          keepLooking();
        });
    }, everyMs);
  };

  return {
    async follow(recipientId, after, tell) {
      const [now] = await prepared<{ transaction: string }>(
        database.em(),
        'select pg_snapshot_xmin(pg_current_snapshot())::text as transaction',
        [],
      );
      const follower: Follower = { recipientId, after: after ?? { transaction: now!.transaction, number: '0' }, tell };
      followers.add(follower);
      keepLooking();
      return () => void followers.delete(follower);
    },
    close() {
      closed = true;
      followers.clear();
      if (timer) clearTimeout(timer);
    },
  };
}
