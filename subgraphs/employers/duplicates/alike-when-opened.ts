import type { EntityManager } from '../../database.js';
import { Severity, type RuleNotice } from '../../payload.js';
import { read } from '../../read.js';
import { Employer } from '../dossier/employer.js';
import { EmployerOrder } from '../search/employer-order.js';
import { pageOfEmployers } from '../search/page-of-employers.js';
import { duplicatesOf, likenessesOf } from './find-duplicates.js';

/** From this score on somebody who opens a dossier is told of another: the same name and no more is enough. */
const ALIKE = 0.65;
/** Dossiers whose name sounds like it that are compared. */
const MOST_COMPARED = 10;
const MOST_TOLD = 3;

/**
 * Who opens a dossier is told of those that may be of the same employer: nobody but they can see now whether it is.
 * Without a KvK number there is nothing that must be its own, so names are compared too, with a typing error between them.
 */
export async function alikeWhenOpened(
  em: EntityManager,
  { id, name, kvkNumber }: Pick<Employer, 'id' | 'name' | 'kvkNumber'>,
  today: string,
): Promise<RuleNotice[]> {
  const found = new Map((await duplicatesOf(em, [id], ALIKE)).map((pair) => [pair.secondId, pair]));
  if (!kvkNumber) {
    const { edges } = await pageOfEmployers(
      em,
      { text: name, inside: false, today },
      { first: MOST_COMPARED, orderBy: EmployerOrder.RELEVANCE },
    );
    const others = edges.map(({ node }) => node.employer.id).filter((one) => one !== id && !found.has(one));
    for (const pair of await likenessesOf(em, id, others, ALIKE)) found.set(pair.secondId, pair);
  }
  const likeliest = [...found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_TOLD);
  const dossiers = likeliest.length ? await read(em, Employer, { id: likeliest.map(({ secondId }) => secondId) }) : [];
  return likeliest.map(({ secondId, because }) => {
    const { wbsNumber, name: tradeName } = dossiers.find((one) => one.id === secondId)!;
    return {
      code: 'POSSIBLE_DUPLICATE',
      message: `Er is al een dossier dat hierop lijkt: ${wbsNumber} (${tradeName}). ${because.join(' ')} Is het dezelfde werkgever, voeg de dossiers dan samen.`,
      requirement: 'R-043',
      severity: Severity.WARNING,
    };
  });
}
