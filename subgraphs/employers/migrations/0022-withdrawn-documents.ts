import { migration } from '../../migration.js';

/**
 * A document that was withdrawn, and an upload that was announced and never came: the row stays, the content goes. What
 * still has to be taken out of the store is what has no `content_removed_at`.
 */
export default migration(
  '0022-withdrawn-documents',
  `alter table attachment
    add column version int not null default 1,
    add column withdrawn_at timestamptz,
    add column withdrawn_by_id text references professional,
    add column withdrawn_because text,
    add column lapsed_at timestamptz,
    add column content_removed_at timestamptz,
    add check ((withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawn_because is null)),
    add check (withdrawn_at is null or uploaded_at is not null),
    add check (lapsed_at is null or uploaded_at is null),
    add check (content_removed_at is null or withdrawn_at is not null or lapsed_at is not null)`,
  'create index attachment_to_lapse on attachment (ticket_expires_at) where uploaded_at is null and lapsed_at is null',
  `create index attachment_to_clear on attachment (id)
    where content_removed_at is null and (withdrawn_at is not null or lapsed_at is not null)`,
);
