import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../context.js';
import { OrgUnit } from '../structure/org-unit.js';
import { ContactPerson } from './contact-person.js';
import { Employer } from './employer.js';

@Resolver(() => ContactPerson)
export class ContactPersonResolver {
  @FieldResolver(() => OrgUnit, { nullable: true, description: 'Afdeling.' })
  orgUnit(
    @Root() { orgUnitId }: ContactPerson,
    @Ctx() { orgUnitById }: EmployersContext,
  ): Promise<OrgUnit | null> | null {
    return orgUnitId ? orgUnitById.load(orgUnitId) : null;
  }

  @FieldResolver(() => Employer, { description: 'De werkgever.' })
  employer(@Root() person: ContactPerson, @Ctx() { employerById }: EmployersContext): Promise<Employer | null> {
    return employerById.load(person.employerId);
  }
}
