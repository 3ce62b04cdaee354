import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import { statusInDutch } from '../dossier/check-relation-status.js';
import type { RelationStatus } from '../dossier/employer.js';

/** Two things that cannot stand side by side in one dossier, and what a merge makes of them. */
export interface Clash {
  kind: string;
  message: string;
}

/** What a dossier says of the employer itself: of that the kept dossier has its own. */
interface Own {
  id: string;
  wbsNumber: string;
  kvkNumber: string | null;
  relationStatus: RelationStatus;
  /** By their Dutch name, empty where there is nothing. */
  fields: Record<string, string>;
}

async function ownOf(em: EntityManager, ids: string[]): Promise<Own[]> {
  return prepared<Own>(
    em,
    `select e.id, e.wbs_number as "wbsNumber", e.kvk_number as "kvkNumber", e.relation_status as "relationStatus", json_build_object(
       'keyaccount', case when e.is_key_account then 'ja' else '' end, 'type klant', coalesce(e.tier, ''), 'branche', coalesce(e.sector, ''),
       'landelijk adviseur', coalesce(l.name, ''), 'portefeuille', coalesce(p.name, ''), 'leerwerkakkoorden', array_to_string(e.lwa, ', '),
       'website', coalesce(e.manual_website, ''), 'aantal werkzame personen', coalesce(e.manual_headcount::text, ''),
       'bezoekadres', coalesce(concat_ws(' ', e.manual_visiting_address->>'street', e.manual_visiting_address->>'houseNumber', e.manual_visiting_address->>'city'), '')
     ) as fields
     from employer e left join professional l on l.id = e.national_liaison_id left join portfolio p on p.id = e.portfolio_id
     where e.id = any(?::uuid[]) order by e.wbs_number`,
    [ids],
  );
}

/** What the merged dossier says otherwise than the kept one, or what only it says: it stays behind. */
function notTakenOver(kept: Own, merged: Own): Clash[] {
  const stays = [
    ...(merged.kvkNumber && !kept.kvkNumber ? [`KvK-nummer (${merged.kvkNumber})`] : []),
    ...(merged.relationStatus === kept.relationStatus
      ? []
      : [`relatiestatus (${statusInDutch(merged.relationStatus)})`]),
    ...Object.entries(merged.fields).flatMap(([name, said]) =>
      said && said !== kept.fields[name] ? [`${name} (${said})`] : [],
    ),
  ];
  if (!stays.length) return [];
  const message = `Van ${merged.wbsNumber} gaat niet mee: ${stays.join(', ')}. Neem over wat klopt, of laat dat dossier blijven.`;
  return [{ kind: 'NOT_TAKEN_OVER', message }];
}

/** Numbers of two companies among the dossiers of one employer: either of the others against those before it. */
const otherNumbers = (all: Own[]): Clash[] =>
  all.flatMap((one, n) => {
    const other = all.slice(0, n).find(({ kvkNumber }) => kvkNumber && one.kvkNumber && kvkNumber !== one.kvkNumber);
    if (!other) return [];
    const message = `De dossiers hebben verschillende KvK-nummers (${other.kvkNumber} en ${one.kvkNumber}): ga na of het één werkgever is.`;
    return [{ kind: 'KVK_NUMBER', message }];
  });

/** How the employer decides is told by the newest record, whichever dossier it comes from. */
async function newerProcess(em: EntityManager, keepId: string, mergedIds: string[]): Promise<Clash[]> {
  const newer = await prepared<{ wbs: string }>(
    em,
    `select wbs from (
       select d.employer_id, e.wbs_number as wbs from decision_process d join employer e on e.id = d.employer_id
       where d.employer_id = any(?::uuid[]) or d.employer_id = ?::uuid order by d.at desc, d.id desc limit 1
     ) newest where employer_id <> ?::uuid and exists (select from decision_process where employer_id = ?::uuid)`,
    [mergedIds, keepId, keepId, keepId],
  );
  return newer.map(({ wbs }) => ({
    kind: 'DECISION_PROCESS',
    message: `Het besluitvormingsproces van ${wbs} is later vastgelegd en geldt voortaan; dat van het andere dossier blijft bewaard.`,
  }));
}

/** What a merge of these dossiers leaves for somebody to look at, one line each; before anything is moved. */
export async function findClashes(em: EntityManager, keepId: string, mergedIds: string[]): Promise<Clash[]> {
  const all = await ownOf(em, [keepId, ...mergedIds]);
  const kept = all.find(({ id }) => id === keepId)!;
  const merged = all.filter(({ id }) => id !== keepId);
  return [
    ...otherNumbers([kept, ...merged]),
    ...merged.flatMap((one) => notTakenOver(kept, one)),
    ...(await newerProcess(em, keepId, mergedIds)),
  ];
}
