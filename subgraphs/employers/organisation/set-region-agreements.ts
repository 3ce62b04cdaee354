import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { inDutch } from '../../in-dutch.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../payload.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { proposeAgreements } from './propose-agreements.js';
import type { SetRegionAgreementsInput } from './region-agreements-input.js';
import { agreementsOn, RegionAgreements, RegionAgreementsSchema } from './region-agreements.js';
import { Region } from './region.js';

/** Further ahead no region decides: it is a mistyped year. */
const YEARS_AHEAD = 5;

/**
 * Sets the agreements of a region from a day on, as a further version: no decision of an earlier day, or asked again as
 * it was known, is altered by it.
 */
export async function setRegionAgreements(
  context: Pick<Context, 'clock' | 'identity'>,
  em: EntityManager,
  input: SetRegionAgreementsInput,
): Promise<Outcome> {
  const who = whoAsks(context);
  const { regionId, validFrom, expectedVersion } = input;
  if (!(await em.count(Region, { id: regionId })))
    return refused(userError('UNKNOWN_REGION', ['input', 'regionId'], 'Deze regio (regionId) bestaat niet.', 'R-012'));
  if (!who.regionIds.includes(regionId))
    return refused(
      userError(
        'OTHER_REGION',
        ['input', 'regionId'],
        'Een regio (regionId) stelt haar afspraken zelf vast; u werkt er niet.',
        'R-012',
      ),
    );
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`agreements ${regionId}`]);
  const versions = await em.find(RegionAgreements, { regionId }, { disableIdentityMap: true });
  const latest = Math.max(0, ...versions.map((v) => v.version));
  if (expectedVersion != null && expectedVersion !== latest) return refused(conflict(latest));
  const errors = lengthErrors(['input', 'reason'], 'De reden (reason)', input.reason, 10, 500);
  if (validFrom < context.clock.today())
    errors.push(
      userError(
        'VALID_FROM_IN_PAST',
        ['input', 'validFrom'],
        'De ingangsdatum (validFrom) ligt in het verleden: wat al is beslist, verandert niet.',
        'R-012',
      ),
    );
  if (validFrom > Temporal.PlainDate.from(context.clock.today()).add({ years: YEARS_AHEAD }).toString())
    errors.push(
      userError(
        'TOO_FAR',
        ['input', 'validFrom'],
        `De ingangsdatum (validFrom) is hoogstens ${YEARS_AHEAD} jaar vooruit.`,
        'R-012',
      ),
    );
  const before = agreementsOn(versions, validFrom);
  if (!before)
    return refused(
      userError(
        'NO_AGREEMENTS',
        ['input', 'regionId'],
        'Deze regio (regionId) heeft nog geen afspraken om te wijzigen.',
        'R-012',
      ),
    );
  const { values, errors: outOfBounds } = proposeAgreements(before, input);
  errors.push(...outOfBounds);
  if (errors.length) return refused(...errors);
  const id = v7();
  await em.insert(RegionAgreementsSchema, {
    id,
    regionId,
    ...values,
    validFrom,
    version: latest + 1,
    recordedAt: context.clock.now(),
    setById: who.professionalId,
    reason: input.reason.trim(),
  });
  return written(id, laterAgreed(versions, validFrom));
}

/** Tells that what was agreed for a later day still holds from then on: this change ends there. */
function laterAgreed(versions: RegionAgreements[], validFrom: string): RuleNotice[] {
  const next = versions
    .map((v) => v.validFrom)
    .filter((day) => day > validFrom)
    .sort()[0];
  const then = next ? agreementsOn(versions, next) : null;
  return then
    ? [
        {
          code: 'LATER_AGREEMENTS',
          message: `Vanaf ${inDutch(then.validFrom)} gelden de afspraken van versie ${then.version}, die al waren vastgelegd. Wijzig die ook als deze afspraken langer moeten gelden.`,
          requirement: 'R-012',
          severity: Severity.WARNING,
        },
      ]
    : [];
}
