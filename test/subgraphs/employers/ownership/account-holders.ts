import type { Identity } from '../../../../runtime/identity.js';
import type { EmployersAlone } from '../employers-alone.js';
import type { Data } from '../../alone.js';

/** Account managers of one region, made for a test. */
export async function hire(
  graph: EmployersAlone,
  count: number,
  { regionId = 'rijnmond', prefix = 'extra', roles = ['ACCOUNT_MANAGER'], organisationId = 'org-uwv-rijnmond' } = {},
): Promise<Identity[]> {
  await graph.query(
    `insert into employers.professional (id, name, organisation_id, team_id, region_ids, roles, active, deputy_ids)
     select $1 || n, 'Medewerker ' || $1 || n, $4, null, array[$2], $3, true, '{}' from generate_series(1, $5::int) n`,
    [`${prefix}-`, regionId, roles, organisationId, count],
  );
  return Array.from({ length: count }, (_, n) => ({
    professionalId: `${prefix}-${n + 1}`,
    roles,
    organisationId,
    organisationKind: 'UWV',
    regionIds: [regionId],
    teamId: null,
  }));
}

/** Asks as somebody of `hire`; what it answers, without errors. */
export async function askAs(
  graph: EmployersAlone,
  identity: Identity,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const answer = await graph.subgraph.ask({ query, variables }, { identity, requestId: 'test' });
  if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** An employer of its own, with a main holder from a day on when there is one. */
export async function account(
  graph: EmployersAlone,
  { regionId = 'rijnmond', holderId = null as string | null, from = '2025-01-01', status = 'CUSTOMER' } = {},
): Promise<string> {
  const [row] = await graph.query(
    `insert into employers.employer (id, wbs_number, region_id, name, kind, relation_status, is_key_account, lwa, registered_at, version)
     values (gen_random_uuid(), 'WBS-T' || nextval('employers.wbs_number'), $1, 'Proef', 'DIRECT_EMPLOYER', $2, false, '{}', '2024-01-01', 1) returning id`,
    [regionId, status],
  );
  const id = row!.id as string;
  if (holderId)
    await graph.query(
      `insert into employers.account_holdership (id, employer_id, holder_id, region_id, is_main, valid_from, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, true, $4::date, $4::date + time '08:00')`,
      [id, holderId, regionId, from],
    );
  return id;
}

/** A contact moment of a day, recorded on that day. */
export const contact = (graph: EmployersAlone, employerId: string, byId: string, on: string): Promise<unknown> =>
  graph.query(
    `with moment as (
       insert into employers.contact_moment (id, employer_id, type_number, medium, subject, summary, occurred_on, recorded_at, registered_by_id, participant_ids, related_to_ids, version)
       values (gen_random_uuid(), $1, 3, 'PHONE', 'Onderwerp', 'Verslag', $2::date, $2::date + time '12:00', $3, '{}', '{}', 1) returning *
     )
     insert into employers.contact_moment_version (id, contact_moment_id, number, recorded_at, by_id, subject, summary, type_number, medium, occurred_on, participant_ids)
     select gen_random_uuid(), id, version, recorded_at, registered_by_id, subject, summary, type_number, medium, occurred_on, participant_ids from moment`,
    [employerId, on, byId],
  );

export const OUTCOME = `holdership { id isMain from until reason previousHolderContactedOn holder { id } }
  request { id status expiresOn note answeredBy { id } holdership { id } }
  decision { outcome currentHolder { id name } cutoffDate obligations }
  notices { code requirement } errors { code message path requirement }`;
