import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../context.js';
import { ContactPerson } from './contact-person.js';
import { Employer } from './employer.js';

@Resolver(() => ContactPerson)
export class ContactPersonResolver {
  @FieldResolver(() => Employer, { description: 'De werkgever.' })
  employer(@Root() person: ContactPerson, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> {
    return employerById.load(person.employerId);
  }
}
