import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { RuleNotice, UserError } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { Employer } from '../../dossier/employer.js';
import {
  certificateOn,
  isExpired,
  isOverdue,
  PsoCertificate,
  PsoCertificateInput,
  SocialReturnFulfilmentInput,
  SocialReturnInput,
  SocialReturnObligation,
} from './obligations.js';
import { recordSocialReturnFulfilment, registerPsoCertificate, registerSocialReturn } from './register-obligations.js';

@ObjectType({ description: 'Uitkomst voor een SROI-verplichting.' })
export class SocialReturnPayload {
  @Field(() => SocialReturnObligation, {
    nullable: true,
    description: 'De verplichting; leeg als er niets is vastgelegd.',
  })
  socialReturn?: SocialReturnObligation | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor een PSO-certificaat.' })
export class PsoCertificatePayload {
  @Field(() => PsoCertificate, { nullable: true, description: 'Het certificaat; leeg als er niets is vastgelegd.' })
  certificate?: PsoCertificate | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver(() => Employer)
export class EmployerObligationsResolver {
  @FieldResolver(() => [SocialReturnObligation], { description: 'SROI-verplichtingen, op uiterste dag.' })
  socialReturn(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<SocialReturnObligation[]> {
    return context.socialReturnOf.load(id);
  }

  @FieldResolver(() => PsoCertificate, {
    nullable: true,
    description: 'Het PSO-certificaat dat nu geldt, het nieuwste eerst; is er geen, dan het laatste dat is verlopen.',
  })
  async psoCertificate(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<PsoCertificate | null> {
    return certificateOn(await context.psoCertificatesOf.load(id), context.clock.today());
  }
}

@Resolver(() => PsoCertificate)
export class PsoCertificateResolver {
  @FieldResolver(() => Boolean, { description: 'Of het certificaat is verlopen.' })
  expired(@Root() one: PsoCertificate, @Ctx() { clock }: EmployersContext): boolean {
    return isExpired(one, clock.today());
  }
}

@Resolver(() => SocialReturnObligation)
export class SocialReturnResolver {
  @FieldResolver(() => Boolean, {
    description: 'Of de uiterste dag voorbij is en er nog iets openstaat, of het bedrag niet bekend is.',
  })
  overdue(@Root() one: SocialReturnObligation, @Ctx() { clock }: EmployersContext): boolean {
    return isOverdue(one, clock.today());
  }

  @Mutation(() => SocialReturnPayload, { description: 'Legt een SROI-verplichting van een werkgever vast.' })
  async registerSocialReturn(
    @Arg('input', () => SocialReturnInput, { description: 'De verplichting.' }) input: SocialReturnInput,
    @Ctx() context: EmployersContext,
  ): Promise<SocialReturnPayload> {
    const { id, ...rest } = await write(context, 'registerSocialReturn', input, (em) =>
      registerSocialReturn(context, em, input),
    );
    return { socialReturn: id ? await context.socialReturnById.load(id) : null, ...rest };
  }

  @Mutation(() => SocialReturnPayload, { description: 'Werkt bij hoeveel van een SROI-verplichting is ingevuld.' })
  async recordSocialReturnFulfilment(
    @Arg('input', () => SocialReturnFulfilmentInput, { description: 'De invulling.' })
    input: SocialReturnFulfilmentInput,
    @Ctx() context: EmployersContext,
  ): Promise<SocialReturnPayload> {
    const { id, ...rest } = await write(context, 'recordSocialReturnFulfilment', input, (em) =>
      recordSocialReturnFulfilment(context, em, input),
    );
    return { socialReturn: id ? await context.socialReturnById.clear(id).load(id) : null, ...rest };
  }

  @Mutation(() => PsoCertificatePayload, { description: 'Legt een PSO-certificaat van een werkgever vast.' })
  async registerPsoCertificate(
    @Arg('input', () => PsoCertificateInput, { description: 'Het certificaat.' }) input: PsoCertificateInput,
    @Ctx() context: EmployersContext,
  ): Promise<PsoCertificatePayload> {
    const { id, ...rest } = await write(context, 'registerPsoCertificate', input, (em) =>
      registerPsoCertificate(context, em, input),
    );
    return { certificate: id ? await context.psoCertificateById.load(id) : null, ...rest };
  }
}
