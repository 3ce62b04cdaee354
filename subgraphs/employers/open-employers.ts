import { openSubgraph, type Subgraph, type SubgraphOptions } from '../open.js';
import { employersContext, type EmployersPartners } from './context.js';
import { seedEmployers } from './demo.js';
import { keepTakingInSignals, type Signals } from './dossier/registers/keep-taking-in-signals.js';
import { tellWhoLeft, whoLeft } from './organisation/who-left.js';
import { openHelpBook } from './help/help-book.js';
import { noSupport, type SupportSettings } from './help/support-settings.js';
import { takeInActivity } from './pyramid/take-in-activity.js';
import { employersSchema } from './schema.js';
import { entities, migrations } from './tables.js';
import { tellWhatStands } from './tell-what-stands.js';
import { keepReminding } from './notification/daily-round.js';
import { openNotificationFeed, type NotificationFeed } from './notification/notification-feed.js';
import { serveStream } from './notification/serve-stream.js';
import type { FileSettings } from './document/file-store.js';
import { keepClearingDocuments } from './document/keep-clearing-documents.js';
import { serveFiles } from './document/serve-files.js';
import { mailSender, type Post } from './mail/send-mail.js';
import { takeInEvent } from './timeline/take-in-event.js';
import { besideInDevelopment, type BesideSettings } from './beside-settings.js';
import { serveCalendar } from './work/appointment/serve-calendar.js';
import { takeUpProblem } from './work/task/take-up-problem.js';

/** The subgraph's settings and the partners it asks. */
export interface EmployersOptions extends SubgraphOptions, EmployersPartners {
  /** By which mail goes out; without it, what was asked for waits on the outbox. */
  post?: Post;
  /** Default: as in development. */
  beside?: BesideSettings;
  /** Where documents are kept; without it none can be uploaded. */
  files?: FileSettings;
  /** Where users find help; default: nowhere. */
  support?: SupportSettings;
  /** How often new notifications are looked for while somebody follows them, milliseconds. Default 1000. */
  lookEveryMs?: number;
  /** Whether this process sends the reminders of each day. Default false. */
  reminders?: boolean;
  /** By which KvK tells what changed; without it, changes are seen when somebody looks. */
  signals?: Signals;
}

/** Opens the employers subgraph in this process. */
export async function openEmployers(options: EmployersOptions): Promise<Subgraph> {
  let feed: NotificationFeed | null = null;
  const { files = null, beside = besideInDevelopment, support = noSupport } = options;
  const helpBook = await openHelpBook();
  const subgraph = await openSubgraph(
    {
      name: 'employers',
      entities,
      migrations,
      schema: await employersSchema(),
      context: (surroundings, request) =>
        employersContext({ ...options, beside, files, support, helpBook }, surroundings, request),
      whoLeft,
      demo: seedEmployers,
      beside(surroundings, hasLeft) {
        feed = openNotificationFeed({
          ...surroundings,
          ...(options.lookEveryMs ? { everyMs: options.lookEveryMs } : {}),
        });
        return {
          '/calendar/*': serveCalendar(surroundings),
          '/notifications/stream': serveStream(feed),
          ...(files ? { '/files/*': serveFiles(surroundings, files, beside, hasLeft) } : {}),
        };
      },
      async consume(surroundings, outbox) {
        await tellWhoLeft(surroundings);
        await tellWhatStands(surroundings);
        await outbox.consume('employers', (event) =>
          surroundings.database.em().transactional(async (em) => {
            await takeInEvent(em, event);
            await takeInActivity(em, event);
            await takeUpProblem(em, surroundings.clock, event);
          }),
        );
        if (options.post) await outbox.consume('mail', mailSender(surroundings, options.post));
      },
    },
    options,
  );
  const { clock, kvk, signals } = options;
  const log = options.log.child({ subgraph: 'employers' });
  const surroundings = { database: subgraph.database, clock, publish: options.outbox.publish, log };
  const jobs = [
    ...(signals ? [keepTakingInSignals(surroundings, kvk, signals)] : []),
    ...(options.reminders ? [keepReminding(surroundings)] : []),
    ...(files ? [keepClearingDocuments(surroundings, files.store)] : []),
  ];
  return {
    ...subgraph,
    async close() {
      feed?.close();
      await Promise.all(jobs.map((job) => job.stop()));
      await subgraph.close();
    },
  };
}
