import { migration } from '../../migration.js';

/**
 * Lists by name are in the order of a reader, with capitals and accents put aside, so that 'van Dam' does not come
 * after 'Zwart'; and an employer is found by the mail address of somebody who works there.
 */
export default migration(
  '0019-names-in-order',
  'drop index employer_name',
  'drop index employer_region',
  'drop index employer_sector',
  'drop index employer_tier',
  'create index employer_name on employer (plain(name), id)',
  'create index employer_region on employer (region_id, plain(name), id)',
  'create index employer_sector on employer (sector, plain(name), id)',
  "create index employer_tier on employer ((coalesce(array_position(array['GOLD','SILVER','BRONZE','BASE'], tier), 9)), plain(name), id)",
  "create index contact_person_mail_domain on contact_person (lower(split_part(email, '@', 2))) where active",
);
