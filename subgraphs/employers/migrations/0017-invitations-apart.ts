import { migration } from '../../migration.js';

/**
 * An invitation bears one address: the people of an employer do not see each other's. Of one that still waited for
 * several the first is asked; those that went out stay as they were.
 */
export default migration(
  '0017-invitations-apart',
  `update mail set recipient_ids = recipient_ids[1:1]
    where kind = 'NPS_INVITATION' and settled_at is null and cardinality(recipient_ids) > 1`,
  `alter table mail add constraint invitations_go_apart
    check (kind <> 'NPS_INVITATION' or cardinality(recipient_ids) = 1) not valid`,
);
