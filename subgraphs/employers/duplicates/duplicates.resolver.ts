import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { pageSize } from '../../pages.js';
import { RuleNotice, UserError } from '../../payload.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { EmployerMerge } from './employer-merge.js';
import { duplicatePairs, duplicatesOf } from './find-duplicates.js';
import { mergeEmployers, tryMerge } from './merge-employers.js';
import { MergeEmployersInput } from './merge-employers-input.js';

/** From this score on a pair is shown when nobody asks otherwise. */
const USUAL = 0.8;

@ObjectType({ description: 'Mogelijke dubbele: een ander dossier dat over dezelfde werkgever kan gaan.' })
export class DuplicateCandidate {
  secondId!: string;
  @Field(() => Float, { description: 'Hoe waarschijnlijk het dezelfde werkgever is: 0 tot en met 1.' }) score!: number;
  @Field(() => [String], { description: 'Waarom.' }) because!: string[];
}

@ObjectType({ description: 'Mogelijk dubbel paar: twee dossiers die over dezelfde werkgever kunnen gaan.' })
export class DuplicatePair {
  firstId!: string;
  secondId!: string;
  @Field(() => Float, { description: 'Hoe waarschijnlijk het dezelfde werkgever is: 0 tot en met 1.' }) score!: number;
  @Field(() => [String], { description: 'Waarom.' }) because!: string[];
}

@ObjectType({ description: 'Wat bij samenvoegen verhuist, per soort.' })
export class MergeMove {
  @Field(() => String, { description: 'Soort gegevens.' }) kind!: string;
  @Field(() => Int, { description: 'Aantal.' }) count!: number;
}

@ObjectType({ description: 'Wat bij samenvoegen botst, en wat ervan wordt.' })
export class MergeClash {
  @Field(() => String, { description: 'Vaste code van wat er botst.' }) kind!: string;
  @Field(() => String, { description: 'Wat er botst en wat ervan wordt.' }) message!: string;
}

@ObjectType({ description: 'Uitkomst van samenvoegen.' })
export class MergeEmployersPayload {
  @Field(() => Employer, { nullable: true, description: 'Het dossier dat blijft; leeg als het is geweigerd.' })
  employer?: Employer | null;
  @Field(() => Boolean, { description: 'Of dit een proef was: er is dan niets vastgelegd.' }) dryRun!: boolean;
  @Field(() => [MergeMove], { description: 'Wat er verhuist, per soort.' }) moved!: MergeMove[];
  @Field(() => [MergeClash], { description: 'Wat er botst.' }) clashes!: MergeClash[];
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

function likely(minScore: number): number {
  if (minScore >= 0.1 && minScore <= 1) return minScore;
  throw new GraphQLError('Ongeldige waarde voor minScore: kies 0,1 tot en met 1.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'minScore' },
  });
}

const loaders = new WeakMap<EmployersContext, DataLoader<string, DuplicateCandidate[]>>();

/** The candidates of all employers that one tick asks for, in two statements. */
function candidatesOf(context: EmployersContext): DataLoader<string, DuplicateCandidate[]> {
  const known = loaders.get(context);
  if (known) return known;
  const made = new DataLoader<string, DuplicateCandidate[]>(async (ids) => {
    const pairs = await duplicatesOf(context.em, [...ids], 0.5);
    return ids.map((id) => pairs.filter(({ firstId }) => firstId === id));
  });
  loaders.set(context, made);
  return made;
}

@Resolver(() => Employer)
export class EmployerDuplicatesResolver {
  @FieldResolver(() => [DuplicateCandidate], {
    description: 'Dossiers die over dezelfde werkgever kunnen gaan, waarschijnlijkste eerst, met de redenen.',
  })
  duplicates(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<DuplicateCandidate[]> {
    return candidatesOf(context).load(id);
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'Het dossier waarin dit is opgegaan; leeg als het niet is samengevoegd.',
  })
  mergedInto(
    @Root() { mergedIntoId }: Employer,
    @Ctx() { employerById }: EmployersContext,
  ): Promise<Employer | null> | null {
    return mergedIntoId ? employerById.load(mergedIntoId) : null;
  }

  @Query(() => [DuplicatePair], {
    description: 'Paren van dossiers die over dezelfde werkgever kunnen gaan, waarschijnlijkste eerst.',
  })
  duplicateEmployers(
    @Ctx() { em }: EmployersContext,
    @Arg('regionId', () => ID, { nullable: true, description: 'Alleen paren met een dossier van deze regio.' })
    regionId?: string | null,
    @Arg('minScore', () => Float, { defaultValue: USUAL, description: 'Laagste score: 0,1 tot en met 1.' })
    minScore = USUAL,
    @Arg('first', () => Int, { defaultValue: 25, description: 'Aantal: 1 tot en met 100.' }) first = 25,
  ): Promise<DuplicatePair[]> {
    return duplicatePairs(em, regionId ?? null, likely(minScore), pageSize(first));
  }

  @Mutation(() => MergeEmployersPayload, {
    description:
      'Voegt dossiers van één werkgever samen. Zonder dryRun: false laat het alleen zien wat er zou gebeuren.',
  })
  async mergeEmployers(
    @Arg('input', () => MergeEmployersInput, { description: 'De dossiers.' }) input: MergeEmployersInput,
    @Ctx() context: EmployersContext,
  ): Promise<MergeEmployersPayload> {
    if (input.dryRun) {
      const { report, errors } = await tryMerge(context, input);
      const employer = errors.length ? null : await context.employerById.load(input.keepId);
      return { employer, dryRun: true, ...report, notices: [], errors };
    }
    const { id, notices, errors } = await mergeEmployers(context, input);
    if (!id) return { employer: null, dryRun: false, moved: [], clashes: [], notices, errors };
    const { report } = await context.em.fork().findOneOrFail(EmployerMerge, { id });
    const employer = await context.employerById.clear(input.keepId).load(input.keepId);
    return { employer, dryRun: false, ...report, notices, errors };
  }
}

@Resolver(() => DuplicateCandidate)
export class DuplicateCandidateResolver {
  @FieldResolver(() => Employer, { description: 'Het andere dossier.' })
  employer(
    @Root() { secondId }: DuplicateCandidate,
    @Ctx() { employerById }: EmployersContext,
  ): Promise<Employer | null> {
    return employerById.load(secondId);
  }
}

@Resolver(() => DuplicatePair)
export class DuplicatePairResolver {
  @FieldResolver(() => Employer, { description: 'Het ene dossier.' })
  first(@Root() { firstId }: DuplicatePair, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> {
    return employerById.load(firstId);
  }

  @FieldResolver(() => Employer, { description: 'Het andere dossier.' })
  second(@Root() { secondId }: DuplicatePair, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> {
    return employerById.load(secondId);
  }
}
