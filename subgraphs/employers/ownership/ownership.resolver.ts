import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { Region } from '../organisation/region.js';
import { AccountHoldership, inForce } from './account-holdership.js';
import { ApproachAdvice, ApproachPurpose } from './approach/approach-advice.js';
import { approach } from './approach/approach.js';
import { decide } from './decision/decide.js';
import { approachFacts } from './decision/facts.js';
import { OpenThread, OpenThreadKind } from './open-thread.js';
import { OwnershipDecision } from './decision/ownership-decision.js';
import { OwnershipRequest, OwnershipRequestStatus, statusOn } from './request/ownership-request.js';

const ON_DATE = { nullable: true, description: 'Op welke dag; standaard vandaag.' } as const;

@Resolver(() => Employer)
export class EmployerOwnershipResolver {
  @FieldResolver(() => [AccountHoldership], {
    description: 'Accounthouders in alle regio’s op een dag, hoofd-accounthouders eerst.',
  })
  async accountHolders(
    @Root() employer: Employer,
    @Ctx() { holdershipsOfEmployer, clock }: EmployersContext,
    @Arg('onDate', () => LocalDate, ON_DATE) onDate?: string | null,
  ): Promise<AccountHoldership[]> {
    return inForce(await holdershipsOfEmployer.load(employer.id), onDate ?? clock.today());
  }

  @FieldResolver(() => AccountHoldership, {
    nullable: true,
    description: 'Hoofd-accounthouder in een regio op een dag: hoogstens één.',
  })
  async mainAccountHolder(
    @Root() employer: Employer,
    @Ctx() { holdershipsOfEmployer, clock }: EmployersContext,
    @Arg('regionId', () => ID, { description: 'Arbeidsmarktregio.' }) regionId: string,
    @Arg('onDate', () => LocalDate, ON_DATE) onDate?: string | null,
  ): Promise<AccountHoldership | null> {
    const held = inForce(await holdershipsOfEmployer.load(employer.id), onDate ?? clock.today());
    return held.find((h) => h.isMain && h.regionId === regionId) ?? null;
  }

  @FieldResolver(() => OwnershipDecision, {
    nullable: true,
    description: 'Of een medewerker het (hoofd-)accounthouderschap mag overnemen, met de stappen en het bewijs.',
  })
  async ownershipDecision(
    @Root() employer: Employer,
    @Ctx() context: EmployersContext,
    @Arg('candidateId', () => ID, { description: 'De medewerker die wil overnemen.' }) candidateId: string,
    @Arg('regionId', () => ID, { description: 'Arbeidsmarktregio.' }) regionId: string,
    @Arg('onDate', () => LocalDate, ON_DATE) onDate?: string | null,
    @Arg('knownAt', () => DateTime, {
      nullable: true,
      description: 'Naar wat vóór dit moment bekend was; standaard naar wat nu bekend is.',
    })
    knownAt?: Date | null,
  ): Promise<OwnershipDecision> {
    const asked = { candidateId, regionId, onDate: onDate ?? context.clock.today(), knownAt: knownAt ?? null };
    return decide(context, employer.id, asked);
  }

  @FieldResolver(() => ApproachAdvice, {
    nullable: true,
    description: 'Vraag dit vóór elk contact: wie u eerst spreekt en wat het benaderen in de weg staat.',
  })
  async approachAdvice(
    @Root() employer: Employer,
    @Ctx() context: EmployersContext,
    @Arg('byId', () => ID, { description: 'De medewerker die wil benaderen.' }) byId: string,
    @Arg('purpose', () => ApproachPurpose, { description: 'Doel van het contact.' }) purpose: ApproachPurpose,
    @Arg('onDate', () => LocalDate, ON_DATE) onDate?: string | null,
  ): Promise<ApproachAdvice> {
    const asked = { byId, purpose, onDate: onDate ?? context.clock.today() };
    // A dossier that was merged has neither holders nor contacts any more: the advice is that of the one that was kept.
    let kept = employer;
    while (kept.mergedIntoId) kept = (await context.employerById.load(kept.mergedIntoId))!;
    return {
      ...approach(await approachFacts(context, kept, asked)),
      employerId: kept.id,
      consultationId: null,
    };
  }

  @FieldResolver(() => [OwnershipRequest], {
    description: 'Verzoeken om het accounthouderschap van deze werkgever, nieuwste eerst.',
  })
  async ownershipRequests(
    @Root() employer: Employer,
    @Ctx() { ownershipRequestsOfEmployer, clock }: EmployersContext,
    @Arg('status', () => OwnershipRequestStatus, { nullable: true, description: 'Alleen met deze stand.' })
    status?: OwnershipRequestStatus | null,
  ): Promise<OwnershipRequest[]> {
    const all = await ownershipRequestsOfEmployer.load(employer.id);
    return status ? all.filter((request) => statusOn(request, clock.today()) === status) : all;
  }
}

@Resolver(() => AccountHoldership)
export class AccountHoldershipResolver {
  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(@Root() { employerId }: AccountHoldership, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'De accounthouder.' })
  holder(@Root() { holderId }: AccountHoldership, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(holderId);
  }

  @FieldResolver(() => Region, { description: 'De regio waarin het accounthouderschap geldt.' })
  region(@Root() { regionId }: AccountHoldership, @Ctx() context: EmployersContext): Promise<Region | null> {
    return context.regionById.load(regionId);
  }
}

@Resolver(() => OwnershipDecision)
export class OwnershipDecisionResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Huidige (hoofd-)accounthouder.' })
  currentHolder(
    @Root() { currentHolderId }: OwnershipDecision,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return currentHolderId ? professionalById.load(currentHolderId) : null;
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het laatste meetellende contact had.' })
  lastContactBy(
    @Root() { lastContactById }: OwnershipDecision,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return lastContactById ? professionalById.load(lastContactById) : null;
  }
}

@Resolver(() => ApproachAdvice)
export class ApproachAdviceResolver {
  @FieldResolver(() => [Professional], {
    description: 'Met wie u eerst contact opneemt: hoofd-accounthouder, anders accounthouders, anders vervangers.',
  })
  async contactFirst(
    @Root() { contactFirstIds }: ApproachAdvice,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional[]> {
    const found = await Promise.all(contactFirstIds.map((id) => professionalById.load(id)));
    return found.filter((person) => person !== null);
  }

  @FieldResolver(() => [OpenThread], {
    description: 'Wat er bij de werkgever loopt: acties, toezeggingen, plannen en verzoeken, hoogstens 50.',
  })
  async openThreads(
    @Root() { employerId }: ApproachAdvice,
    @Ctx() { openThreadsOfEmployer, clock }: EmployersContext,
  ): Promise<OpenThread[]> {
    const today = clock.today();
    const threads = await openThreadsOfEmployer.load(employerId);
    return threads.filter(({ kind, dueOn }) => kind !== OpenThreadKind.OWNERSHIP_REQUEST || dueOn! >= today);
  }
}

@Resolver(() => OpenThread)
export class OpenThreadResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Bij wie het ligt.' })
  owner(
    @Root() { ownerId }: OpenThread,
    @Ctx() { professionalById }: EmployersContext,
  ): Promise<Professional | null> | null {
    return ownerId ? professionalById.load(ownerId) : null;
  }
}
