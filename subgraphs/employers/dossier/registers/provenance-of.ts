import { Freshness, SourceSystem, type FieldProvenance } from '../../../provenance.js';
import type { ChangedAt } from './changed-at.js';
import type { Employer } from '../employer.js';
import type { FieldChoice } from './field-choice.js';
import { inWords, isTold } from './in-words.js';
import { registerFields } from './register-values.js';
import { settle, type Choices, type Told } from './settle.js';

/** As the graph tells it, with the choice behind it. */
export interface ProvenanceOfField extends FieldProvenance {
  choice: FieldChoice | null;
  /** The chosen source says something else now than when it was chosen. */
  changed: boolean;
}

/** What we hold ourselves and no register feeds. */
const ownFields = ['wbsNumber', 'kind', 'relationStatus', 'sector', 'isKeyAccount', 'tier', 'lwa'] as const;

/**
 * The provenance of the fields asked for (all when none are named), without those that nobody tells.
 * @param changedAt when our own values were last changed; without it they are as old as the dossier
 */
export function provenanceOf(
  employer: Employer,
  told: Told[],
  choices: Choices,
  changedAt: ChangedAt,
  fields?: string[] | null,
): ProvenanceOfField[] {
  const asked = (field: string): boolean => !fields || fields.includes(field);
  const fed = registerFields.filter(asked).flatMap((field) => {
    const settled = settle(employer, told, field, choices);
    if (!settled) return [];
    const { value, recordId, ...rest } = settled;
    const isOurs = [SourceSystem.WBS, SourceSystem.MANUAL].includes(rest.source);
    const retrievedAt = (isOurs && changedAt.get(field)) || rest.retrievedAt;
    const changed = rest.choice !== null && rest.choice.value !== inWords(value);
    return [{ ...rest, field, sourceRecordId: recordId, retrievedAt, changed }];
  });
  // Without a dossier there is nothing of our own.
  const ours = employer.version ? ownFields.filter((field) => asked(field) && isTold(employer[field])) : [];
  return [
    ...fed,
    ...ours.map((field) => ({
      field,
      source: SourceSystem.WBS,
      sourceRecordId: employer.wbsNumber,
      retrievedAt: changedAt.get(field) ?? employer.registeredAt,
      staleAfter: null,
      freshness: Freshness.FRESH,
      conflicts: [],
      choice: null,
      changed: false,
    })),
  ];
}
