import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PageInfo, type Page } from '../../pages.js';
import { Employer } from '../dossier/employer.js';
import type { Sought } from './page-of-employers.js';

@ObjectType({ description: 'Regel in een lijst van werkgevers.' })
export class EmployerEdge {
  @Field(() => String, { description: 'Plaats in de lijst.' }) cursor!: string;
  @Field(() => Employer, { description: 'De werkgever.' }) node!: Employer;
  @Field(() => Float, {
    nullable: true,
    description: 'Hoe goed het past; hoger is beter. Leeg als u geen tekst zocht.',
  })
  score?: number | null;
  @Field(() => [String], {
    description: 'De woorden waarop is gevonden; en, is het op de naam van een samengevoegd dossier, welk dossier.',
  })
  highlights!: string[];
}

@ObjectType({ description: 'Lijst van werkgevers, bladzijde voor bladzijde.' })
export class EmployerConnection {
  @Field(() => [EmployerEdge], { description: 'De regels.' }) edges!: EmployerEdge[];
  @Field(() => PageInfo, { description: 'Waar de bladzijde staat.' }) pageInfo!: PageInfo;
  @Field(() => Int, {
    description: 'Aantal in de hele lijst; er worden er hoogstens ongeveer 1.000 geteld.',
  })
  totalCount!: number;
  /** What the list was made of, so that it can be counted again by feature. */
  sought!: Sought;
}

/** A page of employers that were not searched by words, as a list that can be counted by feature. */
export const connectionOf = (paged: Page<Employer>, sought: Sought): EmployerConnection => ({
  ...paged,
  edges: paged.edges.map((edge) => ({ ...edge, score: null, highlights: [] })),
  sought,
});
