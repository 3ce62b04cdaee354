import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { numberInDutch } from '../../in-dutch.js';
import { refused, written, type Outcome, type UserError } from '../../payload.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { Region } from '../organisation/region.js';
import { maySteer } from './may-steer.js';
import type { SetPyramidSettingsInput } from './pyramid-input.js';
import { PyramidSettings, PyramidSettingsSchema, settingsOn } from './pyramid-settings.js';

const BANDS = ['companySizeFrom', 'vacanciesFrom', 'fulfilmentsFrom', 'continuityFrom'] as const;
const MOST_HEADCOUNT = 1_000_000;
const NUMBERS = {
  goldFrom: 16,
  silverFrom: 16,
  bronzeFrom: 16,
  goldPartnershipFrom: 4,
  goldVisitMonths: 60,
  silverVisitMonths: 60,
  bronzeVisitMonths: 60,
} as const;
type Numbers = keyof typeof NUMBERS;
type Values = Pick<PyramidSettings, (typeof BANDS)[number] | Numbers>;

const refuse = (code: string, field: keyof SetPyramidSettingsInput, message: string): UserError =>
  userError(code, ['input', field], message, 'R-012');

function valueErrors(values: Values): UserError[] {
  const bands = BANDS.flatMap((name) => {
    const [one, two, three, ...more] = values[name];
    const right = one! >= 1 && two! > one! && three! > two! && three! <= MOST_HEADCOUNT && more.length === 0;
    return right
      ? []
      : [
          refuse(
            'OUT_OF_RANGE',
            name,
            `De grenzen (${name}) zijn drie oplopende getallen van 1 tot en met ${numberInDutch(MOST_HEADCOUNT)}.`,
          ),
        ];
  });
  const numbers = (Object.keys(NUMBERS) as Numbers[]).flatMap((name) => {
    const value = values[name];
    return value == null || (value >= 1 && value <= NUMBERS[name])
      ? []
      : [refuse('OUT_OF_RANGE', name, `De waarde van ${name} is 1 tot en met ${NUMBERS[name]}.`)];
  });
  const order =
    values.goldFrom > values.silverFrom && values.silverFrom > values.bronzeFrom
      ? []
      : [
          refuse(
            'OUT_OF_ORDER',
            'goldFrom',
            'Goud (goldFrom) begint boven Zilver (silverFrom), en dat boven Brons (bronzeFrom).',
          ),
        ];
  return [...bands, ...numbers, ...order];
}

/** Sets the pyramid of a region from a day on, as a further version; no assessment made before is altered. */
export async function setPyramidSettings(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: SetPyramidSettingsInput,
): Promise<Outcome> {
  const { regionId, validFrom, expectedVersion } = input;
  const who = whoAsks(context);
  if (!(await em.count(Region, { id: regionId })))
    return refused(refuse('UNKNOWN_REGION', 'regionId', 'Deze regio (regionId) bestaat niet.'));
  if (!maySteer(who, regionId))
    return refused(
      refuse('OTHER_REGION', 'regionId', 'Dit stelt alleen het management van de regio zelf (regionId) vast.'),
    );
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`pyramid ${regionId}`]);
  const versions = await em.find(PyramidSettings, { regionId }, { disableIdentityMap: true });
  const latest = Math.max(0, ...versions.map(({ version }) => version));
  if (expectedVersion != null && expectedVersion !== latest) return refused(conflict(latest));
  const now = settingsOn(versions, regionId, validFrom);
  const values = Object.fromEntries(
    [...BANDS, ...(Object.keys(NUMBERS) as Numbers[])].map((name) => [name, input[name] ?? now[name] ?? null]),
  ) as unknown as Values;
  const errors = [
    ...valueErrors(values),
    ...lengthErrors(['input', 'reason'], 'De reden (reason)', input.reason, 10, 500),
    ...(validFrom < context.clock.today()
      ? [refuse('IN_THE_PAST', 'validFrom', 'De ingangsdatum (validFrom) ligt niet in het verleden.')]
      : []),
  ];
  if (errors.length) return refused(...errors);
  const unchanged = Object.entries(values).every(([name, value]) =>
    isDeepStrictEqual(value, now[name as keyof Values] ?? null),
  );
  if (unchanged)
    return refused(
      userError('NOTHING_CHANGED', ['input'], 'Deze instellingen gelden dan al; er verandert niets.', 'R-012'),
    );
  const id = v7();
  await em.insert(PyramidSettingsSchema, {
    ...values,
    id,
    regionId,
    validFrom,
    version: latest + 1,
    recordedAt: context.clock.now(),
    setById: who.professionalId,
    reason: input.reason.trim(),
  });
  return written(id);
}
