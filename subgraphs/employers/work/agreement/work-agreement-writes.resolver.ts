import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { changeWorkAgreement } from './change-work-agreement.js';
import { evaluateWorkAgreement } from './evaluate-work-agreement.js';
import { registerWorkAgreement } from './register-work-agreement.js';
import { ChangeWorkAgreementInput, EvaluateWorkAgreementInput, WorkAgreementInput } from './work-agreement-input.js';
import { WorkAgreement } from './work-agreement.js';

@ObjectType({ description: 'Uitkomst voor een werkafspraak.' })
export class WorkAgreementPayload {
  @Field(() => WorkAgreement, { nullable: true, description: 'De werkafspraak; leeg als er niets is vastgelegd.' })
  agreement?: WorkAgreement | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

const answer = async (
  { id, notices, errors }: Outcome,
  { workAgreementById }: EmployersContext,
): Promise<WorkAgreementPayload> => ({
  agreement: id ? await workAgreementById.clear(id).load(id) : null,
  notices,
  errors,
});

@Resolver()
export class WorkAgreementWritesResolver {
  @Mutation(() => WorkAgreementPayload, { description: 'Registreert een werkafspraak met een werkgever.' })
  async registerWorkAgreement(
    @Arg('input', () => WorkAgreementInput, { description: 'De werkafspraak.' }) input: WorkAgreementInput,
    @Ctx() context: EmployersContext,
  ): Promise<WorkAgreementPayload> {
    return answer(
      await write(context, 'registerWorkAgreement', input, (em) => registerWorkAgreement(context, em, input)),
      context,
    );
  }

  @Mutation(() => WorkAgreementPayload, { description: 'Wijzigt een werkafspraak of voegt er documenten aan toe.' })
  async changeWorkAgreement(
    @Arg('input', () => ChangeWorkAgreementInput, { description: 'Wat er wijzigt.' }) input: ChangeWorkAgreementInput,
    @Ctx() context: EmployersContext,
  ): Promise<WorkAgreementPayload> {
    return answer(
      await write(context, 'changeWorkAgreement', input, (em) => changeWorkAgreement(context, em, input)),
      context,
    );
  }

  @Mutation(() => WorkAgreementPayload, { description: 'Legt de evaluatie van een werkafspraak vast, één keer.' })
  async evaluateWorkAgreement(
    @Arg('input', () => EvaluateWorkAgreementInput, { description: 'De evaluatie.' }) input: EvaluateWorkAgreementInput,
    @Ctx() context: EmployersContext,
  ): Promise<WorkAgreementPayload> {
    return answer(
      await write(context, 'evaluateWorkAgreement', input, (em) => evaluateWorkAgreement(context, em, input)),
      context,
    );
  }
}
