import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import { Professional } from '../../organisation/professional.js';
import { Region } from '../../organisation/region.js';
import { AccountHoldership } from '../account-holdership.js';
import { Consultation } from '../approach/consultation.js';
import { OwnershipRequest, OwnershipRequestStatus, statusOn } from './ownership-request.js';

@Resolver(() => OwnershipRequest)
export class OwnershipRequestResolver {
  @FieldResolver(() => OwnershipRequestStatus, { description: 'Stand; wat niet op tijd is beantwoord, is verlopen.' })
  status(@Root() request: OwnershipRequest, @Ctx() { clock }: EmployersContext): OwnershipRequestStatus {
    return statusOn(request, clock.today());
  }

  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever.' })
  employer(@Root() { employerId }: OwnershipRequest, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'De regio.' })
  region(@Root() { regionId }: OwnershipRequest, @Ctx() context: EmployersContext): Promise<Region | null> {
    return context.regionById.load(regionId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het vraagt.' })
  candidate(@Root() { candidateId }: OwnershipRequest, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(candidateId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het beantwoordde of introk.' })
  answeredBy(
    @Root() { answeredById }: OwnershipRequest,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return answeredById ? professionalById.load(answeredById) : null;
  }

  @FieldResolver(() => AccountHoldership, {
    nullable: true,
    description: 'Het accounthouderschap dat eruit volgde; leeg zonder instemming.',
  })
  holdership(
    @Root() { holdershipId }: OwnershipRequest,
    @Ctx() { holdershipById }: EmployersContext,
  ): Promise<AccountHoldership | null> | null {
    return holdershipId ? holdershipById.load(holdershipId) : null;
  }
}

@Resolver(() => Consultation)
export class ConsultationResolver {
  @FieldResolver(() => Employer, { nullable: true, description: 'De werkgever; leeg zolang er geen dossier is.' })
  employer(@Root() { employerId }: Consultation, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie WBS raadpleegde.' })
  by(@Root() { byId }: Consultation, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(byId);
  }
}
