import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { dayOf } from '../../../runtime/clock.js';
import { whoAsks } from '../../context.js';
import { RuleNotice, UserError, type Outcome } from '../../payload.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { AccountHoldership } from './account-holdership.js';
import { addAccountHolder } from './add-account-holder.js';
import { answerOwnershipRequest } from './request/answer-ownership-request.js';
import { ApproachAdvice } from './approach/approach-advice.js';
import { Consultation } from './approach/consultation.js';
import { consultBeforeApproach } from './approach/consult-before-approach.js';
import { decide } from './decision/decide.js';
import { OwnershipDecision } from './decision/ownership-decision.js';
import {
  AddAccountHolderInput,
  AnswerOwnershipRequestInput,
  ConsultBeforeApproachInput,
  RemoveAccountHolderInput,
  RequestOwnershipInput,
  TakeOverOwnershipInput,
  WithdrawOwnershipRequestInput,
} from './ownership-inputs.js';
import { OwnershipRequest } from './request/ownership-request.js';
import { removeAccountHolder } from './remove-account-holder.js';
import { requestOwnership } from './request/request-ownership.js';
import { takeOverOwnership } from './take-over-ownership.js';
import { withdrawOwnershipRequest } from './request/withdraw-ownership-request.js';

@ObjectType({ description: 'Uitkomst voor het accounthouderschap.' })
export class OwnershipPayload {
  @Field(() => AccountHoldership, {
    nullable: true,
    description: 'Het accounthouderschap dat begon of eindigde; leeg als er niets is gewijzigd.',
  })
  holdership?: AccountHoldership | null;
  @Field(() => OwnershipRequest, { nullable: true, description: 'Het verzoek, als het daarom gaat.' })
  request?: OwnershipRequest | null;
  @Field(() => OwnershipDecision, {
    nullable: true,
    description: 'De beslissing waarop dit steunt, of bij een weigering de beslissing van nu.',
  })
  decision?: OwnershipDecision | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst van het raadplegen van WBS.' })
export class ConsultationPayload {
  @Field(() => ApproachAdvice, { nullable: true, description: 'Het advies; leeg als er niets is vastgelegd.' })
  advice?: ApproachAdvice | null;
  @Field(() => Consultation, { nullable: true, description: 'Het bewijs van raadpleging.' })
  consultation?: Consultation | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: wat het benaderen in de weg staat.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver()
export class OwnershipWritesResolver {
  @Mutation(() => OwnershipPayload, { description: 'Voegt een accounthouder toe, vanaf vandaag.' })
  async addAccountHolder(
    @Arg('input', () => AddAccountHolderInput, { description: 'Wie, waar.' }) input: AddAccountHolderInput,
    @Ctx() context: EmployersContext,
  ): Promise<OwnershipPayload> {
    const done = await write(context, 'addAccountHolder', input, (em) => addAccountHolder(context, em, input));
    return changed(context, done, { ...input, candidateId: input.professionalId });
  }

  @Mutation(() => OwnershipPayload, {
    description: 'Beëindigt een accounthouderschap; de laatste dag is gisteren, of vandaag als het vandaag begon.',
  })
  async removeAccountHolder(
    @Arg('input', () => RemoveAccountHolderInput, { description: 'Welk accounthouderschap, en waarom.' })
    input: RemoveAccountHolderInput,
    @Ctx() context: EmployersContext,
  ): Promise<OwnershipPayload> {
    const { id, notices, errors } = await write(context, 'removeAccountHolder', input, (em) =>
      removeAccountHolder(context, em, input),
    );
    return { holdership: id ? await context.holdershipById.load(id) : null, notices, errors };
  }

  @Mutation(() => OwnershipPayload, {
    description: 'Neemt het hoofd-accounthouderschap over, als de regel het toestaat en de vorige houder is gesproken.',
  })
  async takeOverOwnership(
    @Arg('input', () => TakeOverOwnershipInput, { description: 'Welk account, en het gesprek met de vorige houder.' })
    input: TakeOverOwnershipInput,
    @Ctx() context: EmployersContext,
  ): Promise<OwnershipPayload> {
    const done = await write(context, 'takeOverOwnership', input, (em) => takeOverOwnership(context, em, input));
    return changed(context, done, { ...input, candidateId: whoAsks(context).professionalId });
  }

  @Mutation(() => OwnershipPayload, { description: 'Vraagt het accounthouderschap aan de huidige accounthouder.' })
  async requestOwnership(
    @Arg('input', () => RequestOwnershipInput, { description: 'Welk account, en waarom.' })
    input: RequestOwnershipInput,
    @Ctx() context: EmployersContext,
  ): Promise<OwnershipPayload> {
    const done = await write(context, 'requestOwnership', input, (em) => requestOwnership(context, em, input));
    return requested(context, done, { ...input, candidateId: whoAsks(context).professionalId });
  }

  @Mutation(() => OwnershipPayload, {
    description: 'Beantwoordt een verzoek om accounthouderschap; bij instemming wisselt het meteen.',
  })
  async answerOwnershipRequest(
    @Arg('input', () => AnswerOwnershipRequestInput, { description: 'Het antwoord.' })
    input: AnswerOwnershipRequestInput,
    @Ctx() context: EmployersContext,
  ): Promise<OwnershipPayload> {
    const done = await write(context, 'answerOwnershipRequest', input, (em) =>
      answerOwnershipRequest(context, em, input),
    );
    return requested(context, done, null);
  }

  @Mutation(() => OwnershipPayload, { description: 'Trekt een eigen verzoek om accounthouderschap in.' })
  async withdrawOwnershipRequest(
    @Arg('input', () => WithdrawOwnershipRequestInput, { description: 'Het eigen verzoek.' })
    input: WithdrawOwnershipRequestInput,
    @Ctx() context: EmployersContext,
  ): Promise<OwnershipPayload> {
    const done = await write(context, 'withdrawOwnershipRequest', input, (em) =>
      withdrawOwnershipRequest(context, em, input),
    );
    return requested(context, done, null);
  }

  @Mutation(() => ConsultationPayload, {
    description:
      'Raadpleegt WBS vóór het benaderen van een werkgever, en bewaart het advies als bewijs, 14 dagen geldig.',
  })
  async consultBeforeApproach(
    @Arg('input', () => ConsultBeforeApproachInput, { description: 'Welke werkgever, en waarvoor.' })
    input: ConsultBeforeApproachInput,
    @Ctx() context: EmployersContext,
  ): Promise<ConsultationPayload> {
    const { id, notices, errors } = await consultBeforeApproach(context, input);
    const consultation = id ? await context.consultationById.load(id) : null;
    const advice = consultation && {
      ...consultation.advice,
      employerId: consultation.employerId,
      consultationId: consultation.id,
    };
    return { advice, consultation, notices, errors };
  }
}

interface Asked {
  employerId: string;
  regionId: string;
  candidateId: string;
}

/** What came of a change: on success with the decision it rested on, as it was known just before. */
async function changed(
  context: EmployersContext,
  { id, notices, errors }: Outcome,
  asked: Asked,
): Promise<OwnershipPayload> {
  const holdership = id ? await context.holdershipById.load(id) : null;
  const decision = await decisionOn(context, asked, holdership?.recordedAt ?? null);
  return { holdership, decision, notices, errors };
}

async function requested(
  context: EmployersContext,
  { id, notices, errors }: Outcome,
  refused: Asked | null,
): Promise<OwnershipPayload> {
  const request = id ? await context.ownershipRequestById.load(id) : null;
  const holdership = request?.holdershipId ? await context.holdershipById.load(request.holdershipId) : null;
  const at = request ? (request.answeredAt ?? request.requestedAt) : null;
  const asked = request ?? refused;
  return { holdership, request, decision: asked && (await decisionOn(context, asked, at)), notices, errors };
}

/** The decision as it was known just before `at`; without it, as it is now. Null where none can be made. */
async function decisionOn(
  context: EmployersContext,
  { employerId, regionId, candidateId }: Asked,
  at: Date | null,
): Promise<OwnershipDecision | null> {
  const known = await Promise.all([
    context.employerById.load(employerId),
    context.professionalById.load(candidateId),
    context.agreementsOfRegion.load(regionId),
  ]);
  if (!known[0] || !known[1] || known[2].length === 0) return null;
  const onDate = at ? dayOf(at) : context.clock.today();
  return decide(context, employerId, { candidateId, regionId, onDate, knownAt: at });
}
