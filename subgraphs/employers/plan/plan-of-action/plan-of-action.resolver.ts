import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { PlanOfAction, ProgressNote } from './plan-of-action.js';

@Resolver(() => Employer)
export class EmployerPlanOfActionResolver {
  @FieldResolver(() => PlanOfAction, { nullable: true, description: 'Plan van aanpak; leeg als dat er niet is.' })
  async planOfAction(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<PlanOfAction | null> {
    return (await context.planOfActionOf.load(id))[0] ?? null;
  }

  @FieldResolver(() => [ProgressNote], { description: 'Voortgang van de dienstverlening, oudste eerst.' })
  progress(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<ProgressNote[]> {
    return context.progressOf.load(id);
  }
}

@Resolver(() => PlanOfAction)
export class PlanOfActionResolver {
  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() { employerId }: PlanOfAction, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie het laatst heeft gewijzigd.' })
  savedBy(@Root() { savedById }: PlanOfAction, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(savedById);
  }

  @FieldResolver(() => [ProgressNote], { description: 'Voortgang, oudste eerst.' })
  progress(@Root() { employerId }: PlanOfAction, @Ctx() context: EmployersContext): Promise<ProgressNote[]> {
    return context.progressOf.load(employerId);
  }
}

@Resolver(() => ProgressNote)
export class ProgressNoteResolver {
  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() { employerId }: ProgressNote, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie het vastlegde.' })
  by(@Root() { byId }: ProgressNote, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(byId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het knelpunt heeft opgelost.' })
  async solvedBy(@Root() { solvedById }: ProgressNote, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return solvedById ? context.professionalById.load(solvedById) : null;
  }
}
