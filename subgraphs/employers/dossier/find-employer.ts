import { GraphQLError } from 'graphql';
import { PartnerError } from '../../../adapters/partner-error.js';
import { partnerFailure } from '../../partner-failure.js';
import { read } from '../../read.js';
import type { EmployersContext } from '../context.js';
import { Employer } from './employer.js';
import { keptFor } from './kept-for.js';
import { failureInDutch } from './registers/kvk-refusal.js';
import { kvkSource } from './registers/kvk-source.js';
import { tellOf } from './registers/registers.js';
import { unregisteredEmployer } from './unregistered-employer.js';

export interface EmployerNumbers {
  id?: string | null;
  kvkNumber?: string | null;
  establishmentNumber?: string | null;
  wbsNumber?: string | null;
}

/**
 * The employer with these numbers, as `seekEmployer` has it, for a question.
 * @throws GraphQLError BAD_USER_INPUT without a number; PARTNER_REFUSED with KvK's code for a number KvK does not know
 */
export async function findEmployer(numbers: EmployerNumbers, context: EmployersContext): Promise<Employer | null> {
  try {
    return await seekEmployer(numbers, context);
  } catch (error) {
    throw error instanceof PartnerError ? partnerFailure(error, failureInDutch(error)) : error;
  }
}

/**
 * The employer with these numbers: from our own dossiers, else read through from KvK.
 * The numbers of a merged dossier give the one that was kept; its id gives itself, with `mergedInto`.
 * @returns null when no dossier has the id or WBS number
 * @throws GraphQLError BAD_USER_INPUT without a number; PartnerError of KvK
 */
export async function seekEmployer(
  { id, kvkNumber, establishmentNumber, wbsNumber }: EmployerNumbers,
  context: EmployersContext,
): Promise<Employer | null> {
  const { em, employerById, kvk } = context;
  if (id) return employerById.load(id);
  if (wbsNumber) {
    const [numbered] = await read(em, Employer, { wbsNumber: [wbsNumber] });
    return numbered ? keptFor(numbered, context) : null;
  }
  if (!kvkNumber && !establishmentNumber) {
    throw new GraphQLError('Geef een id, kvkNumber, establishmentNumber of wbsNumber.', {
      extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
    });
  }
  const numbers = {
    ...(kvkNumber ? { kvkNumber: [kvkNumber] } : {}),
    ...(establishmentNumber ? { establishmentNumber: [establishmentNumber] } : {}),
  };
  const [dossier] = await read(em, Employer, numbers, { establishmentNumber: 'asc nulls first', id: 'asc' });
  if (dossier) {
    employerById.prime(dossier.id, dossier);
    return keptFor(dossier, context);
  }
  const ofCompany = kvkNumber ?? (await kvk.establishment(establishmentNumber!)).value.kvkNumber;
  if (!ofCompany) return null;
  const there = { kvkNumber: ofCompany, establishmentNumber: establishmentNumber ?? null };
  const told = await tellOf(kvkSource(kvk), there);
  if (!told) return null;
  const { values } = told;
  return unregisteredEmployer(
    ofCompany,
    establishmentNumber ?? null,
    values.tradeName ?? values.legalName ?? ofCompany,
  );
}
