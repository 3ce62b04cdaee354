import type { Sql } from './filter-sql.js';

/** Employers that one exact thing may point at: a mail domain of a provider is that of many. */
const MOST = 1_000;

const DOMAIN = '((?:[a-z0-9-]+\\.)+[a-z]{2,})';
const SITE = new RegExp(`^(?:https?://)?(?:www\\.)?${DOMAIN}(?:[/?#:]\\S*)?$`, 'i');
const MAIL = new RegExp(`^\\S*@${DOMAIN}$`, 'i');

/** The ids that a question names by something exact, as a `select id, score`. */
type Pointed = Sql;

/** Numbers as people write them: with spaces, dots, slashes and hyphens between. */
function byNumber(text: string, inside: boolean): Pointed[] {
  const wbs = /^wbs[\s-]*(\d{1,9})$/i.exec(text)?.[1];
  if (wbs) return [{ sql: 'select id, 3 from employer where wbs_number = ?', values: [`WBS-${wbs.padStart(7, '0')}`] }];
  if (!/^[+(\d][\d\s./()-]*$/.test(text)) return [];
  const digits = text.replace(/\D/g, '');
  if (digits.length === 8) return [{ sql: 'select id, 3 from employer where kvk_number = ?', values: [digits] }];
  if (digits.length === 12 && !text.startsWith('+'))
    return [{ sql: 'select id, 3 from employer where establishment_number = ?', values: [digits] }];
  return inside && digits.length >= 9 && digits.length <= 15
    ? [
        {
          sql: "select employer_id, 2.5 from employer_key where kind = 'PHONE' and key = phone_key(?)",
          values: [digits],
        },
      ]
    : [];
}

function byDomain(text: string, inside: boolean): Pointed[] {
  const mail = MAIL.exec(text)?.[1]?.toLowerCase();
  const domain = mail ?? SITE.exec(text)?.[1]?.toLowerCase();
  if (!domain) return [];
  return [
    { sql: "select employer_id, 2 from employer_key where kind = 'WEBSITE' and key = ?", values: [domain] },
    ...(inside
      ? [
          {
            sql: `select employer_id, case when lower(email) = ? then 2.5 else 2 end from contact_person
              where active and lower(split_part(email, '@', 2)) = ?`,
            values: [text.toLowerCase(), domain],
          },
        ]
      : []),
  ];
}

/**
 * The employers that the whole question points at by something exact, as `(id, score, highlights)`: KvK number, establishment
 * number, number of the dossier or website; for who may look `inside`, also somebody's telephone number, mail address or the
 * domain of one. That goes before every word, and what points at a merged dossier gives the one in which it lives on.
 */
export const exactSql = (text: string, filter: Sql, inside: boolean): Sql[] =>
  [...byNumber(text, inside), ...byDomain(text, inside)].map(({ sql, values }) => ({
    sql: `(select e.id, pointed.score::float8, array[?] from (${sql}) as pointed(id, score)
      join employer e on e.id = kept_of(pointed.id) join employer_search s on s.employer_id = e.id
      where ${filter.sql} limit ${MOST})`,
    values: [text, ...values, ...filter.values],
  }));
