import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { whoAsks, type Context } from '../../context.js';
import { refused, written, type Outcome } from '../../payload.js';
import { conflict, lengthErrors, userError } from '../../user-error.js';
import { write } from '../../write.js';
import { lockedEmployer } from '../dossier/locked-employer.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';
import { OrgUnit, OrgUnitSchema } from './org-unit.js';
import type { OrgUnitInput } from './structure-inputs.js';

/** Adds a department to an employer, or changes one. None is deleted: one that went becomes inactive. */
export async function saveOrgUnit(context: Context, input: OrgUnitInput): Promise<Outcome> {
  const { id, employerId, expectedVersion } = input;
  const errors = [
    ...lengthErrors(['input', 'name'], 'De naam', input.name, 2, 200),
    ...lengthErrors(['input', 'level'], 'Het niveau', input.level, 0, 100),
    ...lengthErrors(['input', 'notes'], 'De toelichting', input.notes, 0, 2000),
  ];
  if (errors.length) return refused(...errors);
  const name = input.name.trim();
  return write(context, 'saveOrgUnit', input, async (em) => {
    if (!isUuid(employerId) || !(await lockedEmployer(em, employerId)))
      return refused(userError('UNKNOWN_EMPLOYER', ['input', 'employerId'], 'Deze werkgever heeft geen dossier.'));
    const taken = async (): Promise<boolean> =>
      (await em.find(OrgUnit, { employerId, active: true })).some(
        (one) => one.id !== id && one.name.localeCompare(name, 'nl', { sensitivity: 'base' }) === 0,
      );
    const exists = userError(
      'ORG_UNIT_EXISTS',
      ['input', 'name'],
      'Deze werkgever heeft al een afdeling met deze naam (name).',
      'R-027',
    );
    const about = {
      employerId,
      kind: TimelineKind.DOSSIER,
      subjectType: 'OrgUnit',
      actorId: whoAsks(context).professionalId,
    };
    if (!id) {
      if (await taken()) return refused(exists);
      const made = randomUUID();
      const { level = null, notes = null, active } = input;
      await em.insert(OrgUnitSchema, { id: made, employerId, name, level, notes, active: active ?? true, version: 1 });
      await putOnTimeline(em, context.clock, { ...about, subjectId: made, title: `Afdeling ${name} toegevoegd.` });
      return written(made);
    }
    await em.execute('select id from org_unit where id::text = ? for update', [id]);
    const unit = isUuid(id) ? await em.findOne(OrgUnit, { id }) : null;
    if (!unit || unit.employerId !== employerId)
      return refused(
        userError('UNKNOWN_ORG_UNIT', ['input', 'id'], 'Deze afdeling hoort niet bij deze werkgever.', 'R-027'),
      );
    if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== unit.version)
      return refused(conflict(unit.version));
    if (name !== unit.name && (await taken())) return refused(exists);
    em.assign(unit, {
      name,
      ...(input.level === undefined ? {} : { level: input.level }),
      ...(input.notes === undefined ? {} : { notes: input.notes }),
      ...(typeof input.active === 'boolean' ? { active: input.active } : {}),
    });
    await em.flush();
    await putOnTimeline(em, context.clock, { ...about, subjectId: id, title: `Afdeling ${name} gewijzigd.` });
    return written(id);
  });
}
