import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../../context.js';
import { Attachment } from '../../document/attachment.js';
import { Employer } from '../../dossier/employer.js';
import { Organisation } from '../../organisation/organisation.js';
import { Professional } from '../../organisation/professional.js';
import { Evaluation, WorkAgreement } from './work-agreement.js';

@Resolver(() => WorkAgreement)
export class WorkAgreementResolver {
  @FieldResolver(() => Employer, { description: 'De werkgever.' })
  employer(@Root() { employerId }: WorkAgreement, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => [Organisation], { description: 'De organisaties die de afspraak met de werkgever maken.' })
  async parties(@Root() { partyIds }: WorkAgreement, @Ctx() context: EmployersContext): Promise<Organisation[]> {
    const found = await Promise.all(partyIds.map((id) => context.organisationById.load(id)));
    return found.filter((party) => party !== null);
  }

  @FieldResolver(() => Professional, { description: 'Wie de afspraak registreerde.' })
  registeredBy(
    @Root() { registeredById }: WorkAgreement,
    @Ctx() context: EmployersContext,
  ): Promise<Professional | null> {
    return context.professionalById.load(registeredById);
  }

  @FieldResolver(() => Evaluation, { nullable: true, description: 'De evaluatie; leeg zolang die er niet is.' })
  evaluation(@Root() { evaluatedOn, evaluatedById, evaluation }: WorkAgreement): Evaluation | null {
    return evaluation ? { on: evaluatedOn!, evaluatedById: evaluatedById!, text: evaluation } : null;
  }

  @FieldResolver(() => Boolean, { description: 'Of de afspraak is afgelopen zonder evaluatie op schrift.' })
  evaluationDue(@Root() agreement: WorkAgreement, @Ctx() { clock }: EmployersContext): boolean {
    return agreement.lacksEvaluation(clock.today());
  }

  @FieldResolver(() => [Attachment], { description: 'Documenten die erbij horen.' })
  attachments(@Root() { id }: WorkAgreement, @Ctx() context: EmployersContext): Promise<Attachment[]> {
    return context.attachmentsOfSubject.load(id);
  }
}

@Resolver(() => Evaluation)
export class EvaluationResolver {
  @FieldResolver(() => Professional, { description: 'Wie de evaluatie schreef.' })
  by(@Root() { evaluatedById }: Evaluation, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(evaluatedById);
  }
}
