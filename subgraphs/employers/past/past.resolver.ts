import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { DateTime } from '../../../schema/scalars.js';
import { pageSize } from '../../pages.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { auditTrail, type AuditLine } from './audit-trail.js';
import { EmployerSnapshot } from './employer-snapshot.js';
import { snapshotOf } from './snapshot-of.js';

@ObjectType({ description: 'Gewijzigd veld in het logboek.' })
export class AuditChange {
  @Field(() => String, { description: 'Veld.' }) field!: string;
  @Field(() => String, { nullable: true, description: 'Waarde ervoor; leeg als er nog geen was.' }) before!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Waarde erna.' }) after!: string | null;
}

@ObjectType({ description: 'Logboekregel: wie wat wanneer aan een gegeven veranderde.' })
export class AuditEntry {
  actorId!: string | null;
  @Field(() => DateTime, { description: 'Wanneer.' }) at!: Date;
  @Field(() => String, { description: 'Wat: insert of update.' }) action!: string;
  @Field(() => [AuditChange], { description: 'Wat er veranderde.' }) changes!: AuditChange[];
  @Field(() => String, { description: 'Kenmerk (hash) van deze regel, over alle eerdere heen.' }) hash!: string;
  @Field(() => Boolean, { description: 'Of in deze regel persoonsgegevens zijn gewist.' }) redacted!: boolean;
}

@ObjectType({ description: 'Logboek van één gegeven, en of het ongeschonden is.' })
export class AuditTrail {
  @Field(() => [AuditEntry], { description: 'De regels, nieuwste eerst.' }) entries!: AuditEntry[];
  @Field(() => Boolean, { description: 'Of geen regel is veranderd of weggelaten: elke hash volgt uit de vorige.' })
  intact!: boolean;
}

@Resolver(() => Employer)
export class EmployerPastResolver {
  @FieldResolver(() => EmployerSnapshot, {
    nullable: true,
    description: 'Het dossier zoals het op een tijdstip was, voor zover toen of later bekend.',
  })
  history(
    @Root() { id }: Employer,
    @Ctx() { em, clock }: EmployersContext,
    @Arg('asOf', () => DateTime, { description: 'Het tijdstip waarover het gaat.' }) asOf: Date,
    @Arg('knownAt', () => DateTime, {
      nullable: true,
      description: 'Zoals het op dit tijdstip bekend was; standaard nu.',
    })
    knownAt?: Date | null,
  ): Promise<EmployerSnapshot | null> {
    // The database tells the time of its own history: now is whatever it has written down.
    const known = knownAt ?? new Date(Math.max(clock.now().getTime(), Date.now()));
    if (asOf > known)
      throw new GraphQLError('Ongeldige waarde voor asOf: die ligt na knownAt.', {
        extensions: { code: 'BAD_USER_INPUT', argument: 'asOf' },
      });
    return snapshotOf(em, id, asOf, known);
  }

  @Query(() => AuditTrail, { description: 'Logboek van één gegeven: wie wat wanneer veranderde.' })
  auditTrail(
    @Ctx() { em }: EmployersContext,
    @Arg('subjectType', () => String, { description: 'Naam van het type, bijvoorbeeld Employer.' }) subjectType: string,
    @Arg('subjectId', () => ID, { description: 'Kenmerk.' }) subjectId: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Aantal: 1 tot en met 100.' }) first = 50,
  ): Promise<{ entries: AuditLine[]; intact: boolean }> {
    return auditTrail(em, subjectType, subjectId, pageSize(first));
  }
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Wie; leeg als het systeem het zelf deed.' })
  actor(
    @Root() { actorId }: AuditEntry,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return actorId ? professionalById.load(actorId) : null;
  }
}
