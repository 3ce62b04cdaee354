import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import type { EmployersContext } from '../context.js';
import { ContactPerson } from './contact-person.js';
import { Employer } from './employer.js';
import { ContactPersonInput, RegisterEmployerInput, UpdateEmployerInput } from './employer-inputs.js';
import { registerEmployer } from './register-employer.js';
import { saveContactPerson } from './save-contact-person.js';
import { updateEmployer } from './update-employer.js';

@ObjectType({ description: 'Uitkomst voor een werkgever.' })
export class EmployerPayload {
  @Field(() => Employer, { nullable: true, description: 'De werkgever; leeg als er niets is vastgelegd.' })
  employer?: Employer | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor een contactpersoon.' })
export class ContactPersonPayload {
  @Field(() => ContactPerson, { nullable: true, description: 'De contactpersoon; leeg als er niets is vastgelegd.' })
  contactPerson?: ContactPerson | null;
  @Field(() => Boolean, { description: 'Of het is vastgelegd.' }) ok!: boolean;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver()
export class EmployerWritesResolver {
  @Mutation(() => EmployerPayload, { description: 'Opent een dossier, vooraf ingevuld uit KvK.' })
  async registerEmployer(
    @Arg('input', () => RegisterEmployerInput, { description: 'De werkgever.' }) input: RegisterEmployerInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerPayload> {
    const { id, notices, errors } = await registerEmployer(context, input);
    return { employer: id ? await context.employerById.load(id) : null, notices, errors };
  }

  @Mutation(() => EmployerPayload, { description: 'Wijzigt de eigen gegevens van een dossier.' })
  async updateEmployer(
    @Arg('input', () => UpdateEmployerInput, { description: 'Wat er wijzigt.' }) input: UpdateEmployerInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerPayload> {
    const { id, notices, errors } = await updateEmployer(context, input);
    return { employer: id ? await context.employerById.clear(id).load(id) : null, notices, errors };
  }

  @Mutation(() => ContactPersonPayload, { description: 'Voegt een contactpersoon toe of wijzigt die.' })
  async saveContactPerson(
    @Arg('input', () => ContactPersonInput, { description: 'De contactpersoon.' }) input: ContactPersonInput,
    @Ctx() context: EmployersContext,
  ): Promise<ContactPersonPayload> {
    const { id, notices, errors } = await saveContactPerson(context, input);
    return {
      ok: id !== null,
      contactPerson: id ? await context.contactPersonById.clear(id).load(id) : null,
      notices,
      errors,
    };
  }
}
