import type { KvkMutations, KvkSignalKind } from '../../../../adapters/kvk/mutations-port.js';
import type { Kvk } from '../../../../adapters/kvk/port.js';
import { PartnerError } from '../../../../adapters/partner-error.js';
import type { Surroundings } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { SourceSystem } from '../../../provenance.js';
import { read } from '../../../read.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { Employer } from '../employer.js';
import { kvkSource } from './kvk-source.js';
import { lockedEmployer } from '../locked-employer.js';
import { numbersOf, tellOf } from './registers.js';
import { takeOverSignals } from './take-over-signals.js';
import { writeDown } from './write-down.js';

/** Companies looked into in one round: the rest waits for the next. */
const MOST = 200;
/** A company that KvK does not answer about is asked for again after a minute, two, four, up to a day. */
const LONGEST_MINUTES = 1_440;

const KIND_NAMES: Partial<Record<KvkSignalKind, string>> = {
  CEASED: 'beëindiging',
  LEGAL_FORM_CHANGED: 'een andere rechtsvorm',
  CONTINUED: 'voortzetting of overdracht',
  MOVED: 'een ander adres',
  NAME_CHANGED: 'een andere naam',
  MERGED_OR_SPLIT: 'fusie of splitsing',
  ACTIVITIES_CHANGED: 'andere activiteiten',
};

/** What KvK told of one company since we last looked. */
interface Waiting {
  kvkNumber: string;
  ids: string[];
  kinds: KvkSignalKind[];
}

const waitingCompanies = (em: EntityManager, now: Date): Promise<Waiting[]> =>
  em.execute<Waiting[]>(
    `select kvk_number as "kvkNumber", array_agg(id order by signalled_at, id) as ids, array_agg(distinct kind) as kinds
     from register_signal where taken_in_at is null and not_before <= ?
     group by kvk_number order by min(signalled_at) limit ?`,
    [now.toISOString(), MOST],
  );

const idsIn = 'id in (select jsonb_array_elements_text(?::jsonb))';

/** Puts off what KvK does not answer about, each time for longer: nothing is dropped, and nobody waits behind it. */
const putOff = (em: EntityManager, { ids }: Waiting, now: Date): Promise<unknown> =>
  em.execute(
    `update register_signal set attempts = attempts + 1,
       not_before = ?::timestamptz + least(power(2, least(attempts, 20)), ?) * interval '1 minute'
     where ${idsIn}`,
    [now.toISOString(), LONGEST_MINUTES, JSON.stringify(ids)],
  );

/** Asks KvK about one company, and writes down for each of its dossiers what it says now, with its signals taken in. */
async function takeInCompany(surroundings: Surroundings, kvk: Kvk, waiting: Waiting): Promise<void> {
  const { database, clock } = surroundings;
  const all = await read(database.em(), Employer, { kvkNumber: [waiting.kvkNumber] }, { id: 'asc' });
  const dossiers = all.filter(({ mergedIntoId }) => !mergedIntoId);
  const source = kvkSource(kvk);
  const answers = await Promise.all(
    dossiers.map(async (employer) => ({
      id: employer.id,
      told: await tellOf(source, numbersOf(employer), { fresh: true }),
    })),
  );
  await database.em().transactional(async (em) => {
    for (const { id, told } of answers) {
      const employer = await lockedEmployer(em, id);
      if (!employer || employer.mergedIntoId || !told) continue;
      const [written] = await writeDown(surroundings, em, employer, [told], null);
      if (!written!.known) await tellUnknown(em, surroundings, employer, waiting.kinds);
    }
    await em.execute(`update register_signal set taken_in_at = ? where ${idsIn}`, [
      clock.now().toISOString(),
      JSON.stringify(waiting.ids),
    ]);
  });
}

/** Of a company whose earlier answer we never kept, all that can be told is that something changed. */
async function tellUnknown(
  em: EntityManager,
  { clock }: Surroundings,
  { id }: Employer,
  kinds: KvkSignalKind[],
): Promise<void> {
  const what = kinds.map((kind) => KIND_NAMES[kind]).filter(Boolean);
  await putOnTimeline(em, clock, {
    employerId: id,
    kind: TimelineKind.REGISTER_CHANGE,
    title: `KvK meldt ${what.length ? what.join(', ') : 'een wijziging in de inschrijving'}. Wat er eerder stond is hier niet bekend.`,
    subjectType: 'Employer',
    subjectId: id,
    actorId: null,
  });
}

async function takeInAll(
  surroundings: Surroundings,
  kvk: Kvk,
  mutations: KvkMutations,
  stopping: () => boolean,
): Promise<void> {
  const { database, clock, log } = surroundings;
  await takeOverSignals(surroundings, mutations).catch((err: unknown) => {
    if (!(err instanceof PartnerError)) throw err;
    // What was taken over before can still be looked into; the rest is asked for again from the kept cursor.
    log.warn({ err, source: SourceSystem.KVK }, 'signals not taken over');
  });
  const em = database.em();
  for (const waiting of await waitingCompanies(em, clock.now())) {
    if (stopping()) return;
    try {
      await takeInCompany(surroundings, kvk, waiting);
    } catch (err) {
      if (!(err instanceof PartnerError)) throw err;
      log.warn({ err, signals: waiting.ids.length }, 'signals of a company put off');
      await putOff(em, waiting, clock.now());
      // Silent now is silent for the next one too.
      if (err.kind === 'UNAVAILABLE') return;
    }
  }
}

/**
 * One round of KvK's signals: takes over what is new, asks KvK about each company with a dossier that it is about, and
 * writes down what changed. At least once: a signal counts as taken in with the transaction that writes its changes, and
 * an answer that changes nothing leaves no trace. One process at a time; false when another is at it.
 */
export async function takeInSignals(
  surroundings: Surroundings,
  kvk: Kvk,
  mutations: KvkMutations,
  stopping: () => boolean = () => false,
): Promise<boolean> {
  return surroundings.database.em().transactional(async (lock) => {
    const [turn] = await lock.execute<{ ours: boolean }[]>(
      "select pg_try_advisory_xact_lock(hashtext('kvk signals')) as ours",
    );
    if (!turn!.ours) return false;
    await takeInAll(surroundings, kvk, mutations, stopping);
    return true;
  });
}
