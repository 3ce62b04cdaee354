import { refuseArgument } from '../refuse-argument.js';

const [FIRST, LAST, MOST] = [1990, 2100, 50];

/** @throws GraphQLError BAD_USER_INPUT unless there are 1 to 50 years, each between 1990 and 2100 */
export function askedYears(years: number[]): number[] {
  if (years.length < 1 || years.length > MOST) throw refuseArgument('years', `noem 1 tot en met ${MOST} jaren.`);
  if (years.some((year) => year < FIRST || year > LAST))
    throw refuseArgument('years', `kies jaren van ${FIRST} tot en met ${LAST}.`);
  return years;
}
