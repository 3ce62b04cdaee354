import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { RuleNotice, UserError } from '../../payload.js';
import type { EmployersContext } from '../context.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { Employer } from '../dossier/employer.js';
import { EmployerPayload } from '../dossier/employer-writes.resolver.js';
import { Professional } from '../organisation/professional.js';
import { EmployerRelation, RelationDirection } from './employer-relation.js';
import { OrgUnit } from './org-unit.js';
import { endEmployerRelation, relateEmployers } from './relate-employers.js';
import { saveOrgUnit } from './save-org-unit.js';
import { setDecisionProcess } from './set-decision-process.js';
import { setNationalLiaison } from './set-national-liaison.js';
import {
  DecisionProcessInput,
  EndEmployerRelationInput,
  NationalLiaisonInput,
  OrgUnitInput,
  RelateEmployersInput,
} from './structure-inputs.js';

@ObjectType({ description: 'DMU (Decision Making Unit): wie bij de werkgever meebeslist, en hoe er wordt besloten.' })
export class DecisionMakingUnit {
  @Field(() => [ContactPerson], { description: 'Contactpersonen met een rol in de DMU.' }) members!: ContactPerson[];
  @Field(() => String, { nullable: true, description: 'Besluitvormingsproces.' }) process!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Dag waarop het proces voor het laatst is bevestigd.' })
  lastConfirmedAt!: string | null;
}

@ObjectType({ description: 'Uitkomst voor een afdeling.' })
export class OrgUnitPayload {
  @Field(() => OrgUnit, { nullable: true, description: 'De afdeling; leeg als er niets is vastgelegd.' })
  orgUnit?: OrgUnit | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor een relatie tussen werkgevers.' })
export class EmployerRelationPayload {
  @Field(() => EmployerRelation, { nullable: true, description: 'De relatie; leeg als er niets is vastgelegd.' })
  relation?: EmployerRelation | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver(() => Employer)
export class EmployerStructureResolver {
  @FieldResolver(() => [OrgUnit], { description: 'Afdelingen die er nog zijn.' })
  async orgUnits(@Root() { id }: Employer, @Ctx() { orgUnitsOf }: EmployersContext): Promise<OrgUnit[]> {
    return (await orgUnitsOf.load(id)).filter(({ active }) => active);
  }

  @FieldResolver(() => [EmployerRelation], { description: 'Relaties met andere werkgevers, van beide kanten.' })
  relatedEmployers(@Root() { id }: Employer, @Ctx() { relationsOf }: EmployersContext): Promise<EmployerRelation[]> {
    return relationsOf.load(id);
  }

  @FieldResolver(() => DecisionMakingUnit, { description: 'DMU en besluitvormingsproces.' })
  async decisionMakingUnit(
    @Root() { id }: Employer,
    @Ctx() { contactPersonsOf, decisionProcessesOf }: EmployersContext,
  ): Promise<DecisionMakingUnit> {
    const [people, processes] = await Promise.all([contactPersonsOf.load(id), decisionProcessesOf.load(id)]);
    const newest = processes.at(-1);
    return {
      members: people.filter(({ active, dmuRole }) => active && dmuRole),
      process: newest?.process ?? null,
      lastConfirmedAt: newest?.confirmedOn ?? null,
    };
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Landelijk adviseur van het Schakelpunt, bij een keyaccount.',
  })
  nationalLiaison(
    @Root() { nationalLiaisonId }: Employer,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return nationalLiaisonId ? professionalById.load(nationalLiaisonId) : null;
  }

  @Mutation(() => OrgUnitPayload, { description: 'Voegt een afdeling toe of wijzigt die.' })
  async saveOrgUnit(
    @Arg('input', () => OrgUnitInput, { description: 'De afdeling.' }) input: OrgUnitInput,
    @Ctx() context: EmployersContext,
  ): Promise<OrgUnitPayload> {
    const { id, notices, errors } = await saveOrgUnit(context, input);
    return { orgUnit: id ? await context.orgUnitById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => EmployerRelationPayload, { description: 'Legt een relatie tussen twee werkgevers vast.' })
  async relateEmployers(
    @Arg('input', () => RelateEmployersInput, { description: 'De relatie.' }) input: RelateEmployersInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerRelationPayload> {
    const { id, notices, errors } = await relateEmployers(context, input);
    return { relation: id ? await context.relationById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => EmployerRelationPayload, { description: 'Beëindigt een relatie tussen twee werkgevers.' })
  async endEmployerRelation(
    @Arg('input', () => EndEmployerRelationInput, { description: 'De relatie.' }) input: EndEmployerRelationInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerRelationPayload> {
    const { id, notices, errors } = await endEmployerRelation(context, input);
    return { relation: id ? await context.relationById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => EmployerPayload, { description: 'Legt vast of bevestigt hoe de werkgever beslist.' })
  async setDecisionProcess(
    @Arg('input', () => DecisionProcessInput, { description: 'Het besluitvormingsproces.' })
    input: DecisionProcessInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerPayload> {
    const { id, notices, errors } = await setDecisionProcess(context, input);
    return { employer: id ? await context.employerById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => EmployerPayload, { description: 'Legt de landelijk adviseur van een keyaccount vast.' })
  async setNationalLiaison(
    @Arg('input', () => NationalLiaisonInput, { description: 'De landelijk adviseur.' }) input: NationalLiaisonInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerPayload> {
    const { id, notices, errors } = await setNationalLiaison(context, input);
    return { employer: id ? await context.employerById.clear(id).load(id) : null, notices, errors };
  }
}

@Resolver(() => OrgUnit)
export class OrgUnitResolver {
  @FieldResolver(() => [ContactPerson], { description: 'Contactpersonen van de afdeling.' })
  async contactPersons(
    @Root() { id }: OrgUnit,
    @Ctx() { contactPersonsOfUnit }: EmployersContext,
  ): Promise<ContactPerson[]> {
    return (await contactPersonsOfUnit.load(id)).filter(({ active }) => active);
  }
}

@Resolver(() => EmployerRelation)
export class EmployerRelationResolver {
  @FieldResolver(() => Employer, { description: 'De andere werkgever.' })
  employer(@Root() relation: EmployerRelation, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> {
    return employerById.load(
      directionOf(relation) === RelationDirection.FROM ? relation.relatedId : relation.employerId,
    );
  }

  @FieldResolver(() => RelationDirection, { description: 'Van welke kant de relatie geldt.' })
  direction(@Root() relation: EmployerRelation): RelationDirection {
    return directionOf(relation);
  }
}

const directionOf = ({ askedId, employerId }: EmployerRelation): RelationDirection =>
  askedId && askedId !== employerId ? RelationDirection.TO : RelationDirection.FROM;
