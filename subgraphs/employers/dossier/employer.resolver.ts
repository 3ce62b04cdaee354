import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { EstablishmentNumber, KvkNumber } from '../../../schema/scalars.js';
import { FieldProvenance, SourceStatus } from '../../provenance.js';
import type { EmployersContext } from '../context.js';
import { Address } from './address.js';
import { ContactPerson } from './contact-person.js';
import { Employer } from './employer.js';
import { findEmployer } from './find-employer.js';
import { settledField } from './registers/registers.js';
import { provenanceOf } from './registers/provenance-of.js';

@ArgsType()
class EmployerNumbersArgs {
  @Field(() => ID, { nullable: true, description: 'Kenmerk.' }) id?: string | null;
  @Field(() => KvkNumber, { nullable: true, description: 'KvK-nummer: 8 cijfers.' }) kvkNumber?: string | null;
  @Field(() => EstablishmentNumber, { nullable: true, description: 'Vestigingsnummer: 12 cijfers.' })
  establishmentNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Nr. WBS.' }) wbsNumber?: string | null;
}

@ObjectType({ description: 'SBI-activiteit: wat het bedrijf doet, volgens de Standaard Bedrijfsindeling.' })
export class SbiActivity {
  @Field(() => String, { description: 'SBI-code: 4 of 5 cijfers.' }) code!: string;
  @Field(() => String, { description: 'Omschrijving.' }) description!: string;
  @Field(() => Boolean, { description: 'Of dit de hoofdactiviteit is.' }) main!: boolean;
}

@Resolver(() => Employer)
export class EmployerResolver {
  @Query(() => Employer, {
    nullable: true,
    description:
      'Het werkgeversdossier bij een nummer. Kent alleen KvK de werkgever, dan komen de gegevens daarvandaan.',
  })
  employer(
    @Args(() => EmployerNumbersArgs) numbers: EmployerNumbersArgs,
    @Ctx() context: EmployersContext,
  ): Promise<Employer | null> {
    return findEmployer(numbers, context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Statutaire naam.' })
  async legalName(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<string | null> {
    return (await settledField(registers, employer, 'legalName'))?.value ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Rechtsvorm.' })
  async legalForm(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<string | null> {
    return (await settledField(registers, employer, 'legalForm'))?.value ?? null;
  }

  @FieldResolver(() => [SbiActivity], { nullable: true, description: 'SBI-activiteiten.' })
  async activities(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<SbiActivity[]> {
    return (await settledField(registers, employer, 'activities'))?.value ?? [];
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Bedrijfsomvang: aantal werkzame personen.' })
  async headcount(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<number | null> {
    return (await settledField(registers, employer, 'headcount'))?.value ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Website.' })
  async website(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<string | null> {
    return (await settledField(registers, employer, 'website'))?.value ?? null;
  }

  @FieldResolver(() => Address, { nullable: true, description: 'Bezoekadres.' })
  async visitingAddress(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<Address | null> {
    return (await settledField(registers, employer, 'visitingAddress'))?.value ?? null;
  }

  @FieldResolver(() => Address, { nullable: true, description: 'Postadres.' })
  async postalAddress(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<Address | null> {
    return (await settledField(registers, employer, 'postalAddress'))?.value ?? null;
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'Werkgever waar deze onder valt: concern of franchisegever.',
  })
  parent(@Root() { parentId }: Employer, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> | null {
    return parentId ? employerById.load(parentId) : null;
  }

  @FieldResolver(() => [Employer], {
    description: 'Werkgevers die hier direct onder vallen: dochters, franchisenemers, locaties.',
  })
  children(@Root() { id }: Employer, @Ctx() { childrenOf }: EmployersContext): Promise<Employer[]> {
    return childrenOf.load(id);
  }

  @FieldResolver(() => [ContactPerson], { description: 'Contactpersonen.' })
  async contactPersons(
    @Root() employer: Employer,
    @Ctx() { contactPersonsOf }: EmployersContext,
    @Arg('includeFormer', () => Boolean, { defaultValue: false, description: 'Ook wie er niet meer werkt.' })
    includeFormer = false,
  ): Promise<ContactPerson[]> {
    return (await contactPersonsOf.load(employer.id)).filter(({ active }) => active || includeFormer);
  }

  @FieldResolver(() => [FieldProvenance], {
    description: 'Herkomst per veld: bron, ouderdom en wat andere bronnen zeggen.',
  })
  async provenance(
    @Root() employer: Employer,
    @Ctx() { registers, professionalById, changedAt }: EmployersContext,
    @Arg('fields', () => [String], { nullable: true, description: 'Alleen deze velden.' }) fields?: string[] | null,
  ): Promise<FieldProvenance[]> {
    const { told, choices } = await registers.load(employer);
    // A first version was never changed.
    const changes = employer.version > 1 ? await changedAt.load(employer.id) : new Map<string, Date>();
    return Promise.all(
      provenanceOf(employer, told, choices, changes, fields).map(async ({ choice, changed, ...provenance }) => {
        if (!choice) return { ...provenance, settled: null };
        const { byId, at, reason } = choice;
        const byName = (await professionalById.load(byId))?.name ?? null;
        return { ...provenance, settled: { byId, byName, at, reason, changed } };
      }),
    );
  }

  @FieldResolver(() => [SourceStatus], { description: 'Stand van de registers achter dit dossier.' })
  async sources(@Root() employer: Employer, @Ctx() { registers }: EmployersContext): Promise<SourceStatus[]> {
    return (await registers.load(employer)).sources;
  }
}
