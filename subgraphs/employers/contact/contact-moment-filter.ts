import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { ContactCategory, ContactMedium, mediaOf } from './contact-medium.js';

@InputType({ description: 'Filter op contactmomenten; alles wat u invult moet gelden.' })
export class ContactMomentFilter {
  @Field(() => [Int], { nullable: true, description: 'Nummers van typen contactmoment.' }) types?: number[] | null;
  @Field(() => [ContactMedium], { nullable: true, description: 'Media.' }) media?: ContactMedium[] | null;
  @Field(() => [ID], { nullable: true, description: 'Geregistreerd door een van deze medewerkers.' })
  by?: string[] | null;
  @Field(() => LocalDate, { nullable: true, description: 'Vanaf deze dag.' }) from?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Tot en met deze dag.' }) to?: string | null;
  @Field(() => String, { nullable: true, description: 'Tekst in onderwerp of verslag.' }) text?: string | null;
  @Field(() => ContactCategory, { nullable: true, description: 'Kolom van het weekrapport.' })
  category?: ContactCategory | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Waar: alleen acquisitie (type 1) waarbij niet is vastgelegd dat WBS vooraf is geraadpleegd.',
  })
  withoutConsultation?: boolean | null;
}

/** The filter as SQL on the columns of `contact_moment`, with its parameters in order. What was merged is never listed. */
export function conditionOf(filter: ContactMomentFilter | null | undefined): { sql: string; values: unknown[] } {
  const parts: [string, unknown[]][] = [['merged_into_id is null', []]];
  const oneOf = (column: string, values: readonly unknown[] | null | undefined) => {
    if (values) parts.push(values.length ? [`${column} = any(?)`, [values]] : ['false', []]);
  };
  oneOf('type_number', filter?.types);
  oneOf('medium', filter?.media);
  oneOf('registered_by_id', filter?.by);
  if (filter?.category) oneOf('medium', mediaOf(filter.category));
  if (filter?.from) parts.push(['occurred_on >= ?', [filter.from]]);
  if (filter?.to) parts.push(['occurred_on <= ?', [filter.to]]);
  if (filter?.withoutConsultation) parts.push(['type_number = 1 and consultation_id is null', []]);
  const text = filter?.text?.trim();
  if (text) {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(['(subject ilike ? or summary ilike ?)', [like, like]]);
  }
  return {
    sql: parts.map(([sql]) => sql).join(' and '),
    values: parts.flatMap(([, values]) => values),
  };
}
