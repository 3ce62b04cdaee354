import type { EmployersContext } from '../context.js';

/**
 * Why the pyramid's pre-selection excludes an employer from being approached, in plain Dutch; null when it does
 * not. The pre-selection is part of an assessment, and no employer has one yet: until the pyramid has them, nobody is
 * excluded.
 */
export const excludedBecause = (_context: EmployersContext, _employerId: string): Promise<string | null> =>
  Promise.resolve(null);
