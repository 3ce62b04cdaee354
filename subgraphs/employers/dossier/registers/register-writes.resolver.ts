import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '../../../payload.js';
import type { EmployersContext } from '../../context.js';
import { EmployerPayload } from '../employer-writes.resolver.js';
import { refreshFromRegisters } from './refresh-from-registers.js';
import { RefreshFromRegistersInput, ResolveFieldConflictInput } from './register-inputs.js';
import { resolveFieldConflict } from './resolve-field-conflict.js';

@Resolver()
export class RegisterWritesResolver {
  @Mutation(() => EmployerPayload, {
    description:
      'Bevraagt de registers nu, hoogstens eens per minuut. Zwijgt een register, dan staat dat bij de meldingen.',
  })
  async refreshFromRegisters(
    @Arg('input', () => RefreshFromRegistersInput, { description: 'Welke werkgever, welke registers.' })
    input: RefreshFromRegistersInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerPayload> {
    return asItIsNow(context, await refreshFromRegisters(context, context.sources, input));
  }

  @Mutation(() => EmployerPayload, {
    description: 'Kiest welke bron voorgaat voor een veld waarover bronnen elkaar tegenspreken, met de reden.',
  })
  async resolveFieldConflict(
    @Arg('input', () => ResolveFieldConflictInput, { description: 'Welk veld, welke bron en waarom.' })
    input: ResolveFieldConflictInput,
    @Ctx() context: EmployersContext,
  ): Promise<EmployerPayload> {
    return asItIsNow(context, await resolveFieldConflict(context, input));
  }
}

/** The employer after the write: what was loaded before it is not looked at again. */
async function asItIsNow(context: EmployersContext, { id, notices, errors }: Outcome): Promise<EmployerPayload> {
  if (!id) return { employer: null, notices, errors };
  const employer = await context.employerById.clear(id).load(id);
  if (employer) context.registers.clear(employer);
  return { employer, notices, errors };
}
