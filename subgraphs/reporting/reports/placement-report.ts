import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EntityManager } from '../../database.js';
import { Employer } from '../employer.js';
import { halfUp } from '../half-up.js';
import { Team } from '../team.js';
import type { Period } from './period.js';

export enum PlacementDimension {
  TARGET_GROUP = 'TARGET_GROUP',
  TEAM = 'TEAM',
  EMPLOYER = 'EMPLOYER',
}
registerEnumType(PlacementDimension, {
  name: 'PlacementDimension',
  description: 'Indeling van het plaatsingenrapport.',
  valuesConfig: {
    TARGET_GROUP: { description: 'Per doelgroep' },
    TEAM: { description: 'Per team waaraan de plaatsing toekomt; een gedeelde plaatsing telt bij elk team' },
    EMPLOYER: { description: 'Per werkgever' },
  },
});

@ObjectType({ description: 'Plaatsingenrapportregel: de plaatsingen van één doelgroep, team of werkgever.' })
export class PlacementReportRow {
  @Field(() => String, {
    description: 'Doelgroep, of het kenmerk van het team of de werkgever; NONE als de plaatsing aan geen team toekomt.',
  })
  key!: string;
  @Field(() => Team, { nullable: true, description: 'Het team, bij een indeling per team.' }) team!: Team | null;
  @Field(() => Employer, { nullable: true, description: 'De werkgever, bij een indeling per werkgever.' })
  employer!: Employer | null;
  @Field(() => Int, { description: 'Aantal plaatsingen.' }) placements!: number;
  @Field(() => Int, { description: 'Daarvan duurzaam.' }) sustainable!: number;
  @Field(() => Int, {
    description:
      'Deel van alle plaatsingen in de periode in hele procenten (een half naar boven). Door gedeelde plaatsingen kunnen teams samen boven 100 komen.',
  })
  sharePercent!: number;
}

const KEY: Record<PlacementDimension, string> = {
  TARGET_GROUP: `array[payload->>'targetGroup']`,
  // As known then: for the dossier that it was merged into.
  EMPLOYER: 'array[counts_for(employer_id, ?)]',
  TEAM: `case when team_ids = '{}' then array['NONE'] else team_ids end`,
};

/** Placements in a period, most first; each share is of the placements counted once. */
export async function placementReport(
  em: EntityManager,
  { from, to, teamId, knownAt }: Period,
  by: PlacementDimension,
): Promise<PlacementReportRow[]> {
  const rows = await em.execute<{ key: string; placements: number; sustainable: number; total: number }[]>(
    `with placed as (
       select * from fact where kind = 'placement.registered' and occurred_on between ? and ?
         and (?::text is null or ? = any(team_ids)) and known_at <= ?
     )
     select key, count(*)::int as placements, (count(*) filter (where (payload->>'sustainable')::boolean))::int as sustainable,
       (select count(*) from placed)::int as total
     from placed cross join lateral unnest(${KEY[by]}) as key
     group by key order by 2 desc, key`,
    [from, to, teamId, teamId, knownAt, ...(by === PlacementDimension.EMPLOYER ? [knownAt] : [])],
  );
  return rows.map(({ key, placements, sustainable, total }) => ({
    key,
    team: by === PlacementDimension.TEAM && key !== 'NONE' ? { id: key } : null,
    employer: by === PlacementDimension.EMPLOYER ? { id: key } : null,
    placements,
    sustainable,
    sharePercent: halfUp(100 * placements, total),
  }));
}
