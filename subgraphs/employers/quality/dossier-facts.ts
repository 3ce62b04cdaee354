import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';

/** What the quality of a dossier is judged by, as it stands on a day. */
export interface DossierFacts {
  isKeyAccount: boolean;
  hasAddress: boolean;
  hasPhone: boolean;
  contactPersons: number;
  /** Of those, confirmed within a year. */
  confirmedPersons: number;
  /** A KvK number, or the country of an employer abroad or without one. */
  hasNumber: boolean;
  hasSector: boolean;
  mainHolders: number;
  /** All holders: the team of a key account is more than one. */
  holders: number;
  /** The plan's characteristics are described, on two rows at least. */
  hasProfile: boolean;
  decisionMakers: number;
  hasDecisionProcess: boolean;
  runningPlan: boolean;
  /** Agreements that ended without a written evaluation, by title. */
  unevaluated: string[];
}

const inForce = (today: string): string =>
  `valid_from <= ${today} and (valid_until is null or valid_until >= ${today})`;

/** A place and how to find it there: abroad it may have no postcode, and the number may stand in the street. */
const isAddress = (address: string): string =>
  `(coalesce(${address}->>'city', '') <> '' and coalesce(${address}->>'street', ${address}->>'postcode', '') <> '')`;

async function factsOf(em: EntityManager, ids: readonly string[], today: string): Promise<Map<string, DossierFacts>> {
  const rows = await prepared<DossierFacts & { id: string }>(
    em,
    `select e.id, e.is_key_account as "isKeyAccount",
       (${isAddress('e.manual_visiting_address')} or exists (select from register_record r where r.employer_id = e.id and ${isAddress("r.values->'visitingAddress'")})) as "hasAddress",
       exists (select from contact_person c where c.employer_id = e.id and c.active and c.phone <> '') as "hasPhone",
       (select count(*)::int from contact_person c where c.employer_id = e.id and c.active) as "contactPersons",
       (select count(*)::int from contact_person c where c.employer_id = e.id and c.active and c.confirmed_on > on_day.today - interval '1 year') as "confirmedPersons",
       (e.kvk_number is not null or e.foreign_country is not null) as "hasNumber",
       coalesce(e.sector, '') <> '' as "hasSector",
       (select count(*)::int from account_holdership h where h.employer_id = e.id and h.is_main and ${inForce('on_day.today')}) as "mainHolders",
       (select count(distinct holder_id)::int from account_holdership h where h.employer_id = e.id and ${inForce('on_day.today')}) as holders,
       exists (select from account_plan p where p.employer_id = e.id and (
         select count(*) from jsonb_each(p.answers) a where a.key in ('turnover', 'companySize', 'productsAndServices', 'peopleWorkingIn', 'products', 'visionAndStrategy')
           and coalesce(a.value->>'value', '') <> '') >= 2) as "hasProfile",
       (select count(*)::int from contact_person c where c.employer_id = e.id and c.active and c.dmu_role is not null) as "decisionMakers",
       exists (select from decision_process d where d.employer_id = e.id) as "hasDecisionProcess",
       exists (select from account_plan p where p.employer_id = e.id and p.status in ('ACTIVE', 'UNDER_REVIEW')) as "runningPlan",
       array(select w.title from work_agreement w where w.employer_id = e.id and w.valid_until < on_day.today and w.evaluation is null
         and w.kind <> 'ACCOUNT_PLAN' order by w.valid_until, w.id) as unevaluated
     from employer e cross join (select ?::date as today) on_day where e.id = any(?::uuid[])`,
    [today, [...ids]],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Of all dossiers that one tick asks for, in one statement; null for an employer without a dossier. */
export const dossierFactsLoader = (em: EntityManager, today: () => string): DataLoader<string, DossierFacts | null> =>
  new DataLoader(async (ids) => {
    const found = await factsOf(em, ids, today());
    return ids.map((id) => found.get(id) ?? null);
  });

/** Of one dossier, within the transaction of `em`. */
export const dossierFactsOf = async (em: EntityManager, id: string, today: string): Promise<DossierFacts> =>
  (await factsOf(em, [id], today)).get(id)!;
