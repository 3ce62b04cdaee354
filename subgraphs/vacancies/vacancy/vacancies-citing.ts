import DataLoader from 'dataloader';
import { validate as isUuid } from 'uuid';
import type { EntityManager } from '../../database.js';
import { prepared } from '../../prepared.js';
import type { Vacancy } from './vacancy.js';

/** The vacancies that came from a work agreement, or have it as covenant of their work profile, the newest first. */
export const vacanciesCiting = (
  em: EntityManager,
  vacancyById: DataLoader<string, Vacancy | null>,
): DataLoader<string, Vacancy[]> =>
  new DataLoader(async (agreementIds) => {
    const possible = agreementIds.filter((id) => isUuid(id));
    const rows = await prepared<{ id: string }>(
      em,
      `select id from vacancy where agreement_id = any(?::uuid[]) or covenant_id = any(?::uuid[])
       order by opened_on desc, id`,
      [possible, possible],
    );
    const lists = new Map<string, Vacancy[]>(agreementIds.map((id) => [id, []]));
    for (const vacancy of await Promise.all(rows.map(({ id }) => vacancyById.load(id))))
      for (const cited of new Set([vacancy?.agreementId, vacancy?.covenantId]))
        if (vacancy && cited) lists.get(cited)?.push(vacancy);
    return agreementIds.map((id) => lists.get(id)!);
  });
