import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from '../../database.js';
import { RuleNotice, UserError, type Outcome } from '../../payload.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { confirmOwnContactDetails } from './confirm-own-contact-details.js';
import { Professional } from './professional.js';
import {
  ConfirmOwnContactDetailsInput,
  RegisterAbsenceInput,
  SetDeputiesInput,
  SetProfessionalActiveInput,
} from './professional-inputs.js';
import { RegionAgreements } from './region-agreements.js';
import { SetRegionAgreementsInput } from './region-agreements-input.js';
import { registerAbsence } from './register-absence.js';
import { setDeputies } from './set-deputies.js';
import { setProfessionalActive } from './set-professional-active.js';
import { setRegionAgreements } from './set-region-agreements.js';

@ObjectType({ description: 'Uitkomst voor een medewerker.' })
export class ProfessionalPayload {
  @Field(() => Professional, { nullable: true, description: 'De medewerker; leeg als er niets is vastgelegd.' })
  professional?: Professional | null;
  @Field(() => Boolean, { description: 'Of het is vastgelegd.' }) ok!: boolean;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor de regionale afspraken.' })
export class RegionAgreementsPayload {
  @Field(() => RegionAgreements, { nullable: true, description: 'De nieuwe versie; leeg als er niets is vastgelegd.' })
  agreements?: RegionAgreements | null;
  @Field(() => Boolean, { description: 'Of het is vastgelegd.' }) ok!: boolean;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver()
export class OrganisationWritesResolver {
  @Mutation(() => ProfessionalPayload, { description: 'Bevestigt de eigen contactgegevens (instellingen).' })
  confirmOwnContactDetails(
    @Arg('input', () => ConfirmOwnContactDetailsInput, { description: 'Telefoon en e-mail.' })
    input: ConfirmOwnContactDetailsInput,
    @Ctx() context: EmployersContext,
  ): Promise<ProfessionalPayload> {
    return changed(context, 'confirmOwnContactDetails', input, (em) => confirmOwnContactDetails(context, em, input));
  }

  @Mutation(() => ProfessionalPayload, { description: 'Meldt afwezigheid tot en met een dag, of de terugkeer.' })
  registerAbsence(
    @Arg('input', () => RegisterAbsenceInput, { description: 'Wie, en tot wanneer.' }) input: RegisterAbsenceInput,
    @Ctx() context: EmployersContext,
  ): Promise<ProfessionalPayload> {
    return changed(context, 'registerAbsence', input, (em) => registerAbsence(context, em, input));
  }

  @Mutation(() => ProfessionalPayload, { description: 'Wijst vervangers aan voor als een medewerker er niet is.' })
  setDeputies(
    @Arg('input', () => SetDeputiesInput, { description: 'Voor wie, en wie.' }) input: SetDeputiesInput,
    @Ctx() context: EmployersContext,
  ): Promise<ProfessionalPayload> {
    return changed(context, 'setDeputies', input, (em) => setDeputies(context, em, input));
  }

  @Mutation(() => ProfessionalPayload, { description: 'Meldt een medewerker uit dienst, of weer in dienst.' })
  setProfessionalActive(
    @Arg('input', () => SetProfessionalActiveInput, { description: 'Wie.' }) input: SetProfessionalActiveInput,
    @Ctx() context: EmployersContext,
  ): Promise<ProfessionalPayload> {
    return changed(context, 'setProfessionalActive', input, (em) => setProfessionalActive(context, em, input));
  }

  @Mutation(() => RegionAgreementsPayload, {
    description: 'Wijzigt de afspraken van een regio vanaf een dag; wat daarvóór is beslist, verandert niet.',
  })
  async setRegionAgreements(
    @Arg('input', () => SetRegionAgreementsInput, { description: 'De afspraken, en vanaf wanneer.' })
    input: SetRegionAgreementsInput,
    @Ctx() context: EmployersContext,
  ): Promise<RegionAgreementsPayload> {
    const { id, notices, errors } = await write(context, 'setRegionAgreements', input, (em) =>
      setRegionAgreements(context, em, input),
    );
    const versions = id ? await context.agreementsOfRegion.load(input.regionId) : [];
    return { agreements: versions.find((v) => v.id === id) ?? null, ok: id !== null, notices, errors };
  }
}

async function changed(
  context: EmployersContext,
  mutation: string,
  input: object,
  work: (em: EntityManager) => Promise<Outcome>,
): Promise<ProfessionalPayload> {
  const { id, notices, errors } = await write(context, mutation, input, work);
  return { professional: id ? await context.professionalById.load(id) : null, ok: id !== null, notices, errors };
}
