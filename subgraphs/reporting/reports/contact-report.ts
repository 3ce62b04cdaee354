import { Field, Int, ObjectType } from 'type-graphql';
import type { EntityManager } from '../../database.js';
import { CONTACT, standing } from '../facts/contact-facts.js';
import type { Period } from './period.js';

@ObjectType({ description: 'Contactrapportregel: de contactmomenten van één type.' })
export class ContactReportRow {
  @Field(() => Int, { description: 'Nummer van het contacttype.' }) typeNumber!: number;
  @Field(() => Int, { description: 'Alle contactmomenten van dit type.' }) count!: number;
  @Field(() => Int, { description: 'Daarvan werkbezoek: bedrijfsbezoek en beeldbellen.' }) visits!: number;
  @Field(() => Int, { description: 'Daarvan overig: telefoon, mail, sociale media en evenement.' }) other!: number;
  @Field(() => Int, { description: 'Daarvan langs een weg die in geen van beide kolommen hoort.' })
  uncategorised!: number;
  @Field(() => Int, { description: 'Hoe vaak er een klanttevredenheidsonderzoek op volgde.' }) npsInvited!: number;
}

/** Contact moments in a period by type, those that occurred, on number; as corrected, and merged ones as one. */
export const contactReport = (em: EntityManager, { from, to, teamId, knownAt }: Period): Promise<ContactReportRow[]> =>
  em.execute<ContactReportRow[]>(
    `select (payload->>'typeNumber')::int as "typeNumber", count(*)::int as count,
       count(*) filter (where payload->>'category' = 'VISIT')::int as visits,
       count(*) filter (where payload->>'category' = 'OTHER')::int as other,
       count(*) filter (where payload->>'category' = 'UNCATEGORISED')::int as uncategorised,
       count(payload->>'npsSurveyId')::int as "npsInvited"
     from fact told
     where kind in ${CONTACT} and occurred_on between ? and ?
       and (?::text is null or ? = any(team_ids)) and known_at <= ? and ${standing('?')}
     group by 1 order by 1`,
    [from, to, teamId, teamId, knownAt, knownAt],
  );
