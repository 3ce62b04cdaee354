import DataLoader from 'dataloader';
import type { EntityManager } from '../../../database.js';
import { prepared } from '../../../prepared.js';
import { read } from '../../../read.js';
import { ContactMomentVersion } from './contact-moment-version.js';

/** The texts of a contact moment and of all that was merged into it, oldest first, for all asked for in one tick. */
export const versionsOfMoment = (em: EntityManager): DataLoader<string, ContactMomentVersion[]> =>
  new DataLoader(async (momentIds) => {
    const found = await prepared<{ root: string; id: string }>(
      em,
      `with recursive family as (
         select id as root, id from contact_moment where id = any(?::uuid[])
         union all
         select family.root, merged.id from family join contact_moment merged on merged.merged_into_id = family.id
       )
       select family.root, version.id from family join contact_moment_version version on version.contact_moment_id = family.id
       order by version.recorded_at, version.id`,
      [momentIds],
    );
    const versions = found.length ? await read(em, ContactMomentVersion, { id: found.map(({ id }) => id) }) : [];
    const byId = new Map(versions.map((version) => [version.id, version]));
    const lists = new Map<string, ContactMomentVersion[]>(momentIds.map((id) => [id, []]));
    for (const { root, id } of found) lists.get(root)!.push(byId.get(id)!);
    return momentIds.map((id) => lists.get(id)!);
  });
