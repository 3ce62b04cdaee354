import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../../payload.js';
import { conflict, countErrors, lengthErrors, userError } from '../../../user-error.js';
import { tileTexts } from '../../help/tile-texts.js';
import { lockedDossier, unknownEmployer } from '../../plan/employer-to-plan.js';
import { otherRegionErrors } from '../../plan/of-own-region.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import {
  EmployerTileStep,
  EmployerTileStepSchema,
  type ChooseEmployerTileInput,
  type EndEmployerTileInput,
} from './employer-tile-step.js';

type Who = Pick<Context, 'clock' | 'identity'>;
const noteErrors = (note: string | null | undefined) =>
  lengthErrors(['input', 'note'], 'De aantekening (note)', note, 0, 2000);

const tell = (context: Who, em: EntityManager, { employerId, id }: { employerId: string; id: string }, title: string) =>
  putOnTimeline(em, context.clock, {
    employerId,
    kind: TimelineKind.DOSSIER,
    title,
    subjectType: 'EmployerTileStep',
    subjectId: id,
    actorId: whoAsks(context).professionalId,
  });

/** Says of a tile that is begun again while it is under way, as it may be, since when it is. */
async function underWay(
  em: EntityManager,
  employerId: string,
  { tile }: Pick<ChooseEmployerTileInput, 'tile'>,
): Promise<RuleNotice[]> {
  const [first] = await em.find(
    EmployerTileStep,
    { employerId, tile, endedOn: null },
    { orderBy: { startedOn: 'asc' }, limit: 1, disableIdentityMap: true },
  );
  return first
    ? [
        {
          code: 'TILE_UNDER_WAY',
          message: `De tegel ${tileTexts[tile].title} loopt bij deze werkgever al sinds ${inDutch(first.startedOn)}. Rond die af als deze ervoor in de plaats komt.`,
          requirement: 'R-204',
          severity: Severity.INFO,
        },
      ]
    : [];
}

/** Begins a tile with an employer: whichever is needed, also again, or beside others. */
export async function chooseEmployerTile(
  context: Who,
  em: EntityManager,
  input: ChooseEmployerTileInput,
): Promise<Outcome> {
  const { tile, note } = input;
  const employer = await lockedDossier(em, input.employerId);
  if (!employer) return refused(unknownEmployer());
  const elsewhere = await otherRegionErrors(context, em, employer, 'employerId');
  if (elsewhere.length) return refused(...elsewhere);
  const { title, tools: known } = tileTexts[tile];
  const tools = [...new Set(input.tools ?? [])];
  const errors = [
    ...noteErrors(note),
    ...countErrors(['input', 'tools'], 'hulpmiddelen (tools)', input.tools, known.length, 'R-211'),
    ...tools.flatMap((tool, n) =>
      known.some(([code]) => code === tool)
        ? []
        : [
            userError(
              'UNKNOWN_TOOL',
              ['input', 'tools', String(n)],
              `De tegel ${title} heeft dit hulpmiddel niet (tools); wel ${known.map(([code]) => code).join(', ')}.`,
              'R-211',
            ),
          ],
    ),
  ];
  if (errors.length) return refused(...errors);
  const notices = await underWay(em, employer.id, input);
  const step = { id: v7(), employerId: employer.id };
  await em.insert(EmployerTileStepSchema, {
    ...step,
    tile,
    startedOn: context.clock.today(),
    endedOn: null,
    professionalId: whoAsks(context).professionalId,
    tools,
    note: note?.trim() || null,
    version: 1,
  });
  await tell(context, em, step, `Tegel gekozen: ${title}.`);
  return written(step.id, notices);
}

/** Ends a tile that was begun. */
export async function endEmployerTile(
  context: Who,
  em: EntityManager,
  { id, expectedVersion, note }: EndEmployerTileInput,
): Promise<Outcome> {
  if (validate(id)) await em.execute('select id from employer_tile_step where id = ? for update', [id]);
  const step = validate(id) ? await em.findOne(EmployerTileStep, { id }, { refresh: true }) : null;
  if (!step) return refused(userError('UNKNOWN_STEP', ['input', 'id'], 'Deze stap (id) bestaat niet.', 'R-204'));
  const employer = await lockedDossier(em, step.employerId);
  const elsewhere = employer ? await otherRegionErrors(context, em, employer, 'id') : [];
  if (elsewhere.length) return refused(...elsewhere);
  if (expectedVersion != null && step.version !== expectedVersion) return refused(conflict(step.version));
  const errors = [
    ...noteErrors(note),
    ...(step.endedOn ? [userError('ALREADY_ENDED', ['input', 'id'], 'Deze stap (id) is al afgerond.', 'R-204')] : []),
  ];
  if (errors.length) return refused(...errors);
  step.endedOn = context.clock.today();
  if (note != null) step.note = note.trim() || null;
  await em.flush();
  await tell(context, em, step, `Tegel afgerond: ${tileTexts[step.tile].title}.`);
  return written(id);
}
