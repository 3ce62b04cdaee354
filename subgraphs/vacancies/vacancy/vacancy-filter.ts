import { Field, ID, InputType, Int } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { LocalDate } from '../../../schema/scalars.js';
import { allOf, type Condition } from '../page-ids.js';
import { VacancyKind, VacancyStatus } from './vacancy-enums.js';

@InputType({ description: 'Filter op vacatures: alle genoemde eisen gelden samen.' })
export class VacancyFilter {
  @Field(() => [VacancyStatus], { nullable: true, description: 'Een van deze statussen.' })
  status?: VacancyStatus[] | null;
  @Field(() => [ID], { nullable: true, description: 'Een van deze regio’s.' }) regionIds?: string[] | null;
  @Field(() => [VacancyKind], { nullable: true, description: 'Een van deze soorten.' }) kinds?: VacancyKind[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Een van deze beroepen; een code van 4 cijfers is de hele groep.',
  })
  occupationCodes?: string[] | null;
  @Field(() => [Int], { nullable: true, description: 'Vraagt een van deze competenties.' })
  competenceCodes?: number[] | null;
  @Field(() => ID, { nullable: true, description: 'Vacature-eigenaar.' }) ownerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Werkgever.' }) employerId?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Sluit voor deze datum.' }) expiringBefore?: string | null;
}

const nothing: Condition = { sql: 'false', values: [] };

/** The words and the filter as one condition on the table `vacancy`. */
export function vacanciesThat(text: string | null | undefined, filter: VacancyFilter | null | undefined): Condition {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  const words = text?.trim();
  if (words) add("search @@ websearch_to_tsquery('dutch', ?) or number = upper(?)", words, words);
  if (filter?.status) add('status = any(?::text[])', filter.status);
  if (filter?.regionIds) add('region_id = any(?::text[])', filter.regionIds);
  if (filter?.kinds) add('kind = any(?::text[])', filter.kinds);
  if (filter?.occupationCodes) {
    const codes = filter.occupationCodes;
    add('occupation_code = any(?::text[]) or occupation_group = any(?::text[])', codes, codes);
  }
  if (filter?.competenceCodes) add('competence_codes && ?::int[]', filter.competenceCodes);
  if (filter?.ownerId) add('owner_id = ?', filter.ownerId);
  if (filter?.employerId && !isUuid(filter.employerId)) return nothing;
  if (filter?.employerId) add('employer_id = ?::uuid', filter.employerId);
  if (filter?.expiringBefore) add('closes_on < ?::date', filter.expiringBefore);
  return allOf(conditions);
}
