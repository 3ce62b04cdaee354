import { v7 } from 'uuid';
import type { Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { SourceSystem } from '../../../provenance.js';
import { read } from '../../../read.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { differenceInDutch, differences, FIELD_NAMES, type Difference } from './differences.js';
import { RelationStatus, type Employer } from '../employer.js';
import { choicesByField, FieldChoice } from './field-choice.js';
import { plain } from './in-words.js';
import { mainHoldersOf } from '../main-holders.js';
import { RegisterRecord, RegisterRecordSchema } from './register-record.js';
import type { RegisterField, RegisterValues } from './register-values.js';
import { nameOf } from './registers.js';
import type { Choices, Told } from './settle.js';

/** What a register said now that it did not say before. */
export interface WrittenDown {
  source: SourceSystem;
  changes: Difference[];
  /** Whether there was an earlier answer to hold it against. */
  known: boolean;
}

/** Keeps what one register says, unless we know something newer. @returns what it said before, or null */
async function keepRecord(em: EntityManager, employerId: string, told: Told): Promise<RegisterValues | null | 'newer'> {
  const { source, retrievedAt, values } = told;
  const [before] = await read(em, RegisterRecord, { employerId: [employerId], source: [source] });
  if (before && before.retrievedAt >= retrievedAt) return 'newer';
  if (before) await em.nativeUpdate(RegisterRecordSchema, { id: before.id }, { retrievedAt, values });
  else await em.insert(RegisterRecordSchema, { id: v7(), employerId, source, retrievedAt, values });
  return before?.values ?? null;
}

/** The line of one difference. A choice for this source is not undone by it, so whoever reads must think again. */
function title({ source }: Told, change: Difference, choices: Choices): string {
  const line = differenceInDutch(nameOf(source), change);
  return choices.get(change.field as RegisterField)?.source === source
    ? `${line} Voor dit veld is deze bron gekozen: ga na of dat nog klopt.`
    : line;
}

/** What the dossier itself follows: the name it had from KvK, and the end of the company. */
function followed(employer: Employer, before: RegisterValues | null, { source, values }: Told): Partial<Employer> {
  if (source !== SourceSystem.KVK) return {};
  const named = before?.tradeName && plain(before.tradeName) === plain(employer.name) ? values.tradeName : null;
  const ended = values.endedOn !== null && values.endedOn !== (before?.endedOn ?? null);
  return {
    ...(named && named !== employer.name ? { name: named } : {}),
    ...(ended && employer.relationStatus !== RelationStatus.CEASED ? { relationStatus: RelationStatus.CEASED } : {}),
  };
}

const ceased = 'Volgens KvK is dit bedrijf beëindigd. De relatiestatus is daarop gezet.';

async function writeDownOne(
  { clock, publish }: Pick<Context, 'clock' | 'publish'>,
  em: EntityManager,
  employer: Employer,
  told: Told,
  actorId: string | null,
): Promise<WrittenDown> {
  const { source, retrievedAt, values } = told;
  const before = await keepRecord(em, employer.id, told);
  if (before === 'newer') return { source, changes: [], known: true };
  const changes = before ? differences(before, values) : [];
  const follows = followed(employer, before, told);
  const ends = follows.relationStatus === RelationStatus.CEASED;
  if (!changes.length && !ends) return { source, changes, known: before !== null };

  if (Object.keys(follows).length) {
    em.assign(employer, follows);
    await em.flush();
    await publish(em, {
      type: 'employer.updated',
      occurredOn: clock.today(),
      recordedAt: clock.now(),
      actorId,
      data: {
        employerId: employer.id,
        fields: Object.keys(follows),
        ...(follows.name ? { tradeName: follows.name } : {}),
      },
    });
  }
  const choices = choicesByField(await read(em, FieldChoice, { employerId: [employer.id] }, { at: 'asc', id: 'asc' }));
  const lines = [...changes.map((change) => title(told, change, choices)), ...(ends ? [ceased] : [])];
  const about = { employerId: employer.id, subjectType: 'Employer', subjectId: employer.id, actorId };
  await putOnTimeline(
    em,
    clock,
    ...lines.map((line) => ({ ...about, kind: TimelineKind.REGISTER_CHANGE, title: line })),
  );
  const fields = changes.map(({ field }) => field);
  const what = fields.length ? `wijzigde ${fields.map((field) => FIELD_NAMES[field]).join(', ')}` : 'meldt het einde';
  await notify(em, clock, {
    ...about,
    kind: NotificationKind.REGISTER_CHANGE,
    recipientIds: await mainHoldersOf(em, employer.id, clock.today()),
    title: `${nameOf(source)} ${what} van ${employer.name}.${ends ? ` ${ceased}` : ''}`,
    occasion: `${source} ${retrievedAt.toISOString()}`,
  });
  await publish(em, {
    type: 'employer.register-changed',
    occurredOn: clock.today(),
    recordedAt: clock.now(),
    actorId,
    data: { employerId: employer.id, source, fields },
  });
  return { source, changes, known: before !== null };
}

/**
 * Writes down what registers say of an employer whose row is locked, with every difference from what they said before on
 * the timeline and told to the main account holders, in the transaction of `em` (R-017, R-098).
 * @param actorId who had the registers asked; null for a signal of the register itself
 */
export async function writeDown(
  context: Pick<Context, 'clock' | 'publish'>,
  em: EntityManager,
  employer: Employer,
  told: Told[],
  actorId: string | null,
): Promise<WrittenDown[]> {
  const written: WrittenDown[] = [];
  for (const one of told) written.push(await writeDownOne(context, em, employer, one, actorId));
  return written;
}
