import { casesPlan } from './cases-plan.js';
import { casesPyramid } from './cases-pyramid.js';
import { casesWork } from './cases-work.js';
import type { Cases } from './mutation-case.js';

/** Right use of every mutation of work, documents, notifications, plans and the pyramid. */
export const casesSecond: Cases = { ...casesWork, ...casesPlan, ...casesPyramid };
