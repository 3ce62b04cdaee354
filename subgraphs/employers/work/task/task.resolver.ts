import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { Task } from './task.js';

@Resolver(() => Task)
export class TaskResolver {
  @FieldResolver(() => Employer, { nullable: true, description: 'Werkgever waar de actie bij hoort.' })
  employer(@Root() { employerId }: Task, @Ctx() context: EmployersContext): Promise<Employer | null> | null {
    return employerId ? context.employerById.load(employerId) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Of de uiterste dag voorbij is en de actie niet klaar.' })
  overdue(@Root() { dueOn, completedAt }: Task, @Ctx() { clock }: EmployersContext): boolean {
    return !completedAt && Boolean(dueOn && dueOn < clock.today());
  }

  @FieldResolver(() => Professional, { description: 'Actiehouder.' })
  owner(@Root() { ownerId }: Task, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(ownerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie de actie heeft uitgezet.' })
  createdBy(@Root() { createdById }: Task, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(createdById);
  }
}
